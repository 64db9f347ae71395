import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export type KeyKind = 'public' | 'server';
/** What a group call of a source makes. */
export type GroupKind = 'account' | 'household';

export interface SourceCounts {
  readonly stored: number;
  readonly duplicates: number;
  readonly setAside: number;
}

export interface SourceDay extends SourceCounts {
  readonly day: string;
}

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly team: string | null;
  readonly trust: number;
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
  readonly groups: GroupKind;
  readonly completeUntil: string | null;
  readonly archived: boolean;
  readonly keys: readonly {
    readonly id: string;
    readonly kind: KeyKind;
    readonly hint: string;
    readonly createdAt: string;
  }[];
  /** Whether it is told by deliveries. */
  readonly webhook: boolean;
  readonly lastReceivedAt: string | null;
  readonly today: SourceCounts;
  readonly total: SourceCounts;
  readonly days: readonly SourceDay[];
}

/** What a person says of a source; the server fills in the rest from the workspace. */
export interface SourceFields {
  readonly name: string;
  readonly channel: string;
  readonly team: string | null;
  readonly trust: number;
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
  readonly groups?: GroupKind;
  readonly completeUntil?: string | null;
}

export interface Channel {
  readonly name: string;
  readonly label: string;
}

export const sources = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'sources'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Source[] }>(path(workspace, '/sources'), { signal }),
    refetchInterval: 15_000,
  });

export const channels = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'channels'],
    queryFn: ({ signal }) => request<{ readonly items: readonly Channel[] }>(path(workspace, '/channels'), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The write key is in this answer and nowhere else, ever. */
export const addSource = (workspace: string, body: SourceFields & { readonly key: KeyKind }) =>
  request<{ readonly id: string; readonly name: string; readonly writeKey: string }>(path(workspace, '/sources'), {
    method: 'POST',
    body,
  });

export const changeSource = (workspace: string, id: string, body: Partial<SourceFields>) =>
  request<unknown>(path(workspace, '/sources/{}', [id]), { method: 'PATCH', body });

/** Gives a new key of this kind; the old ones stop working at once. */
export const rotateKey = (workspace: string, id: string, kind: KeyKind) =>
  request<{ readonly writeKey: string }>(path(workspace, '/sources/{}/rotate', [id]), {
    method: 'POST',
    body: { kind },
  });
