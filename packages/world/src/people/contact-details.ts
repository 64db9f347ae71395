import { scattered } from '../chance/scattered.js';
import type { Country } from './name-pool.js';

/*
 * No address here is anybody's: all end in `.example`, which is kept free for that (RFC 2606). Telephone numbers have the form of real ones,
 * because others would be refused, and may be somebody's: they must never be called.
 */

/** An address no two people share, whatever their names. */
export function ownEmail(firstName: string, familyName: string, number: number): string {
  const host = hosts[number % hosts.length] ?? hosts[0];
  return `${asciiName(firstName)}.${asciiName(familyName)}${Math.floor(number / hosts.length) + 1}@${host}.example`;
}

export function familyEmail(familyName: string, household: number): string {
  return `familie.${asciiName(familyName)}.${household}@heim.example`;
}

export function firmEmail(familyName: string, block: number): string {
  return `info@${asciiName(familyName)}-${block + 1}.example`;
}

export function mobileNumber(country: Country, number: number): string {
  return `${country === 'DE' ? '+49176' : '+4474'}${scattered(number, 1)}`;
}

export function landlineNumber(country: Country, household: number): string {
  if (country === 'DE') return `+4930${scattered(household, 2)}`;
  return `+44207${String((household * 4_736_351) % 9_999_991).padStart(7, '0')}`;
}

const hosts = ['post', 'mail', 'inbox', 'briefkasten', 'letterbox', 'web-post'] as const;

/** As in an address: lower case, no accents, no blanks. */
export function asciiName(name: string): string {
  const known = asciiNames.get(name);
  if (known !== undefined) return known;
  const ascii = name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  asciiNames.set(name, ascii);
  return ascii;
}

/** Grows with the name pools, which are small, and not with the people. */
const asciiNames = new Map<string, string>();
