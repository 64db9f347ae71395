import type { ClickHouseClient } from '@clickhouse/client';

/** Where an engine answers; told to worker processes of ours, which make their own client with `connectAnalytics`. */
export interface AnalyticsAddress {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** The analytics store, embedded or a server of the operator's own; the same client and the same SQL in both. */
export interface Analytics {
  readonly kind: 'embedded' | 'server';
  /** ClickHouse's version. */
  readonly version: string;
  readonly address: AnalyticsAddress;
  /** Always the same one; it keeps working over restarts of the embedded engine. */
  client(): ClickHouseClient;
  /** Resolves if the engine answers now, without waiting for one that is away; rejects with `analytics.unavailable`. */
  ping(): Promise<void>;
  /** Called each time the embedded engine is back after it ended, whatever the reason. Returns the way to stop listening. */
  onRestart(listener: () => void): () => void;
  readonly restartCount: number;
  /** Resident bytes of the engine's process as it last reported; 0 for a server. */
  rssBytes(): number;
  /** The engine's process now, undefined while there is none or it is a server. */
  readonly pid: number | undefined;
  /** Sends a signal to the engine's process: for fault tests. */
  kill(signal: NodeJS.Signals): void;
  /** Ends the client and the embedded engine, after what is running; twice is harmless. */
  stop(): Promise<void>;
}
