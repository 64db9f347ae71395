import fc from 'fast-check';
import { expect, it } from 'vitest';
import { samplePercent, sampleStep } from './sample-step.js';

const step = (done: number, of: number) => ({ source: `${of}`, done, of });

it('names the first source that is not whole', () => {
  expect(sampleStep({ steps: [step(3, 3), step(1, 4), step(0, 9)] })).toEqual({
    type: 'source',
    source: '4',
    done: 1,
    of: 4,
  });
});

it('knows no share before there are steps, and is resolving after the last', () => {
  expect([sampleStep({ steps: [] }).type, samplePercent({ steps: [] })]).toEqual(['beginning', undefined]);
  expect([sampleStep({ steps: [step(2, 2)] }).type, samplePercent({ steps: [step(2, 2)] })]).toEqual([
    'resolving',
    100,
  ]);
});

it('a share never falls while lines are taken in, and is 100 only at the end', () => {
  const ofs = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(ofs, (sizes) => {
      let before = -1;
      const done = sizes.map(() => 0);
      for (const [at, of] of sizes.entries()) {
        for (const part of [0, Math.floor(of / 2), of]) {
          done[at] = part;
          const steps = sizes.map((size, i) => step(done[i] ?? 0, size));
          const percent = samplePercent({ steps }) ?? -1;
          expect(percent).toBeGreaterThanOrEqual(before);
          expect(percent === 100).toBe(sampleStep({ steps }).type === 'resolving');
          before = percent;
        }
      }
    }),
  );
});
