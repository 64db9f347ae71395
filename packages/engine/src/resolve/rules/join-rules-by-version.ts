import { type JoinRules, joinRules } from '@throughline/core/resolve/join-rules';
import type { ClientBase } from 'pg';
import { readRuleSet } from '../commands/use-rules.sql.js';

const mostKept = 100;

/** Rules made ready for asking. A version never changes, so it is made ready once. */
export class JoinRulesByVersion {
  readonly #ready = new Map<string, JoinRules>();

  async get(client: ClientBase, workspace: number, version: number): Promise<JoinRules> {
    const key = `${workspace}/${version}`;
    const known = this.#ready.get(key);
    if (known !== undefined) return known;
    const rules = joinRules(await readRuleSet(client, workspace, version));
    if (this.#ready.size >= mostKept) this.#ready.clear();
    this.#ready.set(key, rules);
    return rules;
  }
}
