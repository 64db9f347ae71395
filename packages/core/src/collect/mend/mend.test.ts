import { describe, expect, it } from 'vitest';
import type { Mapping } from '../mapping/mapping.js';
import { mendMapping } from './mend-mapping.js';
import { suggestMend } from './suggest-mend.js';

const none = { months: {}, until: '2027-01', formats: [] };

describe('a suggestion', () => {
  it('reads dates without a year in the year of everything else', () => {
    const months = { '2026-04': 10, '2026-05': 3 };
    expect(suggestMend('line.date-unreadable', ['03.05.', '24.12.'], { ...none, months })).toMatchObject({
      sentence: { key: 'collect.mend.year.sentence', values: { year: 2026 } },
      answer: { type: 'year', year: 2026, formats: ['yyyy dd.MM.'] },
      reads: 2,
      of: 2,
    });
  });

  it('takes the one year that has those months, and none if there are two or it is not known', () => {
    const turn = { '2025-11': 4, '2025-12': 9, '2026-01': 2 };
    const of = (texts: string[], months: Record<string, number>) =>
      suggestMend('line.date-unreadable', texts, { ...none, months })?.answer;
    expect(of(['03.12.', '24.12.'], turn)).toMatchObject({ year: 2025 });
    expect(of(['03.01.'], turn)).toMatchObject({ year: 2026 });
    expect(of(['03.12.', '03.01.'], turn)).toBeUndefined();
    expect(of(['03.12.'], {})).toBeUndefined();
  });

  it('puts nothing behind the day of the import', () => {
    const known = { ...none, months: { '2026-05': 3 }, until: '2026-06' };
    expect(suggestMend('line.date-unreadable', ['24.12.'], known)).toBeUndefined();
    expect(suggestMend('line.date-unreadable', ['24.02.'], known)?.answer).toMatchObject({ year: 2026 });
  });

  it('reads dates in another order where some line decides it', () => {
    expect(suggestMend('line.date-unreadable', ['25/12/2026', '1/2/2026'], none)?.answer).toEqual({
      type: 'date',
      formats: ['d/M/yyyy'],
    });
    expect(suggestMend('line.date-unreadable', ['5/12/2026'], none)).toBeUndefined();
  });

  it('reads numbers with the other decimal mark', () => {
    expect(suggestMend('line.number-unreadable', ['12,50', '3,1'], none)?.answer).toEqual({
      type: 'decimal',
      decimal: ',',
    });
    expect(suggestMend('line.number-unreadable', ['twelve'], none)).toBeUndefined();
  });
});

const mapping: Mapping = {
  version: 1,
  source: 'Shop',
  file: { format: 'csv' },
  zone: 'UTC',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      name: 'Ordered',
      time: '{day} {time}',
      value: { from: '{amount}', as: 'number' },
      properties: { kind: { from: '{kind}', table: { a: 'b' } }, day: { from: '{day}', as: 'date' } },
    },
  ],
};
const mended = (column: string, answer: Parameters<typeof mendMapping>[2]) =>
  mendMapping(mapping, column, answer).rows[0];

describe('a mended mapping', () => {
  it('changes how the one column is read, and nothing else', () => {
    expect(mended('day and time', { type: 'date', formats: ['d/M/yyyy HH:mm'] })).toEqual({
      ...mapping.rows[0],
      time: { from: '{day} {time}', format: ['d/M/yyyy HH:mm'] },
    });
    expect(mended('day', { type: 'year', year: 2026, formats: ['yyyy dd.MM.'] })).toMatchObject({
      time: '{day} {time}',
      properties: { day: { from: '2026 {day}', format: ['yyyy dd.MM.'] } },
    });
    expect(mended('amount', { type: 'decimal', decimal: ',' })).toMatchObject({
      value: { from: '{amount}', as: 'number', decimal: ',' },
    });
    expect(mended('kind', { type: 'value', from: 'c', to: 'd' })).toMatchObject({
      properties: { kind: { table: { a: 'b', c: 'd' } } },
    });
    expect(mended('other', { type: 'decimal', decimal: ',' })).toEqual(mapping.rows[0]);
  });
});
