import type { SampleCompany } from '../sample-company.js';
import { cellsOfLine } from '../writing/cells-of-line.js';

/** Whose an identifier truly is. */
export interface Owned {
  /** As the truth calls them; more than one share it. */
  readonly owners: ReadonlySet<string>;
  readonly kind: string;
}

/** The truth about identifiers, by `namespace value`. */
export function ownersOf({ truth }: SampleCompany): ReadonlyMap<string, Owned> {
  const owned = new Map<string, { readonly owners: Set<string>; readonly kind: string }>();
  const file = truth.find(({ name }) => name === 'truth/identifiers.csv');
  if (file === undefined) throw new Error('the company has no truth about identifiers');
  const [, ...lines] = file.lines();
  for (const line of lines) {
    const [namespace = '', value = '', person = '', kind = ''] = cellsOfLine(line);
    const known = owned.get(`${namespace} ${value}`);
    if (known === undefined) owned.set(`${namespace} ${value}`, { owners: new Set([person]), kind });
    else known.owners.add(person);
  }
  return owned;
}
