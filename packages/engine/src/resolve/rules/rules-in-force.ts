import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { ClientBase } from 'pg';
import { readRuleSet } from '../commands/use-rules.sql.js';
import type { RuleProgress } from './rule-progress.js';
import { readRuleProgress } from './rule-progress.sql.js';
import { newestVersion, readOrigin, ruleVersionInForce } from './rules.sql.js';

export interface RulesInForce {
  readonly version: number;
  readonly document: RuleSet;
  /** Null of what a workspace starts with. */
  readonly createdBy: string | null;
  readonly createdAt: string | null;
  /** The version that is on its way, and how far it has come. */
  readonly applying: RuleProgress | null;
}

export async function readRulesInForce(client: ClientBase, workspace: number): Promise<RulesInForce> {
  const version = await ruleVersionInForce(client);
  const origin = await readOrigin(client, workspace, version);
  return {
    version,
    document: await readRuleSet(client, workspace, version),
    createdBy: origin?.createdBy ?? null,
    createdAt: origin?.createdAt.toISOString() ?? null,
    applying: await readApplying(client, workspace, version),
  };
}

async function readApplying(client: ClientBase, workspace: number, inForce: number): Promise<RuleProgress | null> {
  const newest = await newestVersion(client, workspace);
  if (newest <= inForce) return null;
  return (await readRuleProgress(client, workspace, newest)) ?? { version: newest, done: 0, total: 0 };
}
