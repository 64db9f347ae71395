import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.js';
import { campaignOf } from './campaign.js';
import { library } from './library.js';
import { outcomeOf } from './outcome.js';
import { pageAddress } from './page-address.js';
import { firstConsent } from './privacy-signals.js';

describe('what is sent again', () => {
  it('waits longer after each failure, up to five minutes, and never less than the server asks', () => {
    expect([1, 2, 3, 10, 100].map((failures) => backOffMs(failures, 1, null))).toEqual([
      1_000, 2_000, 4_000, 300_000, 300_000,
    ]);
    expect(backOffMs(1, 0, '20')).toBe(20_000);
    expect(backOffMs(1, 0, 'Wed, 21 Oct 2026 07:28:00 GMT')).toBe(500);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const ms = backOffMs(failures, random, null);
          expect(ms).toBeGreaterThanOrEqual(500);
          expect(ms).toBeLessThanOrEqual(300_000);
        },
      ),
    );
  });

  it('is what the server was too busy for; what it will never take is given up, what it does not know waits for another page', () => {
    const of = (outcome: string) =>
      [200, 204, 400, 401, 403, 404, 408, 413, 425, 429, 500, 503, 507].filter(
        (status) => outcomeOf(status) === outcome,
      );
    expect(of('kept')).toEqual([200, 204]);
    expect(of('again')).toEqual([408, 425, 429, 500, 503, 507]);
    expect(of('unfit')).toEqual([400, 413]);
    expect(of('refused')).toEqual([401, 403, 404]);
  });
});

it('the version that is told is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(library.version).toBe(version);
});

describe('what is said of a page', () => {
  it('names the campaign as Segment does', () => {
    expect(campaignOf('?utm_source=news&utm_medium=email&utm_campaign=spring&utm_term=&q=shoes')).toEqual({
      source: 'news',
      medium: 'email',
      name: 'spring',
    });
    expect(campaignOf('?q=utm_source')).toBeUndefined();
  });

  it('leaves out what stands behind the path, unless it is wanted', () => {
    expect(pageAddress('https://a.example/b?c=secret#d', false)).toBe('https://a.example/b');
    expect(pageAddress('https://a.example/b#d?c', false)).toBe('https://a.example/b');
    expect(pageAddress('https://a.example/b?c=1', true)).toBe('https://a.example/b?c=1');
    expect(pageAddress('', false)).toBe('');
  });
});

describe('the consent a page begins with', () => {
  const given = { host: 'https://cx.example', writeKey: 'k' };
  const signals = { globalPrivacyControl: true, doNotTrack: false };

  it('is what the site says; a signal of the browser is told unless it is to mean refusal', () => {
    expect(firstConsent(given, signals)).toBe('granted');
    expect(firstConsent({ ...given, consent: 'pending' }, signals)).toBe('pending');
    expect(firstConsent({ ...given, globalPrivacyControl: 'deny' }, signals)).toBe('denied');
    expect(firstConsent({ ...given, doNotTrack: 'deny' }, signals)).toBe('granted');
    expect(firstConsent({ ...given, doNotTrack: 'deny' }, { ...signals, doNotTrack: true })).toBe('denied');
  });
});
