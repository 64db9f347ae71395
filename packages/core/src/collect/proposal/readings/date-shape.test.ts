import { describe, expect, it } from 'vitest';
import { dateShape } from './date-shape.js';

const told = (text: string) => {
  const shape = dateShape(text);
  return shape === undefined
    ? undefined
    : `${shape.order} ${shape.first} ${shape.second} ${shape.yearDigits}${shape.time}`;
};

describe('dateShape', () => {
  it('sees which way a date is written', () => {
    expect(told('2026-05-01')).toBe('iso 5 1 4');
    expect(told('2026-05-01T10:00:00.123+02:00')).toBe('iso 5 1 4THH:mm:ss.SSS');
    expect(told('2026/5/1 9:05')).toBe('year-first 5 1 4 H:mm');
    expect(told('2026-5-1')).toBe('year-first 5 1 4');
    expect(told('01.05.2026')).toBe('two-first 1 5 4');
    expect(told('5/1/26 9:05:30 PM')).toBe('two-first 5 1 2 h:mm:ss a');
    expect(told('03.04.')).toBe('no-year 3 4 0');
    expect(told('03/04')).toBe('no-year 3 4 0');
    expect(told('1. März 2026')).toBe('named 1 3 4');
    expect(told('01-MAY-26 10:30')).toBe('named 1 5 2 HH:mm');
    expect(told('Dec 24, 2026')).toBe('named 24 12 4');
  });

  it('takes no number, code or impossible day for one', () => {
    for (const text of [
      '12.50',
      '13.13.2026',
      '2026-450003',
      '1.2.3',
      '10.0.0.1',
      '01.05.2026 25:00',
      '030/1234567',
      '12 Rue 2020',
      '1 Mist 2026',
      '',
    ])
      expect(told(text)).toBeUndefined();
  });
});
