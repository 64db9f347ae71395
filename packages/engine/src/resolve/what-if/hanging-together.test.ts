import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HangingTogether } from './hanging-together.js';

const last = 12;
const node = fc.integer({ min: 1, max: last });
const matches = fc.array(
  fc.record({ nodes: fc.uniqueArray(node, { minLength: 1, maxLength: 3 }), joins: fc.boolean() }),
  { maxLength: 12 },
);

test('what hangs together comes in one part with every match that names it, whatever is cut', () => {
  fc.assert(
    fc.property(matches, fc.uniqueArray(node, { maxLength: 4 }), fc.integer({ min: 1, max: 6 }), (given, cut, most) => {
      const together = new HangingTogether(last, cut);
      for (const [match, { nodes, joins }] of given.entries()) together.add(match, nodes, joins);
      const parts = [...together.parts(most)];
      const isCut = new Set(cut);
      for (let start = 1; start <= last; start++) {
        if (isCut.has(start)) continue;
        const reached = reachedFrom(start, given, isCut);
        const holding = parts.filter(({ nodes }) => nodes.includes(start));
        expect(holding.length).toBe(reached.size > 1 ? 1 : 0);
        const [part] = holding;
        if (part === undefined) continue;
        for (const other of reached) expect(part.nodes).toContain(other);
        for (const [match, { nodes }] of given.entries())
          if (nodes.includes(start)) expect(part.matches).toContain(match);
        expect(new Set(part.matches).size).toBe(part.matches.length);
      }
    }),
    { numRuns: 1_000 },
  );
});

function reachedFrom(
  start: number,
  given: readonly { readonly nodes: readonly number[]; readonly joins: boolean }[],
  isCut: ReadonlySet<number>,
): ReadonlySet<number> {
  const reached = new Set([start]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { nodes, joins } of given) {
      const open = nodes.filter((one) => !isCut.has(one));
      if (joins && open.some((one) => reached.has(one))) for (const one of open) reached.add(one);
    }
  }
  return reached;
}
