import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SampleCell } from '../proposal/file-sample.js';
import { watermarkCandidates } from './watermark-candidates.js';
import { compareWatermarks, watermarkKind } from './watermark-kind.js';

const of = (columns: readonly string[], ...rows: readonly (readonly SampleCell[])[]) =>
  watermarkCandidates({ columns, rows: rows.map((cells, at) => ({ line: at + 1, cells })) });

it('a column that is always filled and only grows comes first, and what is no number or time not at all', () => {
  const found = of(
    ['changed', 'id', 'name', 'paid', 'price'],
    ['2026-05-03T10:00:00', 1, 'Ada', null, 1.5],
    ['2026-05-01T10:00:00', 2, 'Bo', '2026-05-01', 2.5],
    ['2026-05-04T10:00:00', 3, 'Cy', '2026-05-02', 3.5],
  );
  expect(found.map(({ column }) => column)).toEqual(['id', 'changed', 'paid']);
  expect(found[0]).toEqual({ column: 'id', kind: 'number', empty: 0, rows: 3, growsShareOf1: 1, highest: '3' });
  expect(found[1]).toMatchObject({ growsShareOf1: 0.5, highest: '2026-05-04T10:00:00' });
  expect(found[2]).toMatchObject({ empty: 1, growsShareOf1: 1 });
});

it.each(['infinity', '-infinity', '2026-13-01', '10000-01-01', '1e5', '', '1.5', 'yesterday', '2026-05-01 10:00'])(
  'what has no order that both sides agree on is no watermark: %j',
  (value) => {
    expect(watermarkKind(value)).toBeUndefined();
  },
);

it('the highest is the greatest by number, also beyond what a double holds', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { minLength: 1 }), (numbers) => {
      const [found] = of(['n'], ...numbers.map((n) => [n.toString()]));
      expect(found?.highest).toBe(numbers.reduce((a, b) => (a > b ? a : b)).toString());
    }),
  );
});

it('times of one column order as the instants they stand for, whatever digits of a second they have', () => {
  const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
  const written = (ms: number) => new Date(ms).toISOString().replace(/\.?0*Z$/, '+00:00');
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const whole = (text: string) => text.replace(/T(\d{2}):(\d{2})\+/, 'T$1:$2:00+');
      expect(Math.sign(compareWatermarks('time', whole(written(a)), whole(written(b))))).toBe(Math.sign(a - b));
    }),
  );
});
