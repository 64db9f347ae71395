import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timeFlag } from './corrected-time.js';
import { validateMessage } from './validate-message.js';

/* T-20: what clocks and programmers really send as a time. */

const receivedAtMs = Date.UTC(2026, 5, 1, 12);
const dayMs = 86_400_000;
const years = fc.constantFrom(1, 1582, 1899, 1900, 1969, 1970, 1999, 2000, 2024, 2025, 2026, 2028, 2038, 2100, 9999);
const turns = fc.constantFrom('02-28', '02-29', '02-30', '12-31', '01-01', '03-29', '10-25', '06-31', '13-01', '00-00');
const clocks = fc.constantFrom('23:59:60', '23:59:59.999', '24:00:00', '00:00:00', '02:30:00', '25:61:61', '12:00');
const zones = fc.constantFrom('', 'Z', '+14:00', '-12:00', '+05:45', '+99:99', ' ');
const written = fc
  .tuple(years, turns, clocks, zones)
  .map(([year, turn, clock, zone]) => `${String(year).padStart(4, '0')}-${turn}T${clock}${zone}`);
const epochs = fc
  .tuple(
    fc.constantFrom(0, 1, -1, receivedAtMs / 1_000, 253_402_300_799, -62_135_596_800, Number.MAX_SAFE_INTEGER),
    fc.constantFrom(1, 1_000, 1e6, 1e9),
    fc.boolean(),
  )
  .map(([seconds, unit, asText]) => (asText ? String(seconds * unit) : seconds * unit));
const nonsense = fc.constantFrom<unknown>(
  '',
  'yesterday',
  null,
  true,
  [],
  {},
  Number.NaN,
  '0000-00-00',
  '\u0000',
  Number.POSITIVE_INFINITY,
);
const times = fc.oneof(written, epochs, nonsense);
const days = fc.integer({ min: -400, max: 400 });

it('whatever time a message names, it is kept within 2000 and tomorrow, with a flag wherever that is not what it said', () => {
  let cases = 0;
  let flagged = 0;
  let setAside = 0;
  fc.assert(
    fc.property(times, fc.option(times, { nil: undefined }), (timestamp, sentAt) => {
      const value = { type: 'track', event: 'Ordered', userId: 'u1', timestamp, sentAt };
      const read = validateMessage({ text: JSON.stringify(value), value, depth: 1 }, { receivedAtMs, zone: 'UTC' });
      cases += 1;
      if (read.type !== 'valid') {
        setAside += 1;
        return;
      }
      expect(read.occurredAtMs).toBeGreaterThanOrEqual(Date.UTC(2000, 0, 1));
      expect(read.occurredAtMs).toBeLessThanOrEqual(receivedAtMs + dayMs);
      const said = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
      const isAsSaid = read.occurredAtMs === said || read.timeFlags !== 0 || typeof timestamp === 'number';
      expect([timestamp, isAsSaid || Number.isNaN(said)]).toEqual([timestamp, true]);
      if (read.timeFlags !== 0) flagged += 1;
    }),
    { numRuns: 5_000 },
  );
  process.stdout.write(
    `odd times: ${cases} messages, ${flagged} kept with a flag, ${setAside} set aside, 0 out of range, 0 crashes\n`,
  );
  expect(flagged).toBeGreaterThan(cases / 4);
});

it('a clock that is off by days is set right by the time of sending', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 3_600_000 }), (off, agoMs) => {
      const clockMs = receivedAtMs + off * dayMs;
      const value = {
        ...{ type: 'track', event: 'Ordered', userId: 'u1' },
        ...{ timestamp: new Date(clockMs - agoMs).toISOString(), sentAt: new Date(clockMs).toISOString() },
      };
      const read = validateMessage({ text: JSON.stringify(value), value, depth: 1 }, { receivedAtMs, zone: 'UTC' });
      expect(read).toMatchObject({ type: 'valid', occurredAtMs: receivedAtMs - agoMs });
      if (off !== 0) expect(read).toMatchObject({ timeFlags: timeFlag.skewCorrected });
    }),
  );
});
