import type { FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { databasesRoutes } from '../collect/connectors/database/databases.routes.js';
import { syncsRoutes } from '../collect/connectors/syncs/syncs.routes.js';
import { costsRoutes } from '../collect/costs/costs.routes.js';
import { countsRoutes } from '../collect/counts/counts.routes.js';
import { happeningsRoutes } from '../collect/happenings/happenings.routes.js';
import { importFileRoutes } from '../collect/import/import-file.routes.js';
import { importsRoutes } from '../collect/import/imports.routes.js';
import { Proposals } from '../collect/import/staged/proposals.js';
import { stageFileRoutes } from '../collect/import/staged/stage-file.routes.js';
import { stagedFilesRoutes } from '../collect/import/staged/staged-files.routes.js';
import { clientSettingsRoutes } from '../collect/intake/client-settings.routes.js';
import { recordsRoutes } from '../collect/intake/records.routes.js';
import { siteScriptRoutes } from '../collect/intake/site-script.routes.js';
import { trackingRoutes } from '../collect/intake/tracking.routes.js';
import { locationsRoutes } from '../collect/locations/locations.routes.js';
import { mendingsRoutes } from '../collect/set-aside/mendings.routes.js';
import { setAsideRoutes } from '../collect/set-aside/set-aside.routes.js';
import { channelsRoutes } from '../collect/sources/channels.routes.js';
import { sourcesRoutes } from '../collect/sources/sources.routes.js';
import { scanRoutes } from '../collect/tags/scan.routes.js';
import { tagsRoutes } from '../collect/tags/tags.routes.js';
import { webhookSettingsRoutes } from '../collect/webhooks/webhook-settings.routes.js';
import { webhooksRoutes } from '../collect/webhooks/webhooks.routes.js';
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
import { compareRoutes } from '../resolve/customers/compare.routes.js';
import { customersRoutes } from '../resolve/customers/customers.routes.js';
import { decisionsRoutes } from '../resolve/customers/decisions.routes.js';
import { peopleAtHandRoutes } from '../resolve/customers/people-at-hand.routes.js';
import { personRoutes } from '../resolve/customers/person.routes.js';
import { hubsRoutes } from '../resolve/hubs/hubs.routes.js';
import { previewImportRoutes } from '../resolve/imports/preview-import.routes.js';
import { replaceImportRoutes } from '../resolve/imports/replace-import.routes.js';
import { undoImportRoutes } from '../resolve/imports/undo-import.routes.js';
import { joinListsRoutes } from '../resolve/join-lists/join-lists.routes.js';
import { lagRoutes } from '../resolve/lag/lag.routes.js';
import { knownNumbers } from '../resolve/number-spaces/known-numbers.js';
import { hasCustomerNumbers } from '../resolve/number-spaces/known-numbers.sql.js';
import { personChangesRoutes } from '../resolve/person-changes/person-changes.routes.js';
import { rebuildRoutes } from '../resolve/project/rebuild.routes.js';
import { rulesRoutes } from '../resolve/rules/rules.routes.js';
import { settleRoutes } from '../resolve/traits/settle.routes.js';
import { traitsRoutes } from '../resolve/traits/traits.routes.js';
import { whatIfRoutes } from '../resolve/what-if/what-if.routes.js';
import { coverageRoutes } from '../resolve/who-knows-whom/coverage.routes.js';
import { joinProgressRoutes } from '../resolve/who-knows-whom/join-progress.routes.js';
import { keptPatterns } from '../resolve/who-knows-whom/kept-patterns.js';
import { personGapsRoutes } from '../resolve/who-knows-whom/person-gaps.routes.js';
import { arrivalsRoutes } from '../understand/arrivals/arrivals.routes.js';
import { findingsRoutes } from '../understand/findings/findings.routes.js';
import { stageRoutes } from '../understand/lifecycle/stage.routes.js';
import { placesRoutes } from '../understand/places/places.routes.js';
import { segmentsRoutes } from '../understand/segments/segments.routes.js';
import { sourceQualityRoutes } from '../understand/source-quality/source-quality.routes.js';
import { storyRoutes } from '../understand/story/story.routes.js';
import { tagUseRoutes } from '../understand/tags/tag-use.routes.js';
import { theirEyesRoutes } from '../understand/through-their-eyes/their-eyes.routes.js';
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
    clientSettingsRoutes(ctx),
    siteScriptRoutes(),
    webhooksRoutes(ctx),
    recordsRoutes(ctx),
    scanRoutes(ctx),
  ];
}

/** Routes of one workspace, below `/api/w/:workspace`. */
export function workspaceRoutes(ctx: GovernContext): readonly FastifyPluginAsyncZod[] {
  const patterns = keptPatterns(ctx);
  const proposals = new Proposals(ctx, { hasAny: hasCustomerNumbers, compare: knownNumbers });
  return [
    usersRoutes(ctx),
    tokensRoutes(ctx),
    settingsRoutes(ctx),
    sourcesRoutes(ctx, refreshOnTrust(ctx)),
    webhookSettingsRoutes(ctx),
    channelsRoutes(),
    countsRoutes(ctx),
    costsRoutes(ctx),
    happeningsRoutes(ctx),
    locationsRoutes(ctx),
    placesRoutes(ctx),
    arrivalsRoutes(ctx),
    sourceQualityRoutes(ctx),
    tagsRoutes(ctx),
    tagUseRoutes(ctx),
    importsRoutes(ctx),
    importFileRoutes(ctx),
    stageFileRoutes(ctx),
    stagedFilesRoutes(ctx, proposals),
    databasesRoutes(ctx),
    syncsRoutes(ctx),
    previewImportRoutes(ctx, proposals),
    undoImportRoutes(ctx),
    replaceImportRoutes(ctx, proposals),
    setAsideRoutes(ctx),
    mendingsRoutes(ctx),
    customersRoutes(ctx),
    peopleAtHandRoutes(ctx),
    personRoutes(ctx),
    compareRoutes(ctx),
    decisionsRoutes(ctx),
    joinListsRoutes(ctx),
    coverageRoutes(ctx, patterns),
    personGapsRoutes(ctx, patterns),
    joinProgressRoutes(ctx),
    storyRoutes(ctx),
    theirEyesRoutes(ctx),
    stageRoutes(ctx),
    findingsRoutes(ctx, patterns),
    segmentsRoutes(ctx),
    rulesRoutes(ctx),
    whatIfRoutes(ctx),
    hubsRoutes(ctx),
    traitsRoutes(ctx),
    settleRoutes(ctx),
    personChangesRoutes(ctx),
    lagRoutes(ctx),
    rebuildRoutes(ctx),
    archiveRoutes(ctx),
    sampleCompanyRoutes(ctx),
  ];
}
