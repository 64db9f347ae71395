/** The absolute, resolved paths of everything an installation keeps. */
export interface DataFolder {
  readonly root: string;
  readonly postgres: string;
  readonly clickhouse: string;
  /** Files people hand in, until they are read. */
  readonly staging: string;
  /** Log days that left PostgreSQL. */
  readonly archive: string;
  readonly logs: string;
  readonly secrets: string;
  readonly ballast: string;
}
