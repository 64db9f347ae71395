import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What people were searched for by: personal data, so it stays with the entry of the history and out of the address. */
    searched?: string;
  }
}

const route = getRouteApi('/w/$workspace/customers');

/** What is searched for. It comes back with Back and with a reload; an address that asks for somebody (`?q=`) is read once and emptied. */
export function useSearched(): { readonly q: string; readonly searchFor: (q: string) => void } {
  const { q: asked } = route.useSearch();
  const kept = useRouterState({ select: ({ location }) => location.state.searched ?? '' });
  const navigate = route.useNavigate();
  const searchFor = useCallback(
    (searched: string) =>
      void navigate({
        search: ({ q: _, ...others }) => others,
        state: (before) => ({ ...before, searched }),
        replace: true,
      }),
    [navigate],
  );
  useEffect(() => {
    if (asked !== undefined) searchFor(asked);
  }, [asked, searchFor]);
  return { q: asked ?? kept, searchFor };
}
