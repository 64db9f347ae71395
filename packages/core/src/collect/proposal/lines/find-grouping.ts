import type { Candidates } from '../columns/candidates.js';
import { cellText } from '../columns/column-facts.js';
import { heaviest } from '../columns/heaviest.js';
import type { FileSample } from '../file-sample.js';
import { isEmptyWord } from '../forms/is-empty-word.js';
import type { Meaning } from '../meaning.js';

/** Neighbouring lines that share the value of one column and belong to one interaction. */
export interface Grouping {
  readonly position: number;
  /** The largest group that was seen whole. */
  readonly largest: { readonly lines: number; readonly firstLine: number };
  /** Columns that differ within a group, and those that never do. */
  readonly varying: ReadonlySet<number>;
  readonly constant: ReadonlySet<number>;
  /** Columns that count the lines of a group. */
  readonly counting: ReadonlySet<number>;
}

/**
 * The column by which several lines make one interaction: its value repeats in neighbouring lines and does not come back later, the time stays the same
 * within, and something else (the thing bought) changes. Undefined if each line stands for itself.
 */
export function findGrouping(sample: FileSample, columns: readonly Candidates[]): Grouping | undefined {
  const blocks = sample.blocks.map((block) =>
    block.map(({ cells, line }) => ({ line, texts: sample.columns.map((_, at) => cellText(cells[at] ?? null)) })),
  );
  const fixed = columns.filter((column) => fixedMeanings.has(heaviest(column))).map(({ facts }) => facts.position);
  const found = columns
    .filter((column) => (column.weights.get('order-number')?.weight ?? 0) > 0.2 && numbers.has(heaviest(column)))
    .flatMap((column) => groupingBy(column, blocks, fixed, columns) ?? []);
  return found.sort((a, b) => b.said - a.said || b.groups - a.groups || a.position - b.position)[0];
}

/** What can name an interaction. */
const numbers: ReadonlySet<Meaning> = new Set([
  ...([
    'order-number',
    'record-number',
    'case-number',
    'call-number',
    'customer-number',
    'loyalty-card',
    'product-number',
  ] as const),
  ...(['number', 'text'] as const),
]);

/** One interaction has one time and one person. */
const fixedMeanings: ReadonlySet<Meaning> = new Set(['date', 'date-time', 'time-of-day', 'email', 'phone']);

function saysNothing(text: string | undefined): boolean {
  return text === undefined || text === '' || isEmptyWord(text);
}

type Block = readonly { readonly line: number; readonly texts: readonly string[] }[];

function groupingBy(
  { facts: { position }, header, weights }: Candidates,
  blocks: readonly Block[],
  fixed: readonly number[],
  columns: readonly Candidates[],
): (Grouping & { readonly groups: number; readonly said: number }) | undefined {
  const seen = { pairs: 0, together: 0, groups: 0, returning: 0 };
  const differing = columns.map(() => 0);
  const steps = columns.map(() => 0);
  let largest = { lines: 0, firstLine: 0 };
  for (const whole of blocks) {
    const block = whole.filter(({ texts }) => !saysNothing(texts[position]));
    const known = new Set<string>();
    let run = 0;
    block.forEach((row, at) => {
      const value = row.texts[position] ?? '';
      const before = block[at - 1];
      if (before !== undefined) seen.pairs++;
      const isSame = before !== undefined && before.texts[position] === value;
      if (!isSame) {
        if (known.has(value)) seen.returning++;
        seen.groups++;
        known.add(value);
        run = 1;
        return;
      }
      run++;
      seen.together++;
      if (run > largest.lines) largest = { lines: run, firstLine: block[at - run + 1]?.line ?? row.line };
      row.texts.forEach((text, other) => {
        if (text.toLowerCase() === before.texts[other]?.toLowerCase()) return;
        if (saysNothing(text) || saysNothing(before.texts[other])) return;
        differing[other] = (differing[other] ?? 0) + 1;
        if (Number(text) === Number(before.texts[other]) + 1 && Number(text) === run)
          steps[other] = (steps[other] ?? 0) + 1;
      });
    });
  }
  const isLikely = (header.get('order-number') ?? 0) > 0.3 || (weights.get('order-number')?.weight ?? 0) > 0.5;
  if (!isLikely || seen.together < Math.max(3, 0.1 * seen.pairs) || seen.returning > 0.05 * seen.groups + 1)
    return undefined;
  const share = (other: number) => (differing[other] ?? 0) / seen.together;
  const changing = columns.map((_, other) => other).filter((other) => other !== position && share(other) > 0.35);
  if (changing.length === 0 || fixed.some((other) => share(other) > 0.1)) return undefined;
  return {
    position,
    groups: seen.groups,
    said: Math.round(header.get('order-number') ?? 0),
    largest,
    varying: new Set(changing),
    constant: new Set(columns.map((_, other) => other).filter((other) => share(other) < 0.03)),
    counting: new Set(changing.filter((other) => (steps[other] ?? 0) > 0.8 * seen.together)),
  };
}
