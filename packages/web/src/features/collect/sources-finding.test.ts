import { expect, test } from 'vitest';
import type { Source } from '../../api/sources.js';
import { sourcesFinding } from './sources-finding.js';

const now = Date.parse('2026-05-20T12:00:00Z');

function source(name: string, lastReceivedAt: string | null, daysWithData: number): Source {
  const counts = { stored: 0, duplicates: 0, setAside: 0 };
  const last = lastReceivedAt === null ? now : Date.parse(lastReceivedAt);
  const days = Array.from({ length: 7 }, (_, back) => ({
    ...counts,
    day: new Date(last - back * 86_400_000).toISOString().slice(0, 10),
    stored: back < daysWithData ? 10 : 0,
  }));
  return {
    groups: 'account',
    ...{ id: name, name, channel: 'web', team: null, trust: 50, zone: 'UTC', country: 'DE', currency: 'EUR' },
    ...{
      completeUntil: null,
      archived: false,
      keys: [],
      webhook: false,
      lastReceivedAt,
      today: counts,
      total: counts,
      days,
    },
  };
}

test('a till that sent daily and then fell silent comes first', () => {
  const sources = [source('web', '2026-05-20T11:59:00Z', 7), source('till', '2026-05-18T11:00:00Z', 6)];
  expect(sourcesFinding(sources, now)).toEqual({ kind: 'silent', source: 'till', hours: 49, others: 0 });
});

test('a source fed by one file a month ago is not silent', () => {
  expect(sourcesFinding([source('crm', '2026-04-18T11:00:00Z', 1)], now)).toEqual({
    kind: 'delivering',
    delivering: 1,
    count: 1,
    complete: null,
  });
});

test('no sources, and sources that never sent, are told apart', () => {
  expect(sourcesFinding([], now)).toEqual({ kind: 'none' });
  expect(sourcesFinding([source('app', null, 0)], now)).toEqual({ kind: 'nothing-yet', count: 1 });
});

test('a source with a rhythm is silent once it is quieter than ever in two weeks, and not before', () => {
  const till = source('till', '2026-05-20T03:00:00Z', 7);
  const quality = (longestGapMs: number) => [
    {
      ...{ source: 'till', interactions: 1, machines: 0, staff: 0, tests: 0, usualDelayMs: null, slowDelayMs: null },
      longestGapMs,
    },
  ];
  expect(sourcesFinding([till], now, quality(3 * 3_600_000))).toMatchObject({
    kind: 'silent',
    source: 'till',
    hours: 9,
  });
  expect(sourcesFinding([till], now, quality(8 * 3_600_000))).toMatchObject({ kind: 'delivering' });
});

test('of sources that deliver the one that is complete least far is named', () => {
  const sources = [
    { ...source('web', '2026-05-20T11:59:00Z', 7), completeUntil: '2026-05-20T00:00:00Z' },
    { ...source('till', '2026-05-20T11:00:00Z', 7), completeUntil: '2026-05-19T00:00:00Z' },
    source('crm', '2026-05-20T11:00:00Z', 7),
  ];
  expect(sourcesFinding(sources, now)).toMatchObject({
    kind: 'delivering',
    complete: { source: 'till', until: '2026-05-19T00:00:00Z' },
  });
});
