import { createHash } from 'node:crypto';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import { joinRules } from '@throughline/core/resolve/join-rules';
import { resolvePersons } from '@throughline/core/resolve/resolve-persons';
import { describe, expect, it } from 'vitest';
import { profiles } from '../profile.js';
import { sampleCompany } from '../sample-company.js';
import { judgeJoins } from './judge-joins.js';
import { namingsOf } from './namings-of.js';
import { ownersOf } from './owners-of.js';
import { saidMatches } from './said-matches.js';

/* What a new workspace joins, held against the truth; `bench/joins.mjs` does the same for ten seeds and more people. */

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.each(profiles)('the rules a workspace starts with, on a company whose truth is known (%s)', (profile) => {
  const company = sampleCompany({ profile, customers: 1_000, seed: 3, until: Date.UTC(2026, 5, 1) });
  const said = saidMatches(namingsOf(company), sha256);
  const owners = ownersOf(company);
  const { persons, refused, cut } = resolvePersons(said, joinRules(defaultRuleSet));
  const judged = judgeJoins({ persons }, said, owners);
  const kindOf = (name: string): string | undefined => owners.get(name)?.kind;

  it('join nearly nobody who is not one human, and say why they miss whom they miss', () => {
    const { joined, right, wanted, found, missed } = judged;
    const causes = Object.entries(missed).map(([cause, pairs]) => `${cause} ${((100 * pairs) / wanted).toFixed(1)} %`);
    process.stdout.write(
      `joins, ${profile}: precision ${(right / joined).toFixed(5)}, recall ${(found / wanted).toFixed(4)}; missed ${causes.join(', ')}\n`,
    );
    expect(joined).toBeGreaterThan(5_000);
    expect(right / joined).toBeGreaterThanOrEqual(0.999);
    expect(found / wanted).toBeGreaterThan(0.55);
    expect(found + Object.values(missed).reduce((sum, pairs) => sum + pairs, 0)).toBe(wanted);
  });

  it('leave each address, telephone and browser that people share alone or with one of them', () => {
    expect(judged.shared.wrong).toBe(0);
    expect(judged.shared.alone).toBeGreaterThan(0);
    const hubs = cut.filter(({ reason }) => reason === 'hub').map(({ node }) => `${node.namespace} ${node.value}`);
    expect(hubs.filter((name) => (owners.get(name)?.owners.size ?? 0) < 2)).toEqual([]);
    const kinds = new Set(hubs.map(kindOf));
    expect(kinds).toEqual(new Set(['home', 'firm']));
    const listed = new Set(refused.filter(({ reason }) => reason.type === 'hub').map(({ b }) => b.node));
    expect(cut.filter(({ node, reason }) => reason === 'hub' && !listed.has(node.node))).toEqual([]);
  });

  it('know nobody by what a till or a clerk writes where a number is missing', () => {
    expect(said.nodes.filter(({ value }) => /^0+$|^n\/a$/.test(value))).toEqual([]);
  });

  it('join the numbers of before and after the migration wherever a list or an address of her own holds both', () => {
    const numbers = persons.map(({ nodes }) => nodes.filter(({ namespace }) => namespace.startsWith('crm:')));
    const both = numbers.filter((own) => new Set(own.map(({ namespace }) => namespace)).size > 1);
    expect(both.length).toBeGreaterThan(200);
    const mostOfOne = Math.max(
      ...numbers.map((own) => own.length - new Set(own.map(({ namespace }) => namespace)).size),
    );
    expect(mostOfOne).toBe(0);
  });
});
