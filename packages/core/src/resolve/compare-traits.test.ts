import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTraits } from './compare-traits.js';

it('tells where two persons differ, agree, and what is known of one alone', () => {
  const a = [
    { trait: 'city', value: 'Leeds' },
    { trait: 'name', value: 'Anna Roth' },
    { trait: 'plan', value: null },
    { trait: 'tags', value: ['x'] },
  ];
  const b = [
    { trait: 'birthday', value: '1980-01-02' },
    { trait: 'city', value: 'York' },
    { trait: 'name', value: ' anna roth' },
    { trait: 'plan', value: 'gold' },
    { trait: 'tags', value: ['x'] },
  ];
  expect(compareTraits(a, b)).toEqual([
    { trait: 'city', verdict: 'different' },
    { trait: 'name', verdict: 'same' },
    { trait: 'tags', verdict: 'same' },
    { trait: 'birthday', verdict: 'one-sided' },
    { trait: 'plan', verdict: 'one-sided' },
  ]);
});

it('does not depend on who is called first', () => {
  const said = fc.uniqueArray(
    fc.record({ trait: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom('x', 'y', null) }),
    {
      selector: ({ trait }) => trait,
    },
  );
  fc.assert(
    fc.property(said, said, (a, b) => {
      expect(compareTraits(a, b)).toEqual(compareTraits(b, a));
    }),
  );
});
