import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.js';
import { me } from '../api/me.js';
import { setupNeeded } from '../api/setup.js';
import { lastWorkspace } from './last-workspace.js';

/** Where somebody without an address begins: set-up, sign-in, or the workspace they saw last. */
export async function homeOf(queryClient: QueryClient) {
  try {
    const { workspaces } = await queryClient.ensureQueryData(me);
    const last = lastWorkspace.get();
    const found = workspaces.find(({ slug }) => slug === last) ?? workspaces[0];
    if (found === undefined) return { to: '/no-workspace' } as const;
    return { to: '/w/$workspace/customers', params: { workspace: found.slug } } as const;
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 401)) throw error;
    const { needed } = await queryClient.fetchQuery(setupNeeded);
    return needed ? ({ to: '/setup' } as const) : ({ to: '/sign-in' } as const);
  }
}
