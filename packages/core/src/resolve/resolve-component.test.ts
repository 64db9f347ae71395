import { describe, expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { joinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import { resolvePersons } from './resolve-persons.js';

const rules = joinRules(defaultRuleSet);
const ref = (node: number, namespace: string, value = String(node)): NodeRef => ({ node, namespace, value });
const [anna, bert, mail, card, browser, otherBrowser] = [
  ref(1, 'user_id', 'anna'),
  ref(2, 'user_id', 'bert'),
  ref(3, 'email', 'roth@shop.de'),
  ref(4, 'loyalty_card'),
  ref(5, 'anonymous_id', 'b1'),
  ref(6, 'anonymous_id', 'b2'),
];
let keys = 0;
const record = (nodes: readonly NodeRef[], change: Partial<MatchRecord> = {}): MatchRecord => ({
  key: String(keys++).padStart(4, '0'),
  source: 1,
  kind: 'message',
  strength: 'strong',
  firstOccurredAt: 1,
  nodes,
  ...change,
});
const resolve = (...records: readonly MatchRecord[]) => {
  const nodes = [...new Map(records.flatMap((one) => one.nodes.map((node) => [node.node, node] as const))).values()];
  const { persons, refused, cut } = resolvePersons({ nodes, records }, rules);
  return {
    persons: persons.map((person) => person.nodes.map(({ node }) => node)),
    refused: refused.map(({ a, b, reason }) => ({ a: a.node, b: b.node, reason })),
    cut: cut.map(({ node, reason }) => [node.node, reason]),
  };
};

describe('one raw component', () => {
  test('keeps two users of one source apart: the shared browser stays with the earlier', () => {
    const { persons, refused } = resolve(
      record([bert, browser], { firstOccurredAt: 2 }),
      record([anna, browser], { firstOccurredAt: 1 }),
    );
    expect(persons).toEqual([[1, 5], [2]]);
    expect(refused).toEqual([{ a: 2, b: 5, reason: { type: 'limit', namespace: 'user_id', limit: 1, source: 1 } }]);
  });

  test('joins the numbers from before and after a renumbering, by a list of both or by the e-mail both exports hold', () => {
    const [before, after] = [ref(8, 'crm:before'), ref(9, 'crm:acme')];
    expect(resolve(record([before, mail]), record([after, before], { source: 2 })).persons).toEqual([[3, 8, 9]]);
    expect(resolve(record([before, mail]), record([after, mail])).persons).toEqual([[3, 8, 9]]);
  });

  test('never joins two numbers of one list of customers by what both are seen with', () => {
    const [one, other] = [ref(8, 'crm:acme'), ref(9, 'crm:acme')];
    const { persons, refused } = resolve(
      record([one, browser]),
      record([other, browser], { source: 2, firstOccurredAt: 2 }),
    );
    expect(persons).toEqual([[5, 8], [9]]);
    expect(refused).toEqual([{ a: 9, b: 5, reason: { type: 'limit', namespace: 'crm:acme', limit: 1 } }]);
  });

  test('joins users of two sources that share an e-mail', () => {
    expect(resolve(record([anna, mail]), record([bert, mail], { source: 2 })).persons).toEqual([[1, 2, 3]]);
  });

  test('joins two users of one source when a server said that one account was renamed, or a person decided so', () => {
    expect(resolve(record([anna, bert], { kind: 'alias' })).persons).toEqual([[1, 2]]);
    const same = record([anna, bert], { kind: 'same', strength: 'decision' });
    expect(resolve(record([anna, mail]), record([bert, card]), same).persons).toEqual([[1, 2, 3, 4]]);
  });

  test('a blocked identifier joins nobody, and does not vouch for two users being one account', () => {
    const blocked = ref(7, 'user_id', 'n/a-1');
    const blocking = joinRules({
      ...defaultRuleSet,
      namespaces: {
        ...defaultRuleSet.namespaces,
        user_id: { ...rules.ruleOf('user_id'), blockedValues: ['n/a-1'] },
      },
    });
    const same = (one: NodeRef, other: NodeRef) => record([one, other], { kind: 'same', strength: 'decision' });
    const records = [same(anna, blocked), same(blocked, bert), record([anna, browser]), record([bert, browser])];
    const { persons } = resolvePersons({ nodes: [anna, bert, browser, blocked], records }, blocking);
    expect(persons.map(({ nodes }) => nodes.map(({ node }) => node))).toEqual([[1, 5], [2], [7]]);
  });

  test('refuses an alias of two users on the word of a public key', () => {
    const { persons, refused } = resolve(record([anna, bert], { kind: 'alias', strength: 'weak' }));
    expect(persons).toEqual([[1], [2]]);
    expect(refused).toMatchObject([{ a: 1, b: 2 }]);
  });

  test('lets a public key join browsers to one known person, never to two', () => {
    const { persons, refused } = resolve(
      record([anna, browser], { strength: 'weak' }),
      record([browser, otherBrowser], { strength: 'weak', firstOccurredAt: 2 }),
      record([mail, otherBrowser], { strength: 'weak', firstOccurredAt: 3 }),
    );
    expect(persons).toEqual([[1, 5, 6], [3]]);
    expect(refused).toMatchObject([{ a: 3, b: 6, reason: { type: 'weak' } }]);
  });

  test('obeys "different" over any number of messages, and over a decision "same"', () => {
    const different = record([anna, mail], { kind: 'different', strength: 'decision' });
    const same = record([anna, mail], { kind: 'same', strength: 'decision' });
    const { persons, refused } = resolve(
      record([anna, mail]),
      record([anna, card]),
      record([card, mail]),
      same,
      different,
    );
    expect(persons).toEqual([[1, 4], [3]]);
    expect(refused.map(({ reason }) => reason.type)).toEqual(['different', 'different', 'different']);
  });

  test('forgets a blocked value: what it alone joined is apart, what else its messages name is joined', () => {
    const blocking = joinRules({
      ...defaultRuleSet,
      namespaces: {
        ...defaultRuleSet.namespaces,
        user_id: { ...defaultRuleSet.otherNamespaces, blockedValues: ['anna'] },
      },
    });
    const records = [record([anna, mail, card]), record([anna, browser])];
    const { persons, cut } = resolvePersons({ nodes: [anna, mail, card, browser], records }, blocking);
    expect(persons.map(({ nodes }) => nodes.map(({ node }) => node))).toEqual([[1], [3, 4], [5]]);
    expect(cut).toEqual([{ node: anna, reason: 'blocked' }]);
  });

  test('with more than 10,000 joins makes the identifier with the most neighbours a hub', () => {
    const browsers = Array.from({ length: 10_001 }, (_, at) => ref(100 + at, 'anonymous_id'));
    const kiosk = [...browsers.map((one) => record([mail, one])), record([anna, mail])];
    const found = resolve(...kiosk);
    expect(found.cut).toEqual([[3, 'hub']]);
    expect(found.persons).toHaveLength(10_003);
    expect(resolve(...kiosk.slice(0, 10_000)).cut).toEqual([]);
  });

  test('counts a join once however many messages give it', () => {
    const again = Array.from({ length: 10_001 }, (_, source) => record([anna, mail], { source }));
    expect(resolve(...again)).toEqual({ persons: [[1, 3]], refused: [], cut: [] });
  });
});
