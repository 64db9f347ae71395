import type { Identifier } from '../../api/identifier.js';
import { word } from '../../words/word.js';

interface Named {
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
}

/** What to call somebody: the name, else the best identifier; a visitor by the beginning of a device's id. */
export function personName({ name, recognised, identifiers }: Named): string {
  if (name !== null && name !== '') return name;
  const best = identifiers[0]?.value;
  if (best === undefined) return word('customers.noName');
  return recognised ? best : `${word('customers.visitor')} ${best.slice(0, 12)}`;
}
