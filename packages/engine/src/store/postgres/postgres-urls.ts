/** One connection string per role. `owner` owns the tables and is used for migrations and upkeep alone. */
export interface PostgresUrls {
  readonly owner: string;
  readonly intake: string;
  readonly app: string;
  readonly worker: string;
}
