import { identifierLabel } from '@throughline/core/resolve/identifier-label';
import type { Identifier } from '../../api/identifier.js';
import { sentences } from '../../words/sentences.js';
import { word } from '../../words/word.js';

interface Named {
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
}

/** What to call somebody: the name, else the best identifier with its kind; a visitor by the beginning of a device's id. */
export function personName({ name, recognised, identifiers: [best] }: Named): string {
  if (name !== null && name !== '') return name;
  if (best === undefined) return word('customers.noName');
  return recognised ? identifierLabel(best, sentences()) : `${word('customers.visitor')} ${best.value.slice(0, 12)}`;
}
