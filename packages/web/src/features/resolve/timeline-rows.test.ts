import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Interaction } from '../../api/interactions.js';
import { formats } from '../../format/formats.js';
import { byDay } from './by-day.js';
import { timelineRows } from './timeline-rows.js';

const { dayKey } = formats('en', 'DE', 'Europe/Berlin');

function interaction(id: string, at: string): Interaction {
  const marks = { machine: false, internal: false, test: false, void: false };
  const nothing = { touchpoint: null, about: null, reason: null, outcome: null, location: null, value: null };
  return {
    ...nothing,
    ...{ id, at, precision: 'instant', name: 'Ordered', channel: 'web', source: 'shop', direction: null },
    ...{ currency: null, marks, properties: {} },
  };
}

test('late evening in UTC belongs to the next day in Berlin', () => {
  const rows = timelineRows(
    [
      interaction('a', '2026-05-12T08:00:00Z'),
      interaction('b', '2026-05-11T22:30:00Z'),
      interaction('c', '2026-05-11T08:00:00Z'),
    ],
    dayKey,
  );
  expect(rows.map((row) => (row.kind === 'day' ? `${row.key} ${row.count}` : row.key))).toEqual([
    'day 2026-05-12 2',
    'a',
    'b',
    'day 2026-05-11 1',
    'c',
  ]);
});

test('no entry is lost or moved, and any window folds back into its rows', () => {
  const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 });
  fc.assert(
    fc.property(days, fc.nat(), fc.nat(), (hours, from, length) => {
      const given = [...hours]
        .sort((a, b) => b - a)
        .map((hour, index) => interaction(String(index), new Date(Date.UTC(2026, 0, 1, hour)).toISOString()));
      const rows = timelineRows(given, dayKey);
      expect(rows.filter((row) => row.kind === 'entry').map((row) => row.key)).toEqual(given.map(({ id }) => id));
      const start = rows.length === 0 ? 0 : from % rows.length;
      const window = rows.map((row, index) => ({ row, index })).slice(start, start + (length % 30));
      const folded = byDay(window).flatMap(({ heading, entries }) => [...(heading ? [heading] : []), ...entries]);
      expect(folded).toEqual(window);
    }),
  );
});
