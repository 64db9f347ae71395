import { createRouter } from '@tanstack/react-router';
import { CrashedRoute } from './crashed-route.js';
import { NotFound } from './not-found.js';
import { plainSearch } from './plain-search.js';
import { queryClient } from './query-client.js';
import { routeTree } from './route-tree.js';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch: plainSearch.parse,
  stringifySearch: plainSearch.stringify,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: CrashedRoute,
  defaultNotFoundComponent: NotFound,
  notFoundMode: 'root',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
