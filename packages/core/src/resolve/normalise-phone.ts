import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { NormalisedIdentifier } from './normalised-identifier.js';

/**
 * To E.164, and only if the number can exist. A number without its country's prefix needs `defaultCountry`; without one, `00` counts as `+`.
 * A number with an extension is left out: it belongs to a switchboard that many people share.
 */
export function normalisePhone(text: string, defaultCountry: string | undefined): NormalisedIdentifier {
  const country = defaultCountry?.toUpperCase();
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const bare = text.replace(/^tel:/iu, '');
  const dialled = known === undefined ? bare.replace(/^\s*00(?=[\s\d(])/u, '+') : bare;
  const number = parsePhoneNumberFromString(
    dialled,
    known === undefined ? { extract: false } : { defaultCountry: known, extract: false },
  );
  if (number === undefined) {
    const lacksCountry = known === undefined && !/^[+＋]/u.test(dialled) && /\d{5}/u.test(dialled.replace(/\D/gu, ''));
    return { type: 'left-out', reason: lacksCountry ? 'phone-without-country' : 'not-a-phone' };
  }
  if (number.ext !== undefined) return { type: 'left-out', reason: 'phone-with-extension' };
  if (!number.isValid()) return { type: 'left-out', reason: 'not-a-phone' };
  return { type: 'identifier', identifier: { namespace: 'phone', value: number.number } };
}
