import { compareText } from './compare-text.js';
import type { Identifier } from './identifier.js';

/** By namespace, then value; the same on every machine and in every locale. */
export function compareIdentifiers(a: Identifier, b: Identifier): number {
  return compareText(a.namespace, b.namespace) || compareText(a.value, b.value);
}
