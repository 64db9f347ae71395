/** What a session that reads is set to; text of values must not depend on the server's habits. */
export const beginReading = [
  'begin transaction isolation level repeatable read read only',
  `set local time zone 'UTC'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local bytea_output = 'hex'`,
  `set local search_path = pg_catalog`,
];

/** Tables and views of the database that the user may read from, in whole or in part; $1 at most. */
export const readableTables = `
  select n.nspname as schema, c.relname as name, case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
    case when c.reltuples >= 0 and c.relkind <> 'v' then c.reltuples::float8 end as rows
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and pg_catalog.has_schema_privilege(n.oid, 'usage')
    and (pg_catalog.has_table_privilege(c.oid, 'select') or pg_catalog.has_any_column_privilege(c.oid, 'select'))
  order by n.nspname <> 'public', n.nspname, c.relname
  limit $1`;

/** The columns of the table $2 of the schema $1 that may be read, as they are declared. */
export const readableColumns = `
  select c.relname as table, a.attname as name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type, 'plain' as reading
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and pg_catalog.has_schema_privilege(n.oid, 'usage')
    and pg_catalog.has_column_privilege(c.oid, a.attnum, 'select')
  order by a.attnum`;

/**
 * The statement that copies the table $2 of the schema $1 as JSON lines, $3 rows at most; with $4, in the order of that column, those that are at least $5; null if there is none that may be read. The server itself quotes the
 * names it knows the table and its columns by. Numbers that JSON's readers would round are text. JSON holds no control characters, so with
 * two of them as delimiter and quote nothing in a line is ever quoted. The order is that of the column itself, not of the text it leaves as.
 */
export const copyStatement = `
  select pg_catalog.format(
    $form$copy (
      select pg_catalog.translate(pg_catalog.row_to_json(line)::text, E'\\n\\r\\t', '   ')
      from (select %s from %I.%I source %s limit %s) line
    ) to stdout with (format csv, delimiter E'\\x02', quote E'\\x01')$form$,
    pg_catalog.string_agg(
      case
        when coalesce(nullif(t.typbasetype, 0), t.oid) in (20, 1700) then pg_catalog.format('%1$I::text as %1$I', a.attname)
        else pg_catalog.format('%I', a.attname)
      end, ', ' order by a.attnum),
    n.nspname, c.relname,
    pg_catalog.string_agg(
      case when $5::text is null then '' else pg_catalog.format('where source.%I >= %L::%s ', a.attname, $5::text, pg_catalog.format_type(a.atttypid, a.atttypmod)) end
        || pg_catalog.format('order by source.%I nulls first', a.attname), '') filter (where a.attname = $4::text),
    $3::bigint) as statement
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and pg_catalog.has_schema_privilege(n.oid, 'usage')
    and pg_catalog.has_column_privilege(c.oid, a.attnum, 'select')
  group by n.nspname, c.relname`;
