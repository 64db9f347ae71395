import type { Identifier } from '@throughline/core/resolve/identifier';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';

/** An identifier that a person named, in the form in which identifiers are stored. */
export function storedForm(given: Identifier): Identifier {
  const result = normaliseIdentifier(given);
  return result.type === 'identifier' ? result.identifier : given;
}
