import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeRate, type Rate } from './rate.js';

const call = (id: string, from: string, to: string | null): Rate => ({ id, kind: 'call', subject: '', from, to });

it('a newer rate ends the one that had no end, on the day before', () => {
  expect(placeRate(call('b', '2026-03-01', null), [call('a', '2026-01-01', null)])).toEqual({
    type: 'placed',
    ended: { id: 'a', to: '2026-02-28' },
  });
});

it('a rate shares no day with one that has an end, or begins no earlier', () => {
  expect(placeRate(call('b', '2026-01-31', null), [call('a', '2026-01-01', '2026-01-31')])).toEqual({
    type: 'overlaps',
    id: 'a',
  });
  expect(placeRate(call('b', '2026-01-01', null), [call('a', '2026-01-01', null)]).type).toBe('overlaps');
  expect(placeRate(call('b', '2025-01-01', '2025-12-31'), [call('a', '2026-01-01', null)]).type).toBe('placed');
});

it('whatever is placed one after the other, no day has two rates', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const rates = fc.array(fc.tuple(day, fc.option(day)), { maxLength: 20 });
  fc.assert(
    fc.property(rates, (given) => {
      let kept: readonly Rate[] = [];
      given.forEach(([from, to], n) => {
        if (to !== null && to < from) return;
        const rate = call(String(n), from, to);
        const placed = placeRate(rate, kept);
        if (placed.type === 'overlaps') return;
        kept = [...kept.map((one) => (one.id === placed.ended?.id ? { ...one, to: placed.ended.to } : one)), rate];
      });
      for (let n = 0; n <= 120; n += 1) {
        const on = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
        expect(kept.filter(({ from, to }) => from <= on && (to === null || on <= to)).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
