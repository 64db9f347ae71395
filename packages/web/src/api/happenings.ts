import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export const happeningKinds = ['outage', 'price_change', 'strike', 'release', 'campaign', 'other'] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** What a person says of it. `from` and `until` are a day, or a time by the clock of the workspace. */
export interface HappeningFields {
  readonly kind: HappeningKind;
  readonly what: string;
  readonly from: string;
  readonly until: string | null;
  readonly location: string;
  readonly knownFrom: string;
}

export interface Happening extends HappeningFields {
  readonly id: string;
  readonly isNow: boolean;
  /** The source that told it; null: a person entered it. */
  readonly source: string | null;
  readonly toldBy: string;
  readonly toldAt: string;
}

export interface Happenings {
  readonly items: readonly Happening[];
  readonly hasMore: boolean;
}

export const happenings = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'happenings'],
    queryFn: ({ signal }) => request<Happenings>(path(workspace, '/happenings'), { signal }),
    staleTime: 30_000,
  });

export const happeningActs = {
  add: (workspace: string, body: HappeningFields) =>
    request<{ readonly id: string }>(path(workspace, '/happenings'), { method: 'POST', body }),
  change: (workspace: string, id: string, body: HappeningFields) =>
    request<null>(path(workspace, '/happenings/{}', [id]), { method: 'PUT', body }),
  remove: (workspace: string, id: string) =>
    request<null>(path(workspace, '/happenings/{}', [id]), { method: 'DELETE' }),
  restore: (workspace: string, id: string) =>
    request<null>(path(workspace, '/happenings/{}/restore', [id]), { method: 'POST' }),
};
