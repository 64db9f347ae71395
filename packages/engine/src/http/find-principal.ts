import type { Caller } from '../govern/caller.js';
import type { Principal } from '../govern/principal.js';
import { findMembership, workspaceBySlug } from '../govern/workspaces/workspaces.sql.js';
import type { AppContext } from './app-context.js';

/** What the caller may do in the workspace of the path; undefined if nothing, be it another's or not there at all. */
export async function findPrincipal(ctx: AppContext, caller: Caller, slug: string): Promise<Principal | undefined> {
  switch (caller.type) {
    case 'token':
      if (caller.workspace.slug !== slug) return undefined;
      return {
        workspace: caller.workspace,
        actor: { type: 'token', id: caller.id, label: caller.name },
        role: caller.role,
      };
    case 'command line': {
      const workspace = await workspaceBySlug(ctx.appPool, slug);
      if (workspace === undefined) return undefined;
      return {
        workspace: { number: workspace, slug },
        actor: { type: 'command line', id: 'command line', label: 'command line' },
        role: 'admin',
      };
    }
    case 'user': {
      const { user } = caller;
      const membership = await findMembership(ctx.appPool, user.id, slug);
      if (membership === undefined) return undefined;
      return {
        workspace: { number: membership.workspace, slug },
        actor: { type: 'user', id: user.id, label: user.name },
        role: membership.role,
      };
    }
  }
}
