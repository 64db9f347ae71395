const mebibyte = 1024 * 1024;

/** What one analytics process may use. A client may ask for less per query, never for more. */
export interface AnalyticsLimits {
  /** Queries that run at once; the rest wait. */
  readonly concurrentQueries: number;
  /** Queries that may wait; one more is refused as too many simultaneous queries. */
  readonly waitingQueries: number;
  readonly querySeconds: number;
  readonly queryBytes: number;
  /** Bytes of one answer, uncompressed. */
  readonly resultBytes: number;
  /** Bytes of one request body, inflated. */
  readonly requestBytes: number;
  /** The engine's own ceiling over all queries. It is soft: 1.1 GB were seen at 700 MB. */
  readonly serverBytes: number;
  /** Resident bytes above which an idle process is replaced by a fresh one. */
  readonly recycleAboveBytes: number;
}

export const defaultAnalyticsLimits: AnalyticsLimits = {
  concurrentQueries: 4,
  waitingQueries: 128,
  querySeconds: 60,
  queryBytes: 600 * mebibyte,
  resultBytes: 128 * mebibyte,
  requestBytes: 256 * mebibyte,
  serverBytes: 900 * mebibyte,
  recycleAboveBytes: 500 * mebibyte,
};
