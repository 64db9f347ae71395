import { queryOptions } from '@tanstack/react-query';
import type { PersonSummary } from './customers.js';
import { path } from './path.js';
import { request } from './request.js';

/** People whom I saved, and whom I opened lately. */
export interface PeopleAtHand {
  readonly saved: readonly PersonSummary[];
  readonly recent: readonly PersonSummary[];
}

export const peopleAtHand = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'people-at-hand'],
    queryFn: ({ signal }) => request<PeopleAtHand>(path(workspace, '/customers/at-hand'), { signal }),
  });

/** Saves a person, or takes one off a list; answers with both lists. */
export const changeAtHand = (
  workspace: string,
  id: string,
  body: { readonly saved?: boolean; readonly recent?: false },
) => request<PeopleAtHand>(path(workspace, '/customers/{}/at-hand', [id]), { method: 'PATCH', body });
