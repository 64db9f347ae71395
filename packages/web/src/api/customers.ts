import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Identifier } from './identifier.js';
import type { PageOf } from './page-of.js';
import { path } from './path.js';
import { request } from './request.js';

export type CustomerKind = 'customers' | 'visitors';

export interface PersonSummary {
  readonly id: string;
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
  readonly channels: readonly string[];
  readonly interactions: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Why this person was found, if they were searched for. */
  readonly because?: string;
}

export interface CustomerPage extends PageOf<PersonSummary> {
  readonly opening: string;
  readonly customers: number;
  readonly visitors: number;
  readonly inSeveralChannels: number;
  readonly asOf: string;
}

/** People of a workspace, newest first; with `q` those somebody may mean who types it, the best first. */
export const customers = (workspace: string, filter: { readonly q: string; readonly kind: CustomerKind }) =>
  infiniteQueryOptions({
    queryKey: ['w', workspace, 'customers', filter],
    queryFn: ({ pageParam, signal }) =>
      filter.q === ''
        ? request<CustomerPage>(
            path(workspace, '/customers', [], { kind: filter.kind, cursor: pageParam, limit: 100 }),
            { signal },
          )
        : search(workspace, { ...filter, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

/** The few customers who came last. */
export const newestCustomers = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'customers', 'newest'],
    queryFn: ({ signal }) =>
      request<CustomerPage>(path(workspace, '/customers', [], { kind: 'customers', limit: 8 }), { signal }),
  });

/** The first few people, customers or visitors, that are found by a text. */
export const peopleFound = (workspace: string, q: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'people-found', q],
    queryFn: ({ signal }) => search(workspace, { q, limit: 8 }, signal),
    placeholderData: keepPreviousData,
  });

/** What is searched for is somebody's personal data: it goes in the body, never in an address. */
function search(
  workspace: string,
  body: { readonly q: string; readonly kind?: CustomerKind; readonly limit: number },
  signal: AbortSignal,
): Promise<CustomerPage> {
  return request<CustomerPage>(path(workspace, '/customers/search'), { method: 'POST', body, signal });
}
