import type { DatabaseConnection, TableName } from './database-connection.js';
import type { DatabaseFailure } from './database-failure.js';
import type { MariadbColumn } from './mariadb/mariadb-column.js';

/** The connection as the process gets it: the address was looked up and allowed. */
export interface Target extends DatabaseConnection {
  readonly address: string;
}

export interface ReadLimits {
  readonly rows: number;
  readonly bytes: number;
}

/** What the process is asked to do: one thing, then it ends. `columns` is MariaDB's first half of reading a table. */
export type DatabaseJob =
  | { readonly type: 'tables'; readonly target: Target }
  | { readonly type: 'columns'; readonly target: Target; readonly table: TableName }
  | {
      readonly type: 'read';
      readonly target: Target;
      readonly table: TableName;
      readonly columns: readonly MariadbColumn[];
      readonly limits: ReadLimits;
      /** Where the JSON lines go. */
      readonly to: string;
    };

export interface DatabaseTable extends TableName {
  readonly kind: 'table' | 'view';
  /** By the database's own statistics; null if it has none. */
  readonly rows: number | null;
}

export type JobAnswer =
  | { readonly type: 'progress'; readonly rows: number; readonly bytes: number }
  | { readonly type: 'tables'; readonly tables: readonly DatabaseTable[] }
  | { readonly type: 'columns'; readonly columns: readonly MariadbColumn[] }
  | { readonly type: 'read'; readonly rows: number; readonly bytes: number }
  | { readonly type: 'failed'; readonly failure: DatabaseFailure; readonly sign?: string | undefined };

/** As many tables as are listed at most. */
export const mostTables = 5_000;
