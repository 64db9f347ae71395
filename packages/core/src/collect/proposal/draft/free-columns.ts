import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { Meaning } from '../meaning.js';

/** The chosen columns that have no place in the mapping yet. `put` gives one its place and notes it in `uses`. */
export function freeColumns(columns: readonly ChosenColumn[], uses: Map<number, ColumnUse>) {
  const isFree = ({ isChosen, position }: ChosenColumn) => isChosen && !uses.has(position);
  return {
    all: (): readonly ChosenColumn[] => columns.filter(isFree),
    one: (meaning: Meaning): ChosenColumn | undefined =>
      columns.find((column) => column.meaning === meaning && isFree(column)),
    /** Whether the file has such a column, be it left out. */
    isInFile: (meaning: Meaning): boolean => columns.some((column) => column.meaning === meaning),
    put: (column: ChosenColumn, use: ColumnUse): void => {
      uses.set(column.position, use);
    },
  };
}

export type FreeColumns = ReturnType<typeof freeColumns>;
