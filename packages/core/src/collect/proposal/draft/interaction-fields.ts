import { defaultDirection } from '../../default-direction.js';
import type { MappingValue } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { wordTables } from '../forms/word-tables.js';
import type { InteractionKind } from '../lines/interaction-kind.js';
import { tableOf } from './table-of.js';

/** The channel by the words of a column; undefined if too many of them mean none. */
export function channelField(column: ChosenColumn, kind: InteractionKind): MappingValue | undefined {
  const words = [...column.facts.counts.keys()];
  const known = words.filter((word) => wordTables.channel(word) !== undefined).length;
  if (known === 0 || known < 0.5 * words.length) return undefined;
  const otherwise = kind.channel ?? 'web';
  return tableOf(column, (word) => wordTables.channel(word) ?? otherwise, otherwise);
}

/** Who turned to whom, if the file or the kind of line says so. */
export function directionField(
  kind: InteractionKind,
  event: ChosenColumn | undefined,
  directed: ChosenColumn | undefined,
): MappingValue | undefined {
  if (directed !== undefined) {
    const table = tableOf(directed, (word) => wordTables.direction(word) ?? 'from-customer', 'from-customer');
    if (table !== undefined) return table;
  }
  if (kind.name === 'E-mail event' && event !== undefined)
    return (
      tableOf(event, (word) => defaultDirection(wordTables.mailEvent(word) ?? word), 'from-customer') ?? 'from-customer'
    );
  return kind.direction ?? undefined;
}

/** What the interaction is called: by the column that says what happened, else by the kind of line. */
export function nameField(kind: InteractionKind, event: ChosenColumn | undefined): MappingValue {
  if (event === undefined) return kind.name;
  return tableOf(event, (word) => wordTables.mailEvent(word) ?? word.slice(0, 200), kind.name) ?? kind.name;
}
