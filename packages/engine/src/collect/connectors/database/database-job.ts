import type { DatabaseColumn } from './database-column.js';
import type { DatabaseConnection, TableName } from './database-connection.js';
import type { DatabaseFailure } from './database-failure.js';

/** The connection as the process gets it: the address was looked up and allowed. */
export interface Target extends DatabaseConnection {
  readonly address: string;
}

/** As an admin allows it. */
export type Server = Pick<Target, 'host' | 'port'>;

export interface ReadLimits {
  readonly rows: number;
  readonly bytes: number;
}

/** Only rows whose `column` is at least `from` (all of them, where it is null), in that column's order; the limit of rows then cuts, and refuses nothing. */
export interface ReadFrom {
  readonly column: string;
  readonly from: string | null;
}

/** What the process is asked to do: one thing, then it ends. `columns` come before `read`: MariaDB's must be known to read them. */
export type DatabaseJob =
  | { readonly type: 'tables'; readonly target: Target }
  | { readonly type: 'columns'; readonly target: Target; readonly table: TableName }
  | {
      readonly type: 'read';
      readonly target: Target;
      readonly table: TableName;
      readonly columns: readonly DatabaseColumn[];
      readonly newer?: ReadFrom | undefined;
      readonly limits: ReadLimits;
      /** Where the JSON lines go. */
      readonly to: string;
    };

export interface RowsRead {
  readonly rows: number;
  readonly bytes: number;
  /** Of the last row, what its column of `newer` holds. */
  readonly last: string | null;
}

export interface DatabaseTable extends TableName {
  readonly kind: 'table' | 'view';
  /** By the database's own statistics; null if it has none. */
  readonly rows: number | null;
}

export type JobAnswer =
  | { readonly type: 'progress'; readonly rows: number; readonly bytes: number }
  | { readonly type: 'tables'; readonly tables: readonly DatabaseTable[] }
  | { readonly type: 'columns'; readonly columns: readonly DatabaseColumn[] }
  | ({ readonly type: 'read' } & RowsRead)
  | { readonly type: 'failed'; readonly failure: DatabaseFailure; readonly sign?: string | undefined };

/** As many tables as are listed at most. */
export const mostTables = 5_000;
