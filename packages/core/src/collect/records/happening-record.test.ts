import { describe, expect, it } from 'vitest';
import { readHappening } from './happening-record.js';

const strike = { kind: 'strike', what: 'Drivers on strike', timestamp: '2026-05-04', until: '2026-05-05' };
const read = (change: object) => readHappening({ ...strike, ...change }, 'Europe/Berlin');
const code = (change: object) => {
  const result = read(change);
  return 'code' in result ? result.code : result.kind;
};

describe('a happening', () => {
  it('that is told by days lasts to the end of the last of them', () => {
    expect(read({})).toMatchObject({
      sort: 'strike',
      time: { atMs: Date.parse('2026-05-03T22:00:00Z') },
      startsOn: '2026-05-04',
      until: { atMs: Date.parse('2026-05-05T22:00:00Z'), on: '2026-05-05' },
    });
    expect(code({ until: '2026-05-04' })).toBe('happening');
  });

  it('that is told by the minute begins and ends by the minute, and one without an end goes on', () => {
    expect(read({ timestamp: '2026-05-04T10:00:00Z', until: '2026-05-04T10:20:00Z' })).toMatchObject({
      startsOn: null,
      until: { atMs: Date.parse('2026-05-04T10:20:00Z'), on: null },
    });
    expect(read({ until: '' })).toMatchObject({ until: null });
  });

  it('keeps to the days on which the clock is changed', () => {
    expect(read({ timestamp: '2026-10-25', until: '2026-10-25' })).toMatchObject({
      until: { atMs: Date.parse('2026-10-25T23:00:00Z'), on: '2026-10-25' },
    });
    expect(read({ timestamp: '2026-03-29', until: '2026-03-29' })).toMatchObject({
      until: { atMs: Date.parse('2026-03-29T22:00:00Z') },
    });
  });

  it('is not guessed', () => {
    expect(code({ what: '' })).toBe('happening.what-missing');
    expect(code({ kind: 'eclipse' })).toBe('happening.kind-unknown');
    expect(code({ until: 'soon' })).toBe('happening.until-unreadable');
    expect(code({ until: '2026-05-03' })).toBe('happening.ends-before');
    expect(code({ timestamp: 'once' })).toBe('record.time-missing');
  });
});
