import type { SetAsideCode } from './set-aside-reason.js';

export const longestIdentifier = 500;

/**
 * An id as text: strings as they are, whole numbers up to 2^53 as their digits. Undefined if there is none: missing, null, or only white space.
 * Ids that `identifierFault` refuses must not get here.
 */
export function identifierText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/**
 * Why an id cannot be used. A number that JSON.parse may have changed (fractions, 2^53 and more) is refused:
 * two customers whose long numbers round to the same one must not become one customer.
 */
export function identifierFault(value: unknown): SetAsideCode | undefined {
  switch (typeof value) {
    case 'string':
      return value.length > longestIdentifier ? 'message.id-too-long' : undefined;
    case 'number':
      return Number.isSafeInteger(value) ? undefined : 'message.id-not-exact';
    case 'undefined':
      return undefined;
    default:
      return value === null ? undefined : 'message.id-invalid';
  }
}
