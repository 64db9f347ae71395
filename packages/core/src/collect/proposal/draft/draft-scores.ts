import type { MappingScore } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { columnValue } from './column-value.js';
import { fieldName } from './field-name.js';

/** The scores with their scales and questions; undefined if there are none. They stay properties as well, whatever they say. */
export function draftScores(columns: readonly ChosenColumn[]): Record<string, MappingScore> | undefined {
  const scores = columns.flatMap((column): [string, MappingScore][] => {
    if (column.reading?.type !== 'score') return [];
    const { from, to, question, about } = column.reading;
    return [[fieldName(column), { value: columnValue(column), from, to, question, about }]];
  });
  return scores.length === 0 ? undefined : Object.fromEntries(scores);
}
