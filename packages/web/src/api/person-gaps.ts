import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

export interface PersonGaps {
  /** Empty where nothing is missing. */
  readonly opening: string;
  readonly gaps: readonly { readonly source: string; readonly sentence: string }[];
}

/** Sources that know many customers and not this one. */
export const personGaps = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'person-gaps', id],
    queryFn: ({ signal }) => request<PersonGaps>(path(workspace, '/customers/{}/gaps', [id]), { signal }),
  });
