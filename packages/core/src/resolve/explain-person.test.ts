import { describe, expect, test } from 'vitest';
import { wordsIn } from '../words/words-in.js';
import { defaultRuleSet } from './default-rule-set.js';
import { explainPerson } from './explain-person.js';
import { joinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';
import { resolvePersons } from './resolve-persons.js';

const rules = joinRules(defaultRuleSet);
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const wording = {
  words: wordsIn('en'),
  sourceName: (source: number) => ['the app', 'the shop', 'the call centre'][source - 1] ?? '?',
  zone: 'Europe/Berlin',
  now: at('2026-06-01'),
};
const ref = (node: number, namespace: string): NodeRef => ({ node, namespace, value: String(node) });
const [user, card, phone, mail, browser, otherUser] = [
  ref(1, 'user_id'),
  ref(2, 'loyalty_card'),
  ref(3, 'phone'),
  ref(4, 'email'),
  ref(5, 'anonymous_id'),
  ref(6, 'user_id'),
];
const record = (
  source: number,
  day: string,
  nodes: readonly NodeRef[],
  change: Partial<MatchRecord> = {},
): MatchRecord => ({
  key: `${source} ${day} ${nodes.map(({ node }) => node)}`,
  source,
  kind: 'message',
  strength: 'strong',
  firstOccurredAt: at(day),
  nodes,
  ...change,
});
const explain = (records: readonly MatchRecord[], node = 1) => {
  const nodes = [...new Map(records.flatMap((one) => one.nodes.map((named) => [named.node, named] as const))).values()];
  const { persons, refused } = resolvePersons({ nodes, records }, rules);
  const personOf = new Map(persons.flatMap((one, number) => one.nodes.map((named) => [named.node, number] as const)));
  const own = persons.find((one) => one.nodes.some((named) => named.node === node))?.nodes ?? [];
  const touches = (named: NodeRef): boolean => own.includes(named);
  return explainPerson(
    {
      nodes: own,
      records: records.filter((one) => one.nodes.some(touches)),
      refused: refused.filter(({ a, b }) => touches(a) || touches(b)),
      personOf: (other) => personOf.get(other) ?? -1,
    },
    rules,
    wording,
  );
};

describe('why these are one person', () => {
  test('names the identifier that several systems have', () => {
    const { opening, joins } = explain([record(2, '2025-03-01', [user, card]), record(3, '2026-05-12', [phone, card])]);
    expect(opening).toBe('We are sure: the shop and the call centre both have their loyalty card.');
    expect(joins.map(({ text }) => text)).toEqual([
      '12 May: the call centre gave loyalty card and phone number together.',
      '12 May: the shop and the call centre, same loyalty card.',
      '1 March 2025: the shop gave sign-in and loyalty card together.',
    ]);
  });

  test('says which identifier other people have too, and which rule keeps them apart', () => {
    const { sharedWithOthers, refused } = explain([
      record(2, '2026-01-01', [user, browser]),
      record(2, '2026-02-03', [otherUser, browser]),
    ]);
    expect(sharedWithOthers).toEqual(['The browser is shared with one other person.']);
    expect(refused.map(({ text }) => text)).toEqual([
      '3 February: the shop gave sign-in and browser together. Kept apart, because one person has at most one sign-in in one system (the shop).',
    ]);
  });

  test('is only probable when nothing but a visit joins them', () => {
    const weak = { strength: 'weak' } as const;
    const { opening, joins } = explain([
      record(1, '2026-05-12', [user, browser], weak),
      record(1, '2026-05-13', [otherUser, browser], weak),
    ]);
    expect(opening).toBe('Probably one person: sign-in and browser were used in one visit to the app.');
    expect(joins).toHaveLength(1);
  });

  test('counts identifiers of one kind, and tells decisions', () => {
    const { opening, joins, refused } = explain([
      record(0, '2026-04-01', [user, otherUser], { kind: 'same', strength: 'decision' }),
      record(0, '2026-04-02', [user, mail], { kind: 'different', strength: 'decision' }),
      record(2, '2026-04-03', [user, mail]),
    ]);
    expect(opening).toBe('Somebody decided that this is one person.');
    expect(joins.map(({ text }) => text)).toEqual(['1 April: somebody decided that this is one person (2 sign-ins).']);
    expect(refused.map(({ text }) => text)).toEqual([
      '3 April: the shop gave sign-in and e-mail address together. Kept apart, because somebody decided that they are different people.',
    ]);
  });

  test('of one identifier says that nothing was joined', () => {
    expect(explain([record(2, '2026-01-01', [user])]).opening).toBe(
      'There is one identifier only, sign-in, from the shop; nothing was joined.',
    );
  });
});
