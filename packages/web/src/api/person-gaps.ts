import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

/** Sources that know many customers and not this one, each with the reason in a sentence. */
export const personGaps = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'person-gaps', id],
    queryFn: ({ signal }) =>
      request<{ readonly gaps: readonly { readonly source: string; readonly sentence: string }[] }>(
        path(workspace, '/customers/{}/gaps', [id]),
        { signal },
      ),
  });
