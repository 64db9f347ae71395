import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { partition, stored, worlds } from './identity-worlds.generated-cases.js';
import { joinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { resolvePersons } from './resolve-persons.js';
import { splitPreview } from './split-preview.js';

const rules = joinRules(defaultRuleSet);
const [user, card, phone] = [
  { node: 1, namespace: 'user_id', value: 'anna' },
  { node: 2, namespace: 'loyalty_card', value: '4711' },
  { node: 3, namespace: 'phone', value: '+49301234567' },
] as const;
const record = (key: string, nodes: MatchRecord['nodes']): MatchRecord => ({
  key,
  source: 1,
  kind: 'message',
  strength: 'strong',
  firstOccurredAt: 1,
  nodes,
});
const given = { nodes: [user, card, phone], records: [record('a', [user, card]), record('b', [card, phone])] };

describe('the preview of a split', () => {
  test('shows what moves, and that the person who keeps the oldest identifier keeps the id', () => {
    const { before, after, moves } = splitPreview(given, { type: 'different', a: card, b: phone }, rules);
    expect(before).toEqual([{ nodes: [user, card, phone] }]);
    expect(after).toEqual([{ nodes: [user, card] }, { nodes: [phone] }]);
    expect(moves).toEqual([{ from: user, to: phone, nodes: [phone] }]);
  });

  test('of taking a match back shows the persons as they were without it', () => {
    const { after } = splitPreview(given, { type: 'remove', isRemoved: ({ key }) => key === 'a' }, rules);
    expect(after).toEqual([{ nodes: [user] }, { nodes: [card, phone] }]);
  });

  test('always separates the two, and moves nobody who stays', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), fc.nat(), ({ messages, ruleSet }, first, second) => {
        const all = stored(messages);
        const some = joinRules(ruleSet);
        const a = all.nodes[first % all.nodes.length];
        const b = all.nodes[second % all.nodes.length];
        if (a === undefined || b === undefined || a === b) return;
        const { before, after, moves } = splitPreview(all, { type: 'different', a, b }, some);
        expect(partition(before)).toEqual(partition(resolvePersons(all, some).persons));
        expect(after.some(({ nodes }) => nodes.includes(a) && nodes.includes(b))).toBe(false);
        for (const { from, to, nodes } of moves) {
          expect(from.node).not.toBe(to.node);
          expect(after.find((person) => person.nodes[0] === to)?.nodes).toEqual(expect.arrayContaining([...nodes]));
          expect(before.find((person) => person.nodes[0] === from)?.nodes).toEqual(expect.arrayContaining([...nodes]));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
