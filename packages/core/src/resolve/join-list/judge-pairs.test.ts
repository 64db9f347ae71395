import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultRuleSet } from '../default-rule-set.js';
import { joinRules } from '../join-rules.js';
import type { MatchRecord } from '../match-record.js';
import type { NodeRef } from '../node-ref.js';
import { resolvePersons } from '../resolve-persons.js';
import { judgePairs } from './judge-pairs.js';

const rules = joinRules(defaultRuleSet);
const node = (number: number, namespace = 'email'): NodeRef => ({
  node: number,
  namespace,
  value: `${number}@example.com`,
});
const record = (key: string, kind: MatchRecord['kind'], nodes: readonly NodeRef[]): MatchRecord => ({
  key,
  source: kind === 'message' ? 1 : 0,
  kind,
  strength: kind === 'message' ? 'strong' : 'decision',
  firstOccurredAt: 1,
  nodes,
});

it('says of each pair what would become of it', () => {
  const [a, b, c, d] = [node(1), node(2), node(3), node(4)];
  const records = [record('ab', 'message', [a, b]), record('cd', 'different', [c, d])];
  const blocked: NodeRef = { node: 5, namespace: 'email', value: 'noreply@example.com' };
  const pairs = [
    { a, b },
    { a, b: c },
    { a: c, b: d },
    { a, b: undefined },
    { a: undefined, b: undefined },
    { a, b: blocked },
  ];
  const { verdicts, personsBefore, personsAfter } = judgePairs(
    pairs,
    { nodes: [a, b, c, d, blocked], records },
    rules,
    10,
  );
  expect(verdicts).toEqual([
    { type: 'already-one' },
    { type: 'joins' },
    { type: 'refused', reason: expect.objectContaining({ type: 'different' }) },
    { type: 'unknown', which: 'b' },
    { type: 'unknown', which: 'both' },
    { type: 'blocked' },
  ]);
  expect([personsBefore, personsAfter]).toEqual([2, 1]);
});

it('tells of what a limit would take off', () => {
  const [a, b, x, y] = [node(1), node(2), node(3, 'user_id'), node(4, 'user_id')];
  const records = [record('ax', 'message', [a, x]), record('by', 'message', [b, y])];
  const judged = judgePairs([{ a, b }], { nodes: [a, b, x, y], records }, rules, 10);
  expect(judged).toMatchObject({ verdicts: [{ type: 'joins' }], personsBefore: 2 });
  expect(judged.personsAfter).toBe(1 + judged.takenOff);
  expect(judged.takenOff).toBeGreaterThan(0);
});

it('counts as many persons as there are once all that joins is decided', () => {
  const number = fc.integer({ min: 0, max: 7 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number), { maxLength: 8 }),
      fc.array(fc.tuple(number, number), { maxLength: 4 }),
      (told, wanted) => {
        const nodes = Array.from({ length: 8 }, (_, at) => node(at + 1));
        const at = (index: number): NodeRef => nodes[index] ?? node(1);
        const records = told
          .filter(([a, b]) => a !== b)
          .map(([a, b], place) => record(`told ${place}`, 'message', [at(a), at(b)]));
        const pairs = wanted.filter(([a, b]) => a !== b).map(([a, b]) => ({ a: at(a), b: at(b) }));
        const judged = judgePairs(pairs, { nodes, records }, rules, 10);
        const decided = pairs.flatMap(({ a, b }, place) =>
          judged.verdicts[place]?.type === 'joins' ? [record(`decided ${place}`, 'same', [a, b])] : [],
        );
        const now = resolvePersons({ nodes, records }, rules).persons.length;
        const then = resolvePersons({ nodes, records: [...records, ...decided] }, rules).persons.length;
        expect(now - then).toBe(judged.personsBefore - judged.personsAfter);
      },
    ),
  );
});
