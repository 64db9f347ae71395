import type { FileSample, SampleCell } from '../proposal/file-sample.js';
import { compareWatermarks, type WatermarkKind, watermarkKind } from './watermark-kind.js';

/** A column by which new rows could be told, and what speaks for it in the rows that were looked at. */
export interface WatermarkCandidate {
  readonly column: string;
  readonly kind: WatermarkKind;
  /** Rows without a value: they would never be read again. */
  readonly empty: number;
  readonly rows: number;
  /** Of the steps from one row to the next in the table's own order, those that do not fall. */
  readonly growsShareOf1: number;
  /** The greatest value that was seen. */
  readonly highest: string;
}

/** Columns whose values are all whole numbers or all times; first those that are always filled, then those that only grow. */
export function watermarkCandidates(
  { columns, rows }: Pick<FileSample, 'columns' | 'rows'>,
  isColumn: (name: string) => boolean = () => true,
): readonly WatermarkCandidate[] {
  const found: WatermarkCandidate[] = [];
  columns.forEach((column, at) => {
    if (!isColumn(column)) return;
    const candidate = candidateOf(
      column,
      rows.map(({ cells }) => cells[at] ?? null),
    );
    if (candidate !== undefined) found.push(candidate);
  });
  return found.sort(
    (a, b) => Number(a.empty > 0) - Number(b.empty > 0) || b.growsShareOf1 - a.growsShareOf1 || a.empty - b.empty,
  );
}

function candidateOf(column: string, cells: readonly SampleCell[]): WatermarkCandidate | undefined {
  const values = cells.filter((cell) => cell !== null && cell !== '');
  const kind = watermarkKind(values[0]);
  if (kind === undefined || values.some((value) => watermarkKind(value) !== kind)) return undefined;
  const texts = values.map(String);
  const [first = '', ...others] = texts;
  let before = first;
  let highest = before;
  let falls = 0;
  for (const text of others) {
    if (compareWatermarks(kind, text, before) < 0) falls += 1;
    if (compareWatermarks(kind, text, highest) > 0) highest = text;
    before = text;
  }
  const growsShareOf1 = others.length === 0 ? 1 : 1 - falls / others.length;
  return { column, kind, empty: cells.length - values.length, rows: cells.length, growsShareOf1, highest };
}
