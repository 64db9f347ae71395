import { expect, test } from 'vitest';
import { defaultRuleSet } from './default-rule-set.js';
import { joinPreview } from './join-preview.js';
import { joinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import type { NodeRef } from './node-ref.js';

const rules = joinRules(defaultRuleSet);
const node = (number: number, namespace: string): NodeRef => ({ node: number, namespace, value: `v${number}` });
const [email, phone, card, other] = [node(1, 'email'), node(2, 'phone'), node(3, 'loyalty_card'), node(4, 'email')];
const said = (key: string, ...nodes: readonly NodeRef[]): MatchRecord => ({
  ...{ key, source: 1, kind: 'message', strength: 'strong', firstOccurredAt: 1, nodes },
});
const sides = (people: readonly { readonly nodes: readonly NodeRef[] }[]) =>
  people.map(({ nodes }) => nodes.map(({ node: number }) => number).sort());

test('a join shows both people as they are and the one they would be, and nobody else', () => {
  const given = {
    nodes: [email, phone, card, other],
    records: [said('a', email, phone), said('b', card), said('c', other)],
  };
  const preview = joinPreview(given, { a: phone, b: card, at: 2 }, rules);
  expect(sides(preview.before)).toEqual([[1, 2], [3]]);
  expect(sides(preview.after)).toEqual([[1, 2, 3]]);
});

test('a join that a decision forbids changes nobody', () => {
  const different: MatchRecord = {
    ...said('d', email, card),
    kind: 'different',
    strength: 'decision',
    firstOccurredAt: 5,
  };
  const given = { nodes: [email, card], records: [said('a', email), said('b', card), different] };
  expect(joinPreview(given, { a: email, b: card, at: 9 }, rules)).toEqual({ before: [], after: [] });
});
