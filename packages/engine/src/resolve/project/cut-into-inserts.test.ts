import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutIntoInserts } from './cut-into-inserts.js';
import type { InteractionRow } from './interaction-row.js';

const row = fc.record({
  month: fc.integer({ min: 0, max: 8 }),
  person: fc.nat(5),
  atMs: fc.nat(5),
  batch: fc.nat(3),
  line: fc.string({ maxLength: 12 }),
});
const rows = fc
  .array(row, { maxLength: 60 })
  .map((made) => made.map((one, offset): InteractionRow => ({ ...one, offset })));
const limits = { rows: 7, partitions: 3, chars: 40 };

it('inserts hold all rows once, within the limits', () => {
  fc.assert(
    fc.property(rows, (made) => {
      const inserts = cutIntoInserts(made, limits);
      expect(
        inserts
          .flat()
          .map((one) => one.offset)
          .sort((a, b) => a - b),
      ).toEqual(made.map((one) => one.offset));
      for (const insert of inserts) {
        expect(insert.length).toBeLessThanOrEqual(limits.rows);
        expect(new Set(insert.map((one) => one.month)).size).toBeLessThanOrEqual(limits.partitions);
        if (insert.length > 1)
          expect(insert.reduce((sum, one) => sum + one.line.length, 0)).toBeLessThanOrEqual(limits.chars);
      }
    }),
  );
});

it('the order in which rows come does not change an insert', () => {
  fc.assert(
    fc.property(
      rows.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
      ([a, b]) => {
        expect(cutIntoInserts(b, limits)).toEqual(cutIntoInserts(a, limits));
      },
    ),
  );
});
