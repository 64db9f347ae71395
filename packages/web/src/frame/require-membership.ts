import type { QueryClient } from '@tanstack/react-query';
import { notFound, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../api/api-problem.js';
import { me } from '../api/me.js';
import { lastWorkspace } from './last-workspace.js';

/** Lets members pass. Others learn nothing of the workspace; who is not signed in may do so and comes back here. */
export async function requireMembership(queryClient: QueryClient, workspace: string, next: string): Promise<void> {
  const { workspaces } = await queryClient.ensureQueryData(me).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401) throw redirect({ to: '/sign-in', search: { next } });
    throw error;
  });
  if (!workspaces.some(({ slug }) => slug === workspace)) throw notFound();
  lastWorkspace.set(workspace);
}
