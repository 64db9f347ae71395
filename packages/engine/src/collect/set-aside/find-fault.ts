import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { uniqueColumns } from '@throughline/core/collect/mapping/unique-columns';
import { lineCells } from './line-cells.js';

export interface FoundFault {
  /** As the mapping's value names it: several columns are joined by ` and `. */
  readonly column: string;
  /** What stands there. */
  readonly text: string;
  /** Where, in UTF-16 units of the item's text. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** Finds in lines that an import set aside what it was set aside for; undefined if they cannot be taken apart, or read well by now. */
export function faultFinder(
  mapping: Mapping,
  header: readonly string[],
): (item: { readonly text: string; readonly line: number; readonly code: string }) => FoundFault | undefined {
  const { lookups: _, ...own } = mapping;
  const compiled = compileMapping(own);
  const known = new Set(mapping.file.format === 'csv' ? uniqueColumns(header) : compiled.columns);
  return ({ text, line, code }) => {
    let offset = 0;
    for (const one of text.split(/(?<=\n)/)) {
      const cells = lineCells(one, mapping.file, header);
      const drafts = compiled.readLine(
        compiled.columns.map((column) => cells(column)?.value),
        line,
      );
      const fault = drafts.flatMap(({ faults }) => faults).find((found) => found.code === code);
      if (fault !== undefined) {
        const columns = known.has(fault.column) ? [fault.column] : fault.column.split(' and ');
        const found = columns.flatMap((column) => cells(column) ?? []);
        const from = offset;
        return {
          column: fault.column,
          text: found.map(({ value }) => String(value ?? '').trim()).join(' '),
          marks: found.map(({ start, end }) => ({ start: from + start, end: from + end })),
        };
      }
      offset += one.length;
    }
    return undefined;
  };
}
