import type { MappingRule, MappingTime } from '../../mapping/mapping.js';
import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { type Identifiers, identifierValue } from './identifiers-of.js';
import { templateOf } from './template-of.js';
import { traitsOf } from './traits-of.js';

interface Lines {
  readonly isList: boolean;
  readonly time?: MappingTime | undefined;
  /** The column of the time. */
  readonly day?: ChosenColumn | undefined;
}

/** The rules that say who somebody is: one for the traits; in a list one for each further e-mail address or telephone number of a line. */
export function personRules(
  identifiers: Identifiers,
  columns: readonly ChosenColumn[],
  lines: Lines,
): { readonly rules: readonly MappingRule[]; readonly uses: ReadonlyMap<number, ColumnUse> } {
  if (identifiers.namespaces.length === 0) return { rules: [], uses: new Map() };
  const { traits, uses } = traitsOf(columns, lines.isList);
  const at = lines.time === undefined ? {} : { time: lines.time };
  const rules: MappingRule[] = [];
  if (lines.isList || Object.keys(traits).length > 0)
    rules.push({
      rule: 'person',
      make: 'traits',
      ...whenNamed(identifiers, lines),
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
function whenNamed({ fullest }: Identifiers, { isList, day }: Lines): Pick<MappingRule, 'when'> {
  if (isList || fullest === undefined) return {};
  const needed = day?.facts.values.includes(null) === true ? [fullest, day] : [fullest];
  return { when: needed.map((column) => ({ value: templateOf(column), empty: false })) };
}

/** The further one beside another identifier of the line; alone if there is none of another kind. */
function furtherIdentifiers(
  { first }: Identifiers,
  { namespace, column }: Identifiers['further'][number],
): ReturnType<Identifiers['first']> {
  const [other] = Object.entries(first()).filter(([taken]) => taken !== namespace);
  return { ...(other === undefined ? {} : { [other[0]]: other[1] }), [namespace]: identifierValue(namespace, column) };
}
