import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeSample } from './describe-sample.js';

const sample = {
  workspace: 2,
  slug: 'sample',
  name: 'Sample',
  isHere: false,
  profile: 'retailer',
  customers: 10,
  state: 'loading',
  failure: null,
  behind: 0,
} as const;

it('adds up the files of a source, and tells no more than there is', () => {
  const file = fc.record({
    source: fc.constantFrom('Shop', 'Tills', 'App'),
    name: fc.uuid(),
    kind: fc.constantFrom('import' as const, 'tracking' as const),
    lines: fc.nat(1_000),
    done: fc.nat(2_000),
  });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 12 }), (files) => {
      const { steps } = describeSample({ ...sample, files }, 'en');
      expect(new Set(steps.map(({ source }) => source)).size).toBe(steps.length);
      expect(steps.reduce((sum, { of }) => sum + of, 0)).toBe(files.reduce((sum, { lines }) => sum + lines, 0));
      for (const { done, of } of steps) expect(done).toBeLessThanOrEqual(of);
    }),
  );
});
