/** Statements for a SQLite file that somebody handed in. A name stands in them quoted, and only if the file itself gave it. */
export const readableTables = `
  select name, type
  from sqlite_schema
  where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'
  order by name`;

export const rowsOf = (table: string): string => `select * from ${quoted(table)}`;

export const countOf = (table: string): string => `select count(*) as rows from ${quoted(table)}`;

/** About how many rows a table has, without reading them; fails for what has no row ids. */
export const lastRowId = (table: string): string => `select coalesce(max(rowid), 0) as rows from ${quoted(table)}`;

/** Four rows of each `every`, in the table's order; fails for what has no row ids. */
export const someRowsOf = (table: string, every: number): string =>
  `select * from ${quoted(table)} where rowid % ${Math.max(1, Math.floor(every))} < 4`;

export const firstRowsOf = (table: string, most: number): string =>
  `select * from ${quoted(table)} limit ${Math.floor(most)}`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
