import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { claimsOfPersons } from '../batch/claims.sql.js';
import { identifiersOfPersons } from '../batch/persons.sql.js';
import { appendCommand, awaitResolved, type CommandContext } from '../commands/append-command.js';
import type { Command } from '../commands/command.js';
import { type IdentityFrame, readIdentityFrame } from '../customers/identity-frame.js';
import { wantedPerson } from '../customers/wanted-person.js';
import type { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { findSettled } from './traits.sql.js';

type SettleTrait = Extract<Command, { type: 'settle-trait' }>;

export interface RightValue {
  readonly trait: string;
  readonly value: SettleTrait['value'];
  readonly note: string;
}

const waitMs = 10_000;

/** Decides which value of a trait is right; the id of the decision. Errors: those of `wantedPerson`, `resolve.behind`. */
export async function settleValue(
  ctx: CommandContext,
  rules: JoinRulesByVersion,
  by: Principal,
  id: string,
  right: RightValue,
): Promise<string> {
  const { number } = by.workspace;
  const decision = uuidV7(ctx.clock());
  await applied(ctx, number, (client) =>
    prepareSettling(client, rules, by, { id, decision, right, nowMs: ctx.clock() }),
  );
  return decision;
}

/** Takes a decision back; the trait it was about. Errors: `request.not-found` (taken back already, too), `resolve.behind`. */
export async function unsettleValue(ctx: CommandContext, by: Principal, decision: string): Promise<string> {
  const { number } = by.workspace;
  let about = '';
  await applied(ctx, number, async (client) => {
    const trait = await findSettled(client, number, decision);
    if (trait === undefined) {
      throw new ThroughlineError('request.not-found', 'there is no such decision, or it was taken back already');
    }
    about = trait;
    await recordAudit(client, by, ctx.clock(), { action: 'traits.unsettled', target: decision, detail: { trait } });
    return { type: 'undo-settled-trait', id: decision, by: by.actor.label };
  });
  return about;
}

async function applied(
  ctx: CommandContext,
  workspace: number,
  prepare: (client: ClientBase) => Promise<Command>,
): Promise<void> {
  const command = await inWorkspace(ctx, workspace, prepare);
  await awaitResolved(ctx, workspace, await appendCommand(ctx, workspace, command), waitMs);
}

interface Settling {
  readonly id: string;
  readonly decision: string;
  readonly right: RightValue;
  readonly nowMs: number;
}

async function prepareSettling(
  client: ClientBase,
  rules: JoinRulesByVersion,
  by: Principal,
  { id, decision, right, nowMs }: Settling,
): Promise<Command> {
  const { number } = by.workspace;
  const { person, currentId } = await wantedPerson(client, number, id);
  const frame = await readIdentityFrame(client, number, rules);
  const on = await identifierFor(client, number, frame, person, right);
  const detail = { decision, trait: right.trait };
  await recordAudit(client, by, nowMs, { action: 'traits.settled', target: currentId, detail });
  return { type: 'settle-trait', id: decision, on, ...right, by: by.actor.label };
}

/**
 * What a decision hangs on: the strongest identifier under which a source said this value, so that it goes with it if the person is taken
 * apart; if none said it, the strongest of all. What joins nobody is taken only where there is nothing else.
 */
async function identifierFor(
  client: ClientBase,
  workspace: number,
  { namespaces, rules }: IdentityFrame,
  person: number,
  { trait, value }: RightValue,
): Promise<Identifier> {
  const text = canonicalJson(value);
  const saying = new Set(
    (await claimsOfPersons(client, workspace, [person]))
      .filter((claim) => claim.trait === trait && claim.value === text)
      .map(({ node }) => node),
  );
  const own = (await identifiersOfPersons(client, workspace, [person])).map((row) => {
    const named = { namespace: namespaces.get(row.namespace) ?? String(row.namespace), value: row.value };
    return { ...named, said: saying.has(row.node), joins: !row.isHub && !rules.isBlocked(named) };
  });
  const [best] = own.sort(
    (a, b) => Number(b.said) - Number(a.said) || Number(b.joins) - Number(a.joins) || rules.compareStrength(a, b),
  );
  if (best === undefined) throw new Error(`person ${person} has no identifier`);
  return { namespace: best.namespace, value: best.value };
}
