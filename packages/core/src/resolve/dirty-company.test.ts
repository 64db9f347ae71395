import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { dirtyCompany, type Judged, judgeJoins } from './dirty-company.generated-cases.js';
import { nameOf, stored } from './identity-worlds.generated-cases.js';
import { joinRules } from './join-rules.js';
import type { NamespaceRule } from './namespace-rule.js';
import { resolvePersons } from './resolve-persons.js';
import type { RuleSet } from './rule-set.js';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const withRules = (ruleSet: RuleSet, change: (namespace: string) => Partial<NamespaceRule>): RuleSet => ({
  ...ruleSet,
  namespaces: Object.fromEntries(
    Object.entries(ruleSet.namespaces).map(([name, rule]) => [name, { ...rule, ...change(name) }]),
  ),
});
const changed = (change: (namespace: string) => Partial<NamespaceRule>): RuleSet => withRules(defaultRuleSet, change);
const numbered = (name: string): boolean => name === 'crm:*' || name === 'loyalty_card';
const ofMany = changed((name) => ({
  hubFromNumbers: null,
  ...(numbered(name) ? { limitPerPerson: 10, limitPerPersonAndSource: null } : {}),
}));
const ruleSets = {
  'no hubs': withRules(ofMany, () => ({ hubFromPeople: null })),
  'hubs of ten people': ofMany,
  'one number each as well': changed(() => ({ hubFromNumbers: null })),
  'as a workspace starts': defaultRuleSet,
};
const companies = seeds.map((seed) => {
  const numbers = fc.sample(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { seed, numRuns: 20_000 });
  let next = 0;
  return dirtyCompany(() => numbers[next++ % numbers.length] ?? 0);
});
const resolve = ({ messages }: (typeof companies)[number], ruleSet: RuleSet) =>
  resolvePersons(stored(messages), joinRules(ruleSet));
const judge = (ruleSet: RuleSet): Judged => {
  const judged = companies.map((company) =>
    judgeJoins(
      resolve(company, ruleSet).persons.map(({ nodes }) => nodes.map(nameOf)),
      company.ownersOf,
    ),
  );
  const mean = (of: (one: Judged) => number): number => judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
  return { precision: mean(({ precision }) => precision), recall: mean(({ recall }) => recall) };
};

test('among two hundred people a kiosk, an info@ mailbox, a default card and a switchboard are found, and nothing else is', () => {
  for (const company of companies) {
    const { cut } = resolve(company, ofMany);
    expect(cut.map(({ node }) => nameOf(node)).sort()).toEqual([...company.shared].sort());
  }
});

test('what a workspace starts with leaves out besides them only what is several people’s', () => {
  for (const company of companies) {
    const names = resolve(company, defaultRuleSet).cut.map(({ node }) => nameOf(node));
    expect(names).toEqual(expect.arrayContaining([...company.shared]));
    const others = names.filter((name) => !company.shared.includes(name));
    expect(others.filter((name) => (company.ownersOf.get(name)?.size ?? 0) < 2)).toEqual([]);
  }
});

test('finding hubs makes joins right that were wrong, and finds more of those that are', () => {
  const judged = Object.fromEntries(Object.entries(ruleSets).map(([name, ruleSet]) => [name, judge(ruleSet)]));
  for (const [name, { precision, recall }] of Object.entries(judged)) {
    process.stdout.write(
      `joins, 10 dirty companies, ${name}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`,
    );
  }
  const [without, found, , started] = Object.values(judged) as [Judged, Judged, Judged, Judged];
  expect(found.precision).toBeGreaterThan(without.precision + 0.1);
  expect(found.recall).toBeGreaterThanOrEqual(without.recall);
  expect(started.precision).toBeGreaterThanOrEqual(0.999);
  expect(started.recall).toBeGreaterThan(found.recall - 0.02);
});
