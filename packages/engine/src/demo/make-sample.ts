import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { fallbackLanguage, languageOf } from '@throughline/core/words/language';
import { wordsIn } from '@throughline/core/words/words-in';
import { sampleCompany } from '@throughline/world/sample-company';
import { recordAudit } from '../govern/audit/record-audit.js';
import type { Principal } from '../govern/principal.js';
import { lockSettings } from '../govern/settings/settings.sql.js';
import { insertMember, listMembers } from '../govern/users/member.sql.js';
import { createWorkspace } from '../govern/workspaces/create-workspace.js';
import { type AppPool, inWorkspace } from '../store/postgres/in-workspace.js';
import { enterWorkspace } from '../store/postgres/in-workspace.sql.js';
import type { WantedSample } from './sample-companies.js';
import { insertSample, sampleHere } from './sample-company.sql.js';

/** One company for everybody: what stands in the documentation is what people see. */
const seed = 1;
const dayMs = 86_400_000;

/**
 * Makes the workspace of a sample company, recorded until this morning; its number. Members, country and language are those of the asking
 * workspace. One that is there already is taken, so asking twice makes one. Errors: `sample-company.leaving`.
 */
export function makeSample(ctx: AppPool, by: Principal, wanted: WantedSample, nowMs: number): Promise<number> {
  const madeFor = by.workspace.number;
  return inWorkspace(ctx, madeFor, async (client) => {
    const { country, language, weekStartsOn } = await lockSettings(client, madeFor);
    const before = await sampleHere(client);
    if (before?.state === 'removing') throw leaving();
    if (before !== undefined) return before.workspace;
    const members = await listMembers(client, madeFor);
    const recordedUntil = new Date(Math.floor(nowMs / dayMs) * dayMs);
    const company = sampleCompany({ ...wanted, seed, until: recordedUntil.getTime() });
    const home = company.systems.find(({ kind }) => kind === 'import')?.source;
    if (home === undefined) throw new Error(`${company.name} has no system that files come from`);
    const words = wordsIn(languageOf(language) ?? fallbackLanguage);
    const settings = {
      name: words.say('sample-company.name', { company: company.name }),
      country,
      zone: home.zone,
      currency: home.currency,
      language,
      weekStartsOn,
    };
    const { workspace, slug } = await createWorkspace(client, settings, nowMs);
    await recordAudit(client, by, nowMs, {
      action: 'sample-company.made',
      target: String(workspace),
      detail: { after: wanted },
    });
    await enterWorkspace(client, workspace);
    for (const { id, role } of members) await insertMember(client, workspace, id, role, new Date(nowMs));
    await insertSample(client, {
      workspace,
      madeFor,
      ...wanted,
      seed,
      recordedUntil,
      madeBy: by.actor,
      at: new Date(nowMs),
    });
    const here = { workspace: { number: workspace, slug }, actor: by.actor };
    await recordAudit(client, here, nowMs, { action: 'workspaces.created', detail: { after: settings } });
    return workspace;
  });
}

const leaving = () =>
  new ThroughlineError('sample-company.leaving', 'the sample company is being removed; ask again in a moment');
