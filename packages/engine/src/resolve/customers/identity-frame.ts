import type { JoinRules } from '@throughline/core/resolve/join-rules';
import type { ClientBase } from 'pg';
import type { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { readFrame } from './identity-frame.sql.js';

/** What stored numbers and codes of a workspace mean, and the rules in force. */
export interface IdentityFrame {
  /** Names by code, strongest first. */
  readonly namespaces: ReadonlyMap<number, string>;
  readonly rules: JoinRules;
  readonly country: string;
  readonly zone: string;
  sourceName(source: number): string;
  /** Names of the channels in a bit set (decimal text). */
  channelNames(bits: string): readonly string[];
}

export async function readIdentityFrame(
  client: ClientBase,
  workspace: number,
  rulesByVersion: JoinRulesByVersion,
): Promise<IdentityFrame> {
  const row = await readFrame(client, workspace);
  const rules = await rulesByVersion.get(client, workspace, row.ruleVersion);
  const named = ({ name }: { readonly name: string }) => ({ namespace: name, value: '' });
  const strongestFirst = [...row.namespaces].sort((a, b) => rules.compareStrength(named(a), named(b)));
  const sources = new Map(row.sources.map(({ source, name }) => [source, name]));
  return {
    namespaces: new Map(strongestFirst.map(({ code, name }) => [code, name])),
    rules,
    country: row.country,
    zone: row.zone,
    sourceName: (source) => sources.get(source) ?? `#${source}`,
    channelNames: (bits) => {
      const set = BigInt(bits);
      return row.channels.filter(({ code }) => (set >> BigInt(code - 1)) & 1n).map(({ name }) => name);
    },
  };
}
