import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Join } from '../../../api/joins.js';
import type { KnownIdentifier } from '../../../api/person.js';
import { lineLanes } from './line-lanes.js';
import { keyOf, matchGraph } from './match-graph.js';
import { shortestOrder } from './shortest-order.js';

const own = (value: string): KnownIdentifier => ({
  namespace: 'email',
  value,
  firstAt: '2026-05-01',
  sources: ['Shop'],
});
const join = (values: readonly string[], change: Partial<Join> = {}): Join => ({
  ...{ match: values.join(), at: '2026-05-01', source: 'Shop', kind: 'message', strength: 'strong', held: true },
  ...{ refusedBecause: null, sentence: '', decidedBy: null },
  identifiers: values.map((value) => ({ namespace: 'email', value })),
  ...change,
});
const pairs = ({ nodes, lines }: ReturnType<typeof matchGraph>) =>
  lines.map(({ from, to, hold }) => `${[nodes[from], nodes[to]].map((node) => node?.identifier.value).sort()} ${hold}`);

describe('the graph of matches', () => {
  test('a match of three identifiers is drawn from the strongest to both others', () => {
    expect(pairs(matchGraph(['a', 'b', 'c'].map(own), [join(['b', 'a', 'c'])])).sort()).toEqual([
      'a,b strong',
      'b,c strong',
    ]);
  });

  test('matches of one kind between two identifiers are one line, a refused one is a line of its own', () => {
    const graph = matchGraph(['a', 'b'].map(own), [
      join(['a', 'b']),
      join(['a', 'b'], { source: 'Till' }),
      join(['a', 'b'], { held: false, refusedBecause: 'a rule' }),
    ]);
    expect(pairs(graph)).toEqual(['a,b strong', 'a,b apart']);
    expect(graph.lines.map(({ matches }) => matches.length)).toEqual([2, 1]);
  });

  test('an identifier that several sources know draws no line and stays among the facts', () => {
    const graph = matchGraph(['a', 'b'].map(own), [join(['a'], { kind: 'shared' })]);
    expect([graph.lines.length, graph.matches.length]).toEqual([0, 1]);
  });

  test('identifiers of somebody else stand below the person’s own', () => {
    const { nodes } = matchGraph(['a', 'b', 'c'].map(own), [join(['z', 'a'], { held: false }), join(['a', 'c'])]);
    expect(nodes.map((node) => node.own !== undefined)).toEqual([true, true, true, false]);
  });

  test('of very many it draws a part, says how many are missing, and lists the matches of that part alone', () => {
    const many = Array.from({ length: 300 }, (_, n) => own(String(n)));
    const joins = many.slice(1).map(({ value }) => join(['0', value]));
    const graph = matchGraph(many, joins);
    expect(graph.leftOut).toEqual({ identifiers: 260, matches: 260 });
    const drawn = new Set(graph.nodes.map(({ key }) => key));
    expect(graph.matches.every(({ identifiers }) => identifiers.every((one) => drawn.has(keyOf(one))))).toBe(true);
    expect(graph.lines.flatMap(({ matches }) => matches)).toHaveLength(graph.matches.length);
  });
});

const drawing = fc.integer({ min: 2, max: 12 }).chain((things) => {
  const thing = fc.nat({ max: things - 1 });
  const line = fc
    .tuple(thing, thing)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  return fc.record({
    groups: fc.array(fc.nat({ max: 1 }), { minLength: things, maxLength: things }),
    lines: fc.array(line, { maxLength: 20 }),
  });
});

describe('the layout', () => {
  test('an order holds everything once, by group, with lines no longer than before', () => {
    fc.assert(
      fc.property(drawing, ({ groups, lines }) => {
        const order = shortestOrder(groups, lines);
        expect([...order].sort((a, b) => a - b)).toEqual([...groups.keys()]);
        const inOrder = order.map((thing) => groups[thing] ?? 0);
        expect(inOrder).toEqual([...inOrder].sort());
        const given = [...groups.keys()].sort((a, b) => (groups[a] ?? 0) - (groups[b] ?? 0) || a - b);
        const length = (places: readonly number[]) =>
          lines.reduce((sum, { from, to }) => sum + Math.abs(places.indexOf(from) - places.indexOf(to)), 0);
        expect(length(order)).toBeLessThanOrEqual(length(given));
        expect(shortestOrder(groups, lines.toReversed())).toEqual(order);
      }),
    );
  });

  test('no two lines that pass the same row share a lane, and an enclosing line lies further out', () => {
    fc.assert(
      fc.property(drawing, ({ lines }) => {
        const lanes = lineLanes(lines);
        for (const [a, one] of lines.entries()) {
          for (const [b, other] of lines.entries()) {
            if (a === b || one.from >= other.to || other.from >= one.to) continue;
            expect(lanes[a]).not.toBe(lanes[b]);
            const encloses = one.from <= other.from && other.to <= one.to && one.to - one.from > other.to - other.from;
            if (encloses) expect(lanes[a]).toBeGreaterThan(lanes[b] ?? 0);
          }
        }
      }),
    );
  });
});
