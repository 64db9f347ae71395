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
