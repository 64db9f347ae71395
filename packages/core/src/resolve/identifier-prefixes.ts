import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';

/**
 * How stored identifiers of a namespace begin that somebody may mean who has typed this much of one; none if it can be no beginning.
 * A phone number without its country's prefix is taken for one of `country`.
 */
export function identifierPrefixes(namespace: string, typed: string, country: string | undefined): readonly string[] {
  const text = typed.normalize('NFC').trim();
  if (text.length < 2) return [];
  if (namespace === 'email') return /\s/u.test(text) ? [] : [text.replace(/^mailto:/iu, '').toLowerCase()];
  if (namespace === 'phone') return phonePrefixes(text, country);
  return [namespace === 'loyalty_card' ? text.replace(/\s+/gu, '') : text];
}

/** Some countries drop the leading 0 after their prefix, some keep it: both are looked for. */
function phonePrefixes(text: string, country: string | undefined): readonly string[] {
  const bare = text.replace(/^tel:/iu, '').replace(/[\s()./-]/gu, '');
  if (/^\+\d{2,}$/u.test(bare)) return [bare];
  if (!/^\d{3,}$/u.test(bare)) return [];
  if (bare.startsWith('00')) return [`+${bare.slice(2)}`];
  const known = country?.toUpperCase();
  if (known === undefined || !isSupportedCountry(known)) return [];
  const code = `+${getCountryCallingCode(known)}`;
  return bare.startsWith('0') ? [code + bare.slice(1), code + bare] : [code + bare];
}
