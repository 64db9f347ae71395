import type { MappingValue } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { columnValue } from './column-value.js';
import { fieldName } from './field-name.js';
import type { FreeColumns } from './free-columns.js';

/** All free columns of a kind under their names; undefined if there are none. */
export function namedValues(
  free: FreeColumns,
  isWanted: (column: ChosenColumn) => boolean,
  type: 'item' | 'property',
): Record<string, MappingValue> | undefined {
  const wanted = free.all().filter(isWanted);
  if (wanted.length === 0) return undefined;
  return Object.fromEntries(
    wanted.map((column) => {
      const name = fieldName(column);
      free.put(column, { type, name });
      return [name, columnValue(column)];
    }),
  );
}
