import type { Identifier } from '../identifier.js';

/**
 * What of an identifier is looked for in parts: of an e-mail address what stands before the @, of a phone number its digits. Undefined of what
 * only machines know.
 */
export function findablePart({ namespace, value }: Identifier): string | undefined {
  if (namespace === 'anonymous_id' || namespace === 'device_id') return undefined;
  if (namespace === 'email') return value.slice(0, value.lastIndexOf('@')).toLowerCase();
  return namespace === 'phone' ? value.replace(/\D/gu, '') : value.toLowerCase();
}

/**
 * The parts that somebody may mean who has typed this: as it is, and its digits alone, without a leading 0 that only the country's own callers
 * dial. Empty if it is too short to tell anybody apart.
 */
export function wantedParts(typed: string): readonly string[] {
  const text = typed.normalize('NFC').trim().toLowerCase();
  const digits = /^[+\d\s()./-]+$/u.test(text) ? text.replace(/\D/gu, '').replace(/^0+/u, '') : '';
  const local = text.includes('@') ? text.slice(0, text.lastIndexOf('@')) : text;
  return [...new Set([local, digits])].filter((part) => part.length >= shortestPart);
}

const shortestPart = 4;
