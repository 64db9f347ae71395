import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { detectedHubs } from './detected-hubs.js';
import { joinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { mostWithin } from './most-within.js';
import type { NamespaceRule } from './namespace-rule.js';
import type { NodeRef } from './node-ref.js';
import { resolvePersons } from './resolve-persons.js';
import type { RuleSet } from './rule-set.js';

const dayMs = 86_400_000;
let nodes = 0;
let keys = 0;
const ref = (namespace: string): NodeRef => ({ node: ++nodes, namespace, value: `${namespace}${nodes}` });
const record = (named: readonly NodeRef[], change: Partial<MatchRecord> = {}): MatchRecord => ({
  key: String(keys++).padStart(4, '0'),
  source: 1,
  kind: 'message',
  strength: 'strong',
  firstOccurredAt: 0,
  nodes: named,
  ...change,
});
const changed = (namespace: string, change: Partial<NamespaceRule>): RuleSet => ({
  ...defaultRuleSet,
  namespaces: {
    ...defaultRuleSet.namespaces,
    [namespace]: { ...(defaultRuleSet.namespaces[namespace] ?? defaultRuleSet.otherNamespaces), ...change },
  },
});
const hubsIn = (records: readonly MatchRecord[], ruleSet: RuleSet = defaultRuleSet): readonly NodeRef[] => {
  const named = [...new Map(records.flatMap((one) => one.nodes.map((node) => [node.node, node] as const))).values()];
  return detectedHubs({ nodes: named, records }, joinRules(ruleSet));
};
const several = (count: number, namespace: string): readonly NodeRef[] =>
  Array.from({ length: count }, () => ref(namespace));

/** Counting people alone, as telephones and addresses tell them apart. */
const byPeople = changed('email', { hubFromNumbers: null });

describe('an identifier', () => {
  const info = ref('email');
  const users = several(12, 'user_id');
  const seen = users.map((user) => record([user, info]));

  test('that one source names with ten people within a year joins nobody; a family of six keeps its address', () => {
    expect(hubsIn(seen, byPeople)).toEqual([info]);
    expect(hubsIn(seen.slice(0, 6), byPeople)).toEqual([]);
    expect(hubsIn(seen.slice(0, 10), byPeople)).toEqual([info]);
    expect(hubsIn(seen.slice(0, 9), byPeople)).toEqual([]);
  });

  test('that is handed on over the years is no hub, though as many had it', () => {
    const slowly = users.map((user, at) => record([user, info], { firstOccurredAt: at * 90 * dayMs }));
    expect(hubsIn(slowly, byPeople)).toEqual([]);
    expect(hubsIn(slowly, changed('email', { hubFromNumbers: null, hubWithinDays: null }))).toEqual([info]);
  });

  test('that twelve sources know under twelve numbers of one person is hers', () => {
    expect(hubsIn(users.map((user, at) => record([user, info], { source: at + 1 })))).toEqual([]);
  });

  test('of an account that was renamed again and again is that account’s', () => {
    const renamed = users.slice(1).map((user, at) => record([user, users[at] ?? user], { kind: 'alias' }));
    expect(hubsIn([...seen, ...renamed])).toEqual([]);
  });

  test('that is seen with many visits, but one person, is that person’s', () => {
    const [user] = users;
    const visits = several(200, 'anonymous_id').map((browser) => record([browser, info, ...(user ? [user] : [])]));
    expect(hubsIn(visits)).toEqual([]);
  });

  test('that somebody called one person’s joins again, however many people it is seen with', () => {
    expect(hubsIn(seen, changed('email', { onePersonValues: [info.value] }))).toEqual([]);
  });
});

describe('an address that a family shares', () => {
  const home = ref('email');
  const [anna, bert] = [ref('crm:acme'), ref('crm:acme')];

  test('is shared once one system has two customers under it, however far apart, and one customer of two systems is one', () => {
    expect(hubsIn([record([anna, home]), record([bert, home], { firstOccurredAt: 9_000 * dayMs })])).toEqual([home]);
    expect(hubsIn([record([anna, home]), record([bert, home], { source: 2 })])).toEqual([]);
  });

  test('is not told by telephones, which people change', () => {
    expect(hubsIn(several(6, 'phone').map((phone) => record([anna, home, phone])))).toEqual([]);
  });

  test('is one person’s again when her two numbers are declared to be one, and when a list gave her a new number', () => {
    const same = record([anna, bert], { kind: 'same', strength: 'decision' });
    expect(hubsIn([record([anna, home]), record([bert, home]), same])).toEqual([]);
    const after = ref('crm:acme-new');
    expect(hubsIn([record([anna, home]), record([after, home])])).toEqual([]);
  });

  test('leaves to each what is hers alone', () => {
    const [card, account] = [ref('loyalty_card'), ref('user_id')];
    const [ofAnna, ofBert] = [ref('phone'), ref('phone')];
    const records = [
      record([anna, home, ofAnna]),
      record([bert, home, ofBert]),
      record([card, home, ofBert], { source: 2 }),
      record([account, home], { source: 3 }),
    ];
    const all = [home, anna, bert, card, account, ofAnna, ofBert];
    const { persons } = resolvePersons({ nodes: all, records }, joinRules(defaultRuleSet));
    const named = persons.map((person) => person.nodes.map(({ node }) => node));
    const together = [[home], [anna, ofAnna], [bert, card, ofBert], [account]];
    expect(named).toEqual(together.map((one) => one.map(({ node }) => node).sort((a, b) => a - b)));
  });
});

test('a kiosk in the shop is found by the sign-ins made on it, and joins none of them', () => {
  const kiosk = ref('device_id');
  const visits = several(30, 'email').map((email) => record([email, kiosk], { strength: 'weak' }));
  expect(hubsIn(visits)).toEqual([kiosk]);
  const all = [kiosk, ...visits.map(({ nodes: [email] }) => email as NodeRef)];
  const { persons, refused } = resolvePersons({ nodes: all, records: visits }, joinRules(defaultRuleSet));
  expect(persons).toHaveLength(31);
  expect(refused).toHaveLength(30);
  expect(new Set(refused.map(({ b, reason }) => `${b.node} ${reason.type}`))).toEqual(new Set([`${kiosk.node} hub`]));
});

test('a till’s default card is cut, and the e-mail addresses beside it keep joining', () => {
  const card = ref('loyalty_card');
  const receipts = several(40, 'email').map((email) => record([card, email, ref('user_id')]));
  expect(hubsIn(receipts)).toEqual([card]);
  const all = receipts.flatMap((one) => one.nodes);
  const named = [...new Map(all.map((node) => [node.node, node])).values()];
  const { persons } = resolvePersons({ nodes: named, records: receipts }, joinRules(defaultRuleSet));
  expect(persons.map((person) => person.nodes.length).sort()).toEqual([1, ...receipts.map(() => 2)]);
});

test('nobody can have a customer’s address left out by a public key', () => {
  const victim = ref('email');
  const user = ref('user_id');
  const forged = several(500, 'user_id').map((other) => record([other, victim], { strength: 'weak' }));
  expect(hubsIn([record([user, victim]), ...forged])).toEqual([]);
});

test('a limit within days refuses the fourth phone number of a year, and takes it a year later', () => {
  const rules = joinRules(changed('phone', { limitPerPerson: 3, limitWithinDays: 365 }));
  const email = ref('email');
  const phones = several(4, 'phone');
  const resolve = (lastDay: number) => {
    const records = phones.map((phone, at) =>
      record([email, phone], { firstOccurredAt: (at === 3 ? lastDay : at) * dayMs }),
    );
    return resolvePersons({ nodes: [email, ...phones], records }, rules);
  };
  const within = resolve(200);
  expect(within.persons.map((person) => person.nodes.length)).toEqual([4, 1]);
  expect(within.refused.map(({ reason }) => reason)).toEqual([
    { type: 'limit', namespace: 'phone', limit: 3, withinDays: 365 },
  ]);
  expect(resolve(400).persons.map((person) => person.nodes.length)).toEqual([5]);
});

test('the most within days are what looking from each instant finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 1, max: 9 }), (days, within) => {
      const slow = Math.max(0, ...days.map((from) => days.filter((day) => day >= from && day <= from + within).length));
      const instants = days.map((day) => day * dayMs);
      expect(mostWithin(instants, within)).toBe(slow);
      expect(mostWithin(instants, null)).toBe(days.length);
    }),
  );
});
