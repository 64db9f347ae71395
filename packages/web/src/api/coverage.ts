import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export interface CoveredSystem {
  readonly id: string;
  readonly name: string;
  /** Recognised customers. */
  readonly people: number;
  readonly visitors: number;
  /** People known to no other system. */
  readonly alone: number;
  readonly brings: readonly { readonly namespace: string; readonly people: number }[];
  readonly sentence: string;
}

export interface CoveredPair {
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly known: number;
  readonly linkable: number;
  readonly sentence: string;
}

export interface Coverage {
  readonly opening: string;
  readonly joiningFile: { readonly upTo: number; readonly sentence: string } | null;
  readonly systems: readonly CoveredSystem[];
  readonly pairs: readonly CoveredPair[];
  readonly asOf: string;
}

/** Which system knows whom, and how many of them any other knows too. */
export const coverage = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'coverage'],
    queryFn: ({ signal }) => request<Coverage>(path(workspace, '/coverage'), { signal }),
    refetchInterval: 30_000,
  });

export interface JoinProgress {
  readonly opening: string;
  /** Oldest first, none missing in between. */
  readonly months: readonly {
    readonly month: string;
    readonly name: string;
    readonly people: number;
    readonly shared: number;
    readonly joined: number;
    readonly split: number;
  }[];
}

/** How far the systems knew the same people at the end of each month. */
export const joinProgress = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'coverage', 'progress'],
    queryFn: ({ signal }) => request<JoinProgress>(path(workspace, '/coverage/progress'), { signal }),
    refetchInterval: 60_000,
  });
