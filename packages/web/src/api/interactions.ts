import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PageOf } from './page-of.js';
import { path } from './path.js';
import { request } from './request.js';

export interface Interaction {
  readonly id: string;
  readonly at: string;
  readonly precision: 'instant' | 'day';
  readonly name: string;
  readonly channel: string;
  readonly source: string;
  readonly direction: string | null;
  readonly touchpoint: string | null;
  readonly about: string | null;
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly location: string | null;
  readonly value: number | string | null;
  readonly currency: string | null;
  readonly marks: {
    readonly machine: boolean;
    readonly internal: boolean;
    readonly test: boolean;
    readonly void: boolean;
  };
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface InteractionPage extends PageOf<Interaction> {
  readonly total: number;
  readonly asOf: string;
}

/** The last few things a person did. */
export const lastInteractions = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'last-interactions', id],
    queryFn: ({ signal }) =>
      request<InteractionPage>(path(workspace, '/customers/{}/interactions', [id], { limit: 5 }), { signal }),
  });

/** One person's interactions, newest first, of every channel or of one. The first page is small, so that it is there at once. */
export const interactions = (workspace: string, id: string, channel: string | null) =>
  infiniteQueryOptions({
    queryKey: ['w', workspace, 'interactions', id, channel],
    queryFn: ({ pageParam, signal }) =>
      request<InteractionPage>(
        path(workspace, '/customers/{}/interactions', [id], {
          cursor: pageParam,
          channel,
          limit: pageParam === null ? 100 : 500,
        }),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
