import type { KnownNumbers, KnownSpace, NumberedLine } from '../../collect/proposal/numbers/known-numbers.js';
import { normaliseIdentifier } from '../normalise-identifier.js';

/** A customer who has one of the numbers in a space. */
export interface NumberedPerson {
  readonly namespace: string;
  readonly number: string;
  /** In their normal form. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly name: string | null;
  readonly postcode: string | null;
}

/**
 * Compares the customers of a file with those known by the same numbers. One agrees by e-mail, phone or a word of the name; by postcode only where
 * neither side has more and the file's are from many places. `country` is that of phone numbers without one.
 */
export function compareNumbers(
  lines: readonly NumberedLine[],
  persons: readonly NumberedPerson[],
  country: string,
): KnownNumbers {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const places = new Map<string, number>();
  for (const { postcode } of lines) if (postcode !== null) places.set(postcode, (places.get(postcode) ?? 0) + 1);
  const isLocal = Math.max(0, ...places.values()) > mostOfOnePlace1 * lines.length;
  const spaces = new Map<string, { found: number; agreeing: number; differing: number }>();
  for (const person of persons) {
    const line = byNumber.get(person.number);
    if (line === undefined) continue;
    const counted = spaces.get(person.namespace) ?? { found: 0, agreeing: 0, differing: 0 };
    spaces.set(person.namespace, counted);
    counted.found += 1;
    const agrees = areOne(line, person, country, isLocal);
    if (agrees === true) counted.agreeing += 1;
    else if (agrees === false) counted.differing += 1;
  }
  return {
    looked: byNumber.size,
    spaces: [...spaces].map(([namespace, counted]): KnownSpace => ({ namespace, ...counted })),
  };
}

const mostOfOnePlace1 = 0.2;

/** Undefined if there is nothing to compare. */
function areOne(line: NumberedLine, person: NumberedPerson, country: string, isLocal: boolean): boolean | undefined {
  const email = normal('email', line.email, country);
  const phone = normal('phone', line.phone, country);
  const signs = [
    email === undefined || person.emails.length === 0 ? undefined : person.emails.includes(email),
    phone === undefined || person.phones.length === 0 ? undefined : person.phones.includes(phone),
    shareWord(line.name, person.name),
  ].filter((sign) => sign !== undefined);
  if (signs.length > 0) return signs.includes(true);
  if (isLocal || line.postcode === null || person.postcode === null) return undefined;
  return bare(line.postcode) === bare(person.postcode);
}

function normal(namespace: string, value: string | null, country: string): string | undefined {
  if (value === null) return undefined;
  const read = normaliseIdentifier({ namespace, value }, { defaultCountry: country });
  return read.type === 'identifier' ? read.identifier.value : undefined;
}

/** Undefined if either has no name. */
function shareWord(one: string | null, other: string | null): boolean | undefined {
  const words = new Set(wordsOf(one));
  const others = wordsOf(other);
  return words.size === 0 || others.length === 0 ? undefined : others.some((word) => words.has(word));
}

function wordsOf(name: string | null): readonly string[] {
  return (name ?? '')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
}

function bare(postcode: string): string {
  return postcode.replace(/\s/g, '').toLowerCase();
}
