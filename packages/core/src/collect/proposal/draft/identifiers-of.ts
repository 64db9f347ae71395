import type { MappingValue } from '../../mapping/mapping.js';
import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { Meaning } from '../meaning.js';
import { templateOf } from './template-of.js';

export interface Identifiers {
  /** Each with the first of its columns. */
  readonly namespaces: readonly string[];
  /** The column that says most often who it is. */
  readonly fullest: ChosenColumn | undefined;
  /** As a mapping writes them; a new object each time, so that YAML does not refer from one rule to another. */
  readonly first: () => Record<string, MappingValue>;
  /** Further columns of a namespace that is taken: a second telephone number. */
  readonly further: readonly { readonly namespace: string; readonly column: ChosenColumn }[];
  readonly uses: ReadonlyMap<number, ColumnUse>;
}

/** The columns that say who it is, as the mapping's identifiers. E-mail addresses are lower-cased, so that the lines of one order agree. */
export function identifiersOf(
  columns: readonly ChosenColumn[],
  customerNumbers: string,
  takesFurther: boolean,
): Identifiers {
  const first = new Map<string, ChosenColumn>();
  const further: { namespace: string; column: ChosenColumn }[] = [];
  const uses = new Map<number, ColumnUse>();
  const byMeaning = namespacesOf(customerNumbers);
  for (const column of columns) {
    const namespace = byMeaning.get(column.meaning);
    if (namespace === undefined || !column.isChosen || isOurs(column)) continue;
    if (first.has(namespace) && !takesFurther) continue;
    uses.set(column.position, { type: 'identifier', namespace });
    if (first.has(namespace)) further.push({ namespace, column });
    else first.set(namespace, column);
  }
  return {
    namespaces: [...first.keys()],
    fullest: [...first.values()].sort((a, b) => b.facts.texts.length - a.facts.texts.length)[0],
    first: () =>
      Object.fromEntries([...first].map(([namespace, column]) => [namespace, identifierValue(namespace, column)])),
    further,
    uses,
  };
}

/** One number or address on many lines is the company's own (the line that was called), and would make one customer of all. */
function isOurs({ facts, isAnswered }: ChosenColumn): boolean {
  return !isAnswered && facts.texts.length >= 20 && facts.counts.size <= Math.max(1, 0.02 * facts.texts.length);
}

export function identifierValue(namespace: string, column: ChosenColumn): MappingValue {
  return namespace === 'email' ? { from: templateOf(column), case: 'lower' } : templateOf(column);
}

function namespacesOf(customerNumbers: string): ReadonlyMap<Meaning, string> {
  return new Map<Meaning, string>([
    ['email', 'email'],
    ['phone', 'phone'],
    ['loyalty-card', 'loyalty_card'],
    ['customer-number', customerNumbers],
  ]);
}
