import type { Client } from 'pg';

/** How many rows each table that knows workspaces holds of one, log days and remembered days included; tables without any are left out. */
export async function rowsByTable(client: Client, workspace: number): Promise<Readonly<Record<string, number>>> {
  const tables = await client.query<{ name: string }>(
    `select c.relname as name
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace' and not a.attisdropped
     where n.nspname in ('public', 'auth') and c.relkind = 'r'
     order by c.relname`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const read = await client.query<{ rows: number }>(
      `select count(*)::integer as rows from "${name}" where workspace = $1`,
      [workspace],
    );
    const rows = read.rows[0]?.rows ?? 0;
    if (rows > 0) counted[name] = rows;
  }
  return counted;
}
