import { queryOptions } from '@tanstack/react-query';
import type { DatabaseRead, TableName } from './databases.js';
import { path } from './path.js';
import { request } from './request.js';

export interface WatermarkCandidate {
  readonly column: string;
  readonly kind: 'number' | 'time';
  readonly empty: number;
  readonly rows: number;
  readonly growsShareOf1: number;
}

export type SyncHeld =
  | {
      readonly type: 'drift';
      readonly vanished: readonly string[];
      readonly changed: readonly { readonly name: string; readonly was: string; readonly is: string }[];
    }
  | { readonly type: 'gone'; readonly missing: number; readonly of: number };

/** A table of a database that is read again and again. */
export interface Sync {
  readonly id: string;
  readonly server: { readonly host: string; readonly port: number; readonly database: string; readonly user: string };
  readonly table: TableName;
  readonly source: { readonly id: string; readonly name: string } | null;
  readonly state: 'draft' | 'active' | 'paused' | 'held';
  readonly doing: 'nothing' | 'reading' | 'importing' | 'removing';
  readonly held: SyncHeld | null;
  readonly staged: string | null;
  readonly candidates: readonly WatermarkCandidate[];
  readonly watermarkColumn: string | null;
  readonly everyMinutes: number | null;
  readonly added: readonly string[];
  readonly lastRunAt: string | null;
  readonly lastRows: number | null;
  readonly nextAt: string | null;
  readonly failures: number;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

export interface SyncChange {
  readonly watermarkColumn?: string | null;
  readonly everyMinutes?: number;
  readonly isPaused?: boolean;
  readonly password?: string;
}

const soonMs = 2_000;
const laterMs = 15_000;

export const syncs = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'syncs'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Sync[] }>(path(workspace, '/syncs'), { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ doing }) => doing !== 'nothing') ? soonMs : laterMs),
  });

export const syncActs = {
  change: (workspace: string, id: string, change: SyncChange) =>
    request<Sync>(path(workspace, '/syncs/{}', [id]), { method: 'PATCH', body: change }),
  run: (workspace: string, id: string) => request<Sync>(path(workspace, '/syncs/{}/run', [id]), { method: 'POST' }),
  decide: (workspace: string, id: string, choice: 'go-on' | 'take-back' | 'keep' | 'wait') =>
    request<Sync>(path(workspace, '/syncs/{}/decide', [id]), { method: 'POST', body: { choice } }),
  readAnew: (workspace: string, id: string) =>
    request<DatabaseRead>(path(workspace, '/syncs/{}/read', [id]), { method: 'POST' }),
  remove: (workspace: string, id: string) => request<null>(path(workspace, '/syncs/{}', [id]), { method: 'DELETE' }),
};
