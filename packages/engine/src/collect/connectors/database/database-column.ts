import type { TableColumn } from '@throughline/core/collect/syncs/schema-drift';
import type { ColumnReading } from './mariadb/mariadb-column.js';

/** A column as the database names and declares it. */
export interface DatabaseColumn extends TableColumn {
  /** The table as the database spells it. */
  readonly table: string;
  /** How MariaDB is asked for it; PostgreSQL writes every type as JSON by itself, so there it is `plain`. */
  readonly reading: ColumnReading;
}
