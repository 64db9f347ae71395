import { expect, test } from 'vitest';
import { formats } from '../../format/formats.js';
import { endOfDay } from './end-of-day.js';

test('a day ends at midnight of the workspace, summer and winter, east and west', () => {
  const end = (day: string, zone: string) => endOfDay(day, formats('en', 'GB', zone).dayKey);
  expect(end('2026-05-12', 'Europe/Berlin')).toBe('2026-05-12T21:59:59.999Z');
  expect(end('2026-01-12', 'Europe/Berlin')).toBe('2026-01-12T22:59:59.999Z');
  expect(end('2026-05-12', 'Pacific/Kiritimati')).toBe('2026-05-12T09:59:59.999Z');
  expect(end('2026-05-12', 'Pacific/Pago_Pago')).toBe('2026-05-13T10:59:59.999Z');
});
