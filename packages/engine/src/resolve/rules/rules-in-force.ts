import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { ClientBase } from 'pg';
import { readRuleSet } from '../commands/use-rules.sql.js';
import { readOrigin, ruleVersionInForce } from './rules.sql.js';

export interface RulesInForce {
  readonly version: number;
  readonly document: RuleSet;
  /** Null of what a workspace starts with. */
  readonly createdBy: string | null;
  readonly createdAt: string | null;
}

export async function readRulesInForce(client: ClientBase, workspace: number): Promise<RulesInForce> {
  const version = await ruleVersionInForce(client);
  const origin = await readOrigin(client, workspace, version);
  return {
    version,
    document: await readRuleSet(client, workspace, version),
    createdBy: origin?.createdBy ?? null,
    createdAt: origin?.createdAt.toISOString() ?? null,
  };
}
