import type { MappingValue } from '../../mapping/mapping.js';
import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { Meaning } from '../meaning.js';
import { columnValue } from './column-value.js';
import { fieldName } from './field-name.js';

/** What lines say of a person for good. `others`: columns without a name of ours are traits too, as in a list of contacts. */
export function traitsOf(
  columns: readonly ChosenColumn[],
  others: boolean,
): { readonly traits: Record<string, MappingValue>; readonly uses: ReadonlyMap<number, ColumnUse> } {
  const traits: Record<string, MappingValue> = {};
  const uses = new Map<number, ColumnUse>();
  for (const column of columns) {
    if (!column.isChosen) continue;
    const known = traitNames.get(column.meaning);
    if (known === undefined && !others) continue;
    const name = known !== undefined && !(known in traits) ? known : fieldName(column);
    traits[name] = columnValue(column);
    uses.set(column.position, { type: 'trait', name });
  }
  return { traits, uses };
}

const traitNames: ReadonlyMap<Meaning, string> = new Map([
  ['full-name', 'name'],
  ['first-name', 'firstName'],
  ['last-name', 'lastName'],
  ['salutation', 'salutation'],
  ['gender', 'gender'],
  ['birthday', 'birthday'],
  ['company', 'company'],
  ['street', 'street'],
  ['postcode', 'postcode'],
  ['city', 'city'],
  ['country', 'country'],
  ['language', 'language'],
  ['consent', 'consent'],
]);
