import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type SegmentWindow, segmentWindowSchema } from './segment-window.js';
import { windowBounds } from './window-bounds.js';

const momentMs = Date.parse('2026-03-31T22:30:00Z');
const boundsIn = (zone: string, window: SegmentWindow, weekStartsOn = 1): readonly (string | null)[] => {
  const { from, to } = windowBounds(window, { momentMs, zone, weekStartsOn });
  return [from, to].map((at) => (at === null ? null : new Date(at).toISOString()));
};

test('a calendar month is that of the clock in the zone', () => {
  const lastMonth = { type: 'calendar', unit: 'month', ago: 1, span: 1 } as const;
  expect(boundsIn('UTC', lastMonth)).toEqual(['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']);
  expect(boundsIn('Europe/Berlin', lastMonth)).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z']);
});

test('weeks begin on the day the workspace says', () => {
  const week = { type: 'calendar', unit: 'week', ago: 0, span: 1 } as const;
  expect(boundsIn('UTC', week, 1)).toEqual(['2026-03-30T00:00:00.000Z', '2026-04-06T00:00:00.000Z']);
  expect(boundsIn('UTC', week, 0)).toEqual(['2026-03-29T00:00:00.000Z', '2026-04-05T00:00:00.000Z']);
});

test('a span ends with the unit that is named, quarters begin in January, April, July and October', () => {
  const quarters = { type: 'calendar', unit: 'quarter', ago: 1, span: 2 } as const;
  expect(boundsIn('UTC', quarters)).toEqual(['2025-07-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z']);
});

test('a day stands for its whole length, an instant for itself', () => {
  expect(boundsIn('Europe/Berlin', { type: 'absolute', from: '2026-03-29', until: '2026-03-29' })).toEqual([
    ...['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ]);
  expect(boundsIn('Europe/Berlin', { type: 'absolute', until: '2026-03-29T00:00:00+09:00' })).toEqual([
    ...[null, '2026-03-28T15:00:00.000Z'],
  ]);
});

test('a rolling window is the same in every zone', () => {
  const window = { type: 'rolling', from: { count: 90, unit: 'day' }, to: { count: 30, unit: 'day' } } as const;
  expect(boundsIn('Pacific/Apia', window)).toEqual(boundsIn('UTC', window));
  expect(boundsIn('UTC', window)).toEqual(['2025-12-31T22:30:00.000Z', '2026-03-01T22:30:00.000Z']);
});

it('units that follow each other meet without gap or overlap, and the present one holds the moment', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Beirut', 'Pacific/Apia');
  const unit = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
  const moment = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2037, 0) });
  fc.assert(
    fc.property(zone, unit, moment, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 6 }), (...given) => {
      const [name, of, at, ago, weekStartsOn] = given;
      const clock = { momentMs: at, zone: name, weekStartsOn };
      const bounds = (unitsAgo: number) => windowBounds({ type: 'calendar', unit: of, ago: unitsAgo, span: 1 }, clock);
      expect(bounds(ago + 1).to).toBe(bounds(ago).from);
      expect(bounds(0).from).toBeLessThanOrEqual(at);
      expect(bounds(0).to).toBeGreaterThan(at);
    }),
  );
});

test('a window needs no more than it says', () => {
  expect(segmentWindowSchema.parse({ type: 'calendar', unit: 'month' })).toEqual({
    ...{ type: 'calendar', unit: 'month', ago: 0, span: 1 },
  });
  expect(segmentWindowSchema.safeParse({ type: 'absolute', from: '2026-02-30' }).success).toBe(false);
});
