import type { FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { databaseHostsRoutes } from '../collect/connectors/database/database-hosts.routes.js';
import { databasesRoutes } from '../collect/connectors/database/databases.routes.js';
import { importFileRoutes } from '../collect/import/import-file.routes.js';
import { importsRoutes } from '../collect/import/imports.routes.js';
import { stageFileRoutes } from '../collect/import/staged/stage-file.routes.js';
import { stagedFilesRoutes } from '../collect/import/staged/staged-files.routes.js';
import { trackingRoutes } from '../collect/intake/tracking.routes.js';
import { setAsideRoutes } from '../collect/set-aside/set-aside.routes.js';
import { channelsRoutes } from '../collect/sources/channels.routes.js';
import { sourcesRoutes } from '../collect/sources/sources.routes.js';
import { sampleCompanyRoutes } from '../demo/sample-company.routes.js';
import { meRoutes } from '../govern/me.routes.js';
import { settingsRoutes } from '../govern/settings/settings.routes.js';
import { setupRoutes } from '../govern/setup/setup.routes.js';
import { signInRoutes } from '../govern/sign-in/sign-in.routes.js';
import { tokensRoutes } from '../govern/tokens/tokens.routes.js';
import { invitationsRoutes } from '../govern/users/invitations.routes.js';
import { usersRoutes } from '../govern/users/users.routes.js';
import { workspacesRoutes } from '../govern/workspaces/workspaces.routes.js';
import { archiveRoutes } from '../resolve/archive/archive.routes.js';
import { refreshOnTrust } from '../resolve/commands/refresh-on-trust.js';
import { customersRoutes } from '../resolve/customers/customers.routes.js';
import { decisionsRoutes } from '../resolve/customers/decisions.routes.js';
import { personRoutes } from '../resolve/customers/person.routes.js';
import { previewImportRoutes } from '../resolve/imports/preview-import.routes.js';
import { replaceImportRoutes } from '../resolve/imports/replace-import.routes.js';
import { undoImportRoutes } from '../resolve/imports/undo-import.routes.js';
import { lagRoutes } from '../resolve/lag/lag.routes.js';
import { rebuildRoutes } from '../resolve/project/rebuild.routes.js';
import { rulesRoutes } from '../resolve/rules/rules.routes.js';
import { coverageRoutes } from '../resolve/who-knows-whom/coverage.routes.js';
import { keptPatterns } from '../resolve/who-knows-whom/kept-patterns.js';
import { findingsRoutes } from '../understand/findings/findings.routes.js';
import { storyRoutes } from '../understand/story/story.routes.js';
import type { GovernContext } from './govern-context.js';

/** Routes that stand outside a workspace, at their full address. */
export function instanceRoutes(ctx: GovernContext): readonly (FastifyPluginAsync | FastifyPluginAsyncZod)[] {
  return [
    setupRoutes(ctx),
    invitationsRoutes(ctx),
    signInRoutes(ctx),
    meRoutes(ctx),
    workspacesRoutes(ctx),
    trackingRoutes(ctx),
  ];
}

/** Routes of one workspace, below `/api/w/:workspace`. */
export function workspaceRoutes(ctx: GovernContext): readonly FastifyPluginAsyncZod[] {
  const patterns = keptPatterns(ctx);
  return [
    usersRoutes(ctx),
    tokensRoutes(ctx),
    settingsRoutes(ctx),
    sourcesRoutes(ctx, refreshOnTrust(ctx)),
    channelsRoutes(),
    importsRoutes(ctx),
    importFileRoutes(ctx),
    stageFileRoutes(ctx),
    stagedFilesRoutes(ctx),
    databaseHostsRoutes(ctx),
    databasesRoutes(ctx),
    previewImportRoutes(ctx),
    undoImportRoutes(ctx),
    replaceImportRoutes(ctx),
    setAsideRoutes(ctx),
    customersRoutes(ctx),
    personRoutes(ctx),
    decisionsRoutes(ctx),
    coverageRoutes(ctx, patterns),
    storyRoutes(ctx),
    findingsRoutes(ctx, patterns),
    rulesRoutes(ctx),
    lagRoutes(ctx),
    rebuildRoutes(ctx),
    archiveRoutes(ctx),
    sampleCompanyRoutes(ctx),
  ];
}
