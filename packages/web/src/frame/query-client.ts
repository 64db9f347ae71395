import { QueryCache } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.js';
import { me } from '../api/me.js';
import { FreshQueryClient } from './fresh-query-client.js';

/** Asks again only when the server did not answer or was overloaded; a refusal is final. A lost session empties `me`, which leads to sign-in. */
export const queryClient = new FreshQueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && isPassing(error.status),
      retryDelay: (failures) => 400 * 2 ** failures,
    },
  },
  queryCache: new QueryCache({
    onError: (error, query) => {
      const asked = query.queryKey[0];
      if (error instanceof ApiProblem && error.status === 401 && asked === 'w') {
        void queryClient.resetQueries({ queryKey: me.queryKey });
      }
    },
  }),
});

function isPassing(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}
