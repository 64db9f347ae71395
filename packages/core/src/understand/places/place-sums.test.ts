import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wouldRing } from '../../collect/locations/branch-of.js';
import type { Location } from '../../collect/locations/location.js';
import { type CodeUse, placeSums } from './place-sums.js';

const place = (id: string, parent: string | null, ...codes: string[]): Location => ({
  id,
  parent,
  kind: 'other',
  name: id,
  codes,
});
const use = (code: string, interactions: number): CodeUse => ({ code, interactions, numbers: 0, happenings: 0 });

/** Trees in which each place hangs below an earlier one, or at the top; each has the codes of its number. */
const trees = fc
  .array(fc.nat(), { maxLength: 30 })
  .map((parents) =>
    parents.map((parent, n) => place(`p${n}`, n === 0 || parent % 4 === 0 ? null : `p${parent % n}`, `c${n}`, `d${n}`)),
  );

describe('what is counted by place', () => {
  it('is added up to the top, and a code that names no place is told apart', () => {
    const tree = [place('uk', null, 'UK'), place('north', 'uk'), place('leeds', 'north', 'LDS', 'store-7')];
    const { places, notPlaced } = placeSums(tree, [use('LDS', 3), use('store-7', 4), use('UK', 1), use('lds', 9)]);
    expect(places.map(({ id, here, branch }) => [id, here.interactions, branch.interactions])).toEqual([
      ['uk', 1, 8],
      ['north', 0, 7],
      ['leeds', 7, 7],
    ]);
    expect(notPlaced).toEqual([use('lds', 9)]);
  });

  it('is all there once: at the tops, or not placed', () => {
    const uses = fc.array(fc.tuple(fc.constantFrom('c', 'd', 'x'), fc.nat(40), fc.nat(1_000)), { maxLength: 40 });
    fc.assert(
      fc.property(trees, uses, (tree, named) => {
        const all = named.map(([letter, n, interactions]) => use(`${letter}${n}`, interactions));
        const { places, notPlaced } = placeSums(tree, all);
        const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
        const tops = places.filter((_, at) => tree[at]?.parent === null).map(({ branch }) => branch.interactions);
        const total = sum(all.map(({ interactions }) => interactions));
        expect(sum(tops) + sum(notPlaced.map(({ interactions }) => interactions))).toBe(total);
        expect(sum(places.map(({ here }) => here.interactions)) + sum(notPlaced.map((one) => one.interactions))).toBe(
          total,
        );
      }),
    );
  });
});

it('a place cannot hang below itself or what hangs below it', () => {
  const tree = new Map(
    [place('a', null), place('b', 'a'), place('c', 'b'), place('d', null)].map((one) => [one.id, one]),
  );
  expect(wouldRing('a', 'c', tree)).toBe(true);
  expect(wouldRing('a', 'a', tree)).toBe(true);
  expect(wouldRing('c', 'a', tree)).toBe(false);
  expect(wouldRing('a', 'd', tree)).toBe(false);
});
