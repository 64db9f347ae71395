import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { appendCommand, awaitResolved, type CommandContext } from '../commands/append-command.js';
import { readRuleSet } from '../commands/use-rules.sql.js';
import { insertRuleSet, newestVersion, ruleVersionInForce, versionBefore } from './rules.sql.js';
import { isSameDocument } from './same-document.js';

/** What was asked for; `inForce` is false while people are still being recomputed. */
export interface ChangedRules {
  readonly version: number;
  readonly inForce: boolean;
}

/** Recomputing millions of people takes minutes; whoever asks waits this long for a small workspace. */
const waitMs = 5_000;

/** Makes these the rules in force, as a new version. Rules that say the same as those in force change nothing. */
export function setRules(ctx: CommandContext, by: Principal, document: RuleSet): Promise<ChangedRules> {
  return change(ctx, by, 'rules.set', async () => document);
}

/** Makes a change of the newest rules, as a new version. */
export function changeRules(
  ctx: CommandContext,
  by: Principal,
  action: string,
  changed: (ruleSet: RuleSet) => RuleSet,
): Promise<ChangedRules> {
  return change(ctx, by, action, async (client, newest) =>
    changed(await readRuleSet(client, by.workspace.number, newest)),
  );
}

/** A new version that says what the one before said; done twice, it brings back what the first took away. Error: `rules.nothing-to-undo`. */
export function undoRules(ctx: CommandContext, by: Principal): Promise<ChangedRules> {
  return change(ctx, by, 'rules.undone', async (client, version) => {
    if (version === 0) {
      throw new ThroughlineError(
        'rules.nothing-to-undo',
        'the rules are those a workspace starts with; nothing was set',
      );
    }
    const { number } = by.workspace;
    return readRuleSet(client, number, await versionBefore(client, number, version));
  });
}

async function change(
  ctx: CommandContext,
  by: Principal,
  action: string,
  documentAfter: (client: ClientBase, newest: number) => Promise<RuleSet>,
): Promise<ChangedRules> {
  const { number } = by.workspace;
  const made = await inWorkspace(ctx, number, async (client) => {
    const newest = await newestVersion(client, number);
    const after = await documentAfter(client, newest);
    const inForce = await ruleVersionInForce(client);
    if (inForce === newest && isSameDocument(await readRuleSet(client, number, newest), after)) {
      return { version: newest, isNew: false };
    }
    const nowMs = ctx.clock();
    const document = JSON.stringify(after);
    const version = await insertRuleSet(client, number, { document, by: by.actor.label, at: new Date(nowMs) });
    if (version === undefined) {
      throw new ThroughlineError(
        'rules.changed-meanwhile',
        'somebody else changed the rules just now; look at them again',
      );
    }
    await recordAudit(client, by, nowMs, { action, target: String(version), detail: { before: newest } });
    return { version, isNew: true };
  });
  if (!made.isNew) return { version: made.version, inForce: true };
  const command = { type: 'use-rules', version: made.version, by: by.actor.label } as const;
  const offset = await appendCommand(ctx, number, command);
  return { version: made.version, inForce: await isResolved(ctx, number, offset) };
}

async function isResolved(ctx: CommandContext, workspace: number, offset: bigint): Promise<boolean> {
  try {
    await awaitResolved(ctx, workspace, offset, waitMs);
    return true;
  } catch (error) {
    if (ThroughlineError.is(error) && error.code === 'resolve.behind') return false;
    throw error;
  }
}
