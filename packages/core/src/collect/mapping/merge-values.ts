import { amountText, type Micros, readAmount } from '../amount.js';
import type { CellValue } from './mapping-row.js';

/** What the lines of one interaction make of a value. */
export type Merge = 'first' | 'last' | 'sum' | 'min' | 'max' | 'count' | 'list' | 'distinct';

/**
 * Merges what lines say, in line order; lines that say nothing (null) are passed over, and if none says anything so does the result.
 * Sums are exact to six places. `count` counts the lines that say something.
 */
export function mergeValues(values: readonly (CellValue | null)[], merge: Merge): CellValue | undefined {
  const said = values.filter((value) => value !== null);
  if (said.length === 0) return undefined;
  switch (merge) {
    case 'first':
      return said[0];
    case 'last':
      return said[said.length - 1];
    case 'count':
      return String(said.length);
    case 'list':
      return said;
    case 'distinct':
      return distinct(said);
    case 'sum':
      return amountText(said.reduce((sum: Micros, value) => sum + micros(value), 0n));
    case 'min':
      return amountText(inOrder(said)[0] ?? 0n);
    case 'max':
      return amountText(inOrder(said).at(-1) ?? 0n);
  }
}

function micros(value: CellValue): Micros {
  return readAmount(value) ?? 0n;
}

function inOrder(values: readonly CellValue[]): Micros[] {
  return values.map(micros).sort((a, b) => (a === b ? 0 : a < b ? -1 : 1));
}

function distinct(values: readonly CellValue[]): readonly CellValue[] {
  const byText = new Map<string, CellValue>();
  for (const value of values) {
    const text = JSON.stringify(value);
    if (!byText.has(text)) byText.set(text, value);
  }
  return [...byText.values()];
}
