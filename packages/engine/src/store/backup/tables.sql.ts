import type { ClientBase } from 'pg';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export interface StoredTable {
  readonly schema: string;
  readonly name: string;
  /** Of the table, in their order; generated ones left out. */
  readonly columns: readonly string[];
  /** Of the primary key. */
  readonly key: readonly { readonly name: string; readonly isText: boolean }[];
  /** `schema.name` of the tables it refers to. */
  readonly parents: readonly string[];
  /** Row-level security is forced upon the owner too. */
  readonly isForced: boolean;
  /** Row-level security would hide rows from this session. */
  readonly hides: boolean;
}

/** All our tables but the book of migrations: per-day tables and partitions one by one, in the order of their names. */
export async function storedTables(client: ClientBase): Promise<readonly StoredTable[]> {
  const read = await client.query<StoredTable>(`
    select
      n.nspname::text as schema,
      c.relname::text as name,
      (
        select array_agg(a.attname::text order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      coalesce(
        (
          select json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0) order by k.place)
          from pg_index i
          cross join unnest(i.indkey::smallint[]) with ordinality as k(attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where i.indrelid = c.oid and i.indisprimary
        ),
        '[]'
      ) as key,
      array(
        select distinct pn.nspname || '.' || pc.relname
        from pg_constraint f
        join pg_class pc on pc.oid = f.confrelid
        join pg_namespace pn on pn.oid = pc.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
        order by 1
      ) as parents,
      c.relforcerowsecurity as "isForced",
      row_security_active(c.oid)
        and (
          not exists (
            select
            from pg_policy p
            where p.polrelid = c.oid
              and p.polpermissive
              and p.polcmd in ('*', 'r')
              and pg_get_expr(p.polqual, p.polrelid) = 'true'
              and p.polroles && array[0::oid, current_user::regrole::oid]
          )
          or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
        ) as hides
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth')
      and c.relkind = 'r'
      and c.relname <> 'schema_migration'
      and c.relowner = (select b.relowner from pg_class b where b.oid = 'public.schema_migration'::regclass)
      and not exists (
        select
        from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
      )
    order by n.nspname collate "C", c.relname collate "C"`);
  return read.rows;
}

/** The rows of a table in COPY text format, in the order of its key: the same rows give the same bytes on every server. */
export function copyOut(client: ClientBase, table: StoredTable): AsyncIterable<Buffer> & { readonly rowCount: number } {
  const order = table.key.map(({ name, isText }) => `${quoted(name)}${isText ? ' collate "C"' : ''}`).join(', ');
  return client.query(
    copyTo(`copy (select ${table.columns.map(quoted).join(', ')} from ${place(table)} order by ${order}) to stdout`),
  );
}

/** Loads rows in COPY text format; the number of rows. */
export async function copyIn(client: ClientBase, table: StoredTable, text: Buffer): Promise<number> {
  const stream = client.query(copyFrom(`copy ${place(table)} (${table.columns.map(quoted).join(', ')}) from stdin`));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(text);
  });
  return stream.rowCount;
}

/** COPY into a table is refused under row-level security; its owner may lift the force for the transaction. */
export async function forceRowSecurity(client: ClientBase, table: StoredTable, force: boolean): Promise<void> {
  await client.query(`alter table ${place(table)} ${force ? '' : 'no '}force row level security`);
}

export async function ensureLogDay(client: ClientBase, day: string): Promise<void> {
  await client.query('select public.ensure_log_day($1::date)', [day]);
}

export async function dropTable(client: ClientBase, table: StoredTable): Promise<void> {
  await client.query(`drop table ${place(table)}`);
}

function place(table: { readonly schema: string; readonly name: string }): string {
  return `${quoted(table.schema)}.${quoted(table.name)}`;
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
