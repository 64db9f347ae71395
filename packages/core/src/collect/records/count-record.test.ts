import { describe, expect, it } from 'vitest';
import { readCount } from './count-record.js';

const footfall = { measure: 'footfall', value: 12, per: 'hour', timestamp: '2026-05-14T12:20:00', location: 'LDS' };
const code = (change: object) => {
  const read = readCount({ ...footfall, ...change }, 'Europe/Berlin');
  return 'code' in read ? read.code : read.kind;
};

describe('a count', () => {
  it('is a number for a bucket of time, by the clock of its source', () => {
    expect(readCount(footfall, 'Europe/Berlin')).toMatchObject({
      measure: 'footfall',
      value: '12',
      per: 'hour',
      adds: true,
      location: 'LDS',
      touchpoint: '',
      time: { atMs: Date.parse('2026-05-14T10:00:00Z') },
    });
  });

  it('goes by the clock it names itself, and by days if it does not say otherwise', () => {
    const { per: _per, ...perDay } = footfall;
    expect(readCount({ ...perDay, zone: 'UTC' }, 'Europe/Berlin')).toMatchObject({
      per: 'day',
      time: { atMs: Date.parse('2026-05-14T00:00:00Z') },
    });
  });

  it('is not guessed: what is missing or unreadable is said', () => {
    expect(code({})).toBe('count');
    expect(code({ value: 0 })).toBe('count');
    expect(code({ measure: ' ' })).toBe('count.measure-missing');
    expect(code({ value: -1 })).toBe('count.value-unreadable');
    expect(code({ value: 'many' })).toBe('count.value-unreadable');
    expect(code({ per: 'fortnight' })).toBe('count.per-unknown');
    expect(code({ timestamp: undefined })).toBe('record.time-missing');
    expect(code({ timestamp: '2026-02-30' })).toBe('record.time-missing');
    expect(code({ location: { id: 1 } })).toBe('message.field-invalid');
    expect(code({ zone: 'Mars/Base' })).toBe('message.field-invalid');
    expect(code({ adds: 'no' })).toBe('message.field-invalid');
    expect(code({ touchpoint: 'x'.repeat(201) })).toBe('message.name-too-long');
  });
});
