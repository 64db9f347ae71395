import type { MappingRule, MappingTime } from '../../mapping/mapping.js';
import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { type Identifiers, identifierValue } from './identifiers-of.js';
import { templateOf } from './template-of.js';
import { traitsOf } from './traits-of.js';

/** The rules that say who somebody is: one for the traits, one for each further e-mail address or telephone number of a line. */
export function personRules(
  identifiers: Identifiers,
  columns: readonly ChosenColumn[],
  isList: boolean,
  time: MappingTime | undefined,
): { readonly rules: readonly MappingRule[]; readonly uses: ReadonlyMap<number, ColumnUse> } {
  if (identifiers.namespaces.length === 0) return { rules: [], uses: new Map() };
  const { traits, uses } = traitsOf(columns, isList);
  const at = time === undefined ? {} : { time };
  const rules: MappingRule[] = [];
  if (isList || Object.keys(traits).length > 0)
    rules.push({
      rule: 'person',
      make: 'traits',
      ...whenNamed(identifiers, isList),
      identifiers: identifiers.first(),
      ...at,
      traits,
    });
  identifiers.further.forEach((further, place) => {
    const who = furtherIdentifiers(identifiers, further);
    const when = [{ value: templateOf(further.column), empty: false }];
    rules.push({ rule: `further-${place + 1}`, make: 'traits', when, identifiers: who, ...at, traits: {} });
  });
  return { rules, uses };
}

/** Interactions may have nobody, and then there is nobody to know something of; in a list such a line is a fault. */
function whenNamed({ fullest }: Identifiers, isList: boolean): Pick<MappingRule, 'when'> {
  return isList || fullest === undefined ? {} : { when: [{ value: templateOf(fullest), empty: false }] };
}

/** The further one beside another identifier of the line; alone if there is none of another kind. */
function furtherIdentifiers(
  { first }: Identifiers,
  { namespace, column }: Identifiers['further'][number],
): ReturnType<Identifiers['first']> {
  const [other] = Object.entries(first()).filter(([taken]) => taken !== namespace);
  return { ...(other === undefined ? {} : { [other[0]]: other[1] }), [namespace]: identifierValue(namespace, column) };
}
