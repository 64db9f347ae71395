import { describe, expect, it } from 'vitest';
import { dateFormat } from './date-format.js';

const read = (format: string, text: string, zone = 'UTC') => {
  const time = dateFormat(format)(text, zone);
  return time === undefined ? undefined : `${new Date(time.atMs).toISOString()} ${time.precision}`;
};

describe('dateFormat', () => {
  it('reads days and instants in the zone', () => {
    expect(read('dd.MM.yyyy', '01.05.2026')).toBe('2026-05-01T00:00:00.000Z day');
    expect(read('d.M.yyyy H:mm', '1.5.2026 9:05', 'Europe/Berlin')).toBe('2026-05-01T07:05:00.000Z instant');
    expect(read('M/d/yyyy hh:mm:ss a', '5/1/2026 12:00:30 AM')).toBe('2026-05-01T00:00:30.000Z instant');
    expect(read('yyyyMMddTHHmmss.SSS', '20260501T101112.345')).toBe('2026-05-01T10:11:12.345Z instant');
  });

  it('reads nothing into other forms and days that do not exist', () => {
    for (const text of ['1.5.26', '31.02.2026', '01-05-2026', '01.05.2026 ', '13.13.2026'])
      expect(read('dd.MM.yyyy', text)).toBeUndefined();
    expect(read('yyyy-MM-dd hh:mm a', '2026-05-01 13:00 pm')).toBeUndefined();
    expect(read('yyyy-MM-dd HH:mm', '2026-05-01 24:00')).toBeUndefined();
  });

  it('takes two digits of a year for the one that is nearer', () => {
    expect(read('dd.MM.yy', '01.05.26')).toBe('2026-05-01T00:00:00.000Z day');
    expect(read('M/d/yy', '5/1/98')).toBe('1998-05-01T00:00:00.000Z day');
    expect(read('dd.MM.yy', '01.05.2026')).toBeUndefined();
  });

  it('reads names of months', () => {
    expect(read('d. MMM yyyy', '1. März 2026')).toBe('2026-03-01T00:00:00.000Z day');
    expect(read('dd-MMM-yy', '01-MAY-26')).toBe('2026-05-01T00:00:00.000Z day');
    expect(read('MMM d, yyyy h:mm a', 'Dec. 24, 2026 6:05 PM')).toBe('2026-12-24T18:05:00.000Z instant');
    expect(read('d MMM yyyy', '1 août 2026')).toBe('2026-08-01T00:00:00.000Z day');
    expect(read('d MMM yyyy', '1 Mist 2026')).toBeUndefined();
  });

  it('reads the days that spreadsheets count', () => {
    expect(read('excel', '45778')).toBe('2025-05-01T00:00:00.000Z day');
    expect(read('excel', '45778.5')).toBe('2025-05-01T12:00:00.000Z instant');
    expect(['60', '2025-05-01', '457780'].map((text) => read('excel', text))).toEqual(Array(3).fill(undefined));
  });

  it('refuses formats from which no day follows', () => {
    expect(() => dateFormat('dd.MM.')).toThrow('has no year');
    expect(() => dateFormat('yyyy-MM-dd MM')).toThrow('twice');
    expect(() => dateFormat('yyyy-MM-dd hh:mm')).toThrow('h and a');
  });
});
