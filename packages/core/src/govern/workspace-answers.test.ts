import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCountry } from './is-country.js';
import { isCurrency } from './is-currency.js';
import { isZone } from './is-zone.js';
import { workspaceSlug } from './workspace-slug.js';

describe('the answers of the set-up', () => {
  it('a workspace is addressed by the plain letters of its name', () => {
    expect(workspaceSlug('Möller & Söhne')).toBe('moller-sohne');
    expect(workspaceSlug('Straßenbahn 3000')).toBe('strassenbahn-3000');
    expect(workspaceSlug('東京')).toBe('company');
  });

  it('any name gives an address the database takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(workspaceSlug(name))),
    );
  });

  it('a country is two letters that name one', () => {
    expect(['DE', 'GB', 'US', 'XX', 'ZZ', 'EU', 'UK1', 'de'].filter(isCountry)).toEqual(['DE', 'GB', 'US']);
  });

  it('a currency is a code of ISO 4217', () => {
    expect(['EUR', 'USD', 'JPY', 'eur', 'EURO', 'ABC'].filter(isCurrency)).toEqual(['EUR', 'USD', 'JPY']);
  });

  it('a zone has a name, so that summer time is known', () => {
    expect(['Europe/Berlin', 'UTC', 'America/New_York', '+02:00', 'Mars/Base', ''].filter(isZone)).toEqual([
      'Europe/Berlin',
      'UTC',
      'America/New_York',
    ]);
  });
});
