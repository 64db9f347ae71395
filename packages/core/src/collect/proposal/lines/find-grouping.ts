import type { Candidates } from '../columns/candidates.js';
import { cellText } from '../columns/column-facts.js';
import { heaviest } from '../columns/heaviest.js';
import type { FileSample, SampleRow } from '../file-sample.js';
import { isEmptyWord } from '../forms/is-empty-word.js';
import type { Meaning } from '../meaning.js';

/** Lines that share the value of one column and belong to one interaction. */
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
 * The column by which several lines make one interaction: its value repeats in neighbouring lines and does not come back later (or it is called a number
 * of orders), time and person stay the same within, and something else (the thing bought) changes. Undefined if each line stands for itself.
 */
export function findGrouping(sample: FileSample, columns: readonly Candidates[]): Grouping | undefined {
  const fixed = columns.filter((column) => fixedMeanings.has(heaviest(column))).map(({ facts }) => facts.position);
  const likeness = ({ weights }: Candidates) => weights.get('order-number')?.weight ?? 0;
  const found = columns
    .filter((column) => likeness(column) > 0.2 && numbers.has(heaviest(column)))
    .sort((a, b) => likeness(b) - likeness(a) || a.facts.position - b.facts.position)
    .slice(0, 5)
    .flatMap((column) => groupingBy(column, sample, fixed, columns) ?? []);
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

function textAt({ cells }: SampleRow, position: number): string {
  return cellText(cells[position] ?? null);
}

function saysNothing(text: string): boolean {
  return text === '' || isEmptyWord(text);
}

type Block = readonly SampleRow[];

function groupingBy(
  { facts: { position }, header, weights }: Candidates,
  sample: FileSample,
  fixed: readonly number[],
  columns: readonly Candidates[],
): (Grouping & { readonly groups: number; readonly said: number }) | undefined {
  const said = header.get('order-number') ?? 0;
  if (said <= 0.3 && (weights.get('order-number')?.weight ?? 0) <= 0.5) return undefined;
  const neighbours = neighbouring(position, sample.blocks);
  const groups = groupsOf(position, [...sample.blocks, sample.rows]);
  const differing = columns.map(() => 0);
  const steps = columns.map(() => 0);
  let pairs = 0;
  let largest: Block = [];
  for (const group of groups) {
    if (group.length > largest.length) largest = group;
    group.forEach((row, at) => {
      const before = group[at - 1];
      if (before === undefined) return;
      pairs++;
      columns.forEach((_, other) => {
        const text = textAt(row, other);
        const earlier = textAt(before, other);
        if (saysNothing(text) || saysNothing(earlier)) return;
        if (text.toLowerCase() === earlier.toLowerCase()) return;
        differing[other] = (differing[other] ?? 0) + 1;
        if (Number(text) === Number(earlier) + 1) steps[other] = (steps[other] ?? 0) + 1;
      });
    });
  }
  const isTogether = neighbours.share >= 0.1 && !neighbours.returns;
  const isScattered = fixed.length > 0 && said > 0.6 && pairs >= Math.max(5, 0.01 * groups.length);
  if (pairs < 3 || !(isTogether || isScattered)) return undefined;
  const share = (other: number) => (differing[other] ?? 0) / pairs;
  const changing = columns.map((_, other) => other).filter((other) => other !== position && share(other) > 0.35);
  if (changing.length === 0 || fixed.some((other) => share(other) > 0.1)) return undefined;
  return {
    position,
    groups: groups.length,
    said: Math.round(said),
    largest: { lines: largest.length, firstLine: largest[0]?.line ?? 0 },
    varying: new Set(changing),
    constant: new Set(columns.map((_, other) => other).filter((other) => share(other) < 0.03)),
    counting: new Set(changing.filter((other) => (steps[other] ?? 0) > 0.8 * pairs)),
  };
}

/** How often a line has the value of the line before it, and whether values come back after others came between. */
function neighbouring(position: number, blocks: readonly Block[]): { share: number; returns: boolean } {
  const seen = { pairs: 0, same: 0, runs: 0, returning: 0 };
  for (const block of blocks) {
    const known = new Set<string>();
    let before: string | undefined;
    for (const row of block) {
      const value = textAt(row, position);
      if (saysNothing(value)) continue;
      if (before !== undefined) seen.pairs++;
      if (value === before) seen.same++;
      else {
        seen.runs++;
        if (known.has(value)) seen.returning++;
      }
      known.add(value);
      before = value;
    }
  }
  return { share: seen.same / Math.max(1, seen.pairs), returns: seen.returning > 0.05 * seen.runs + 1 };
}

/** The lines by the value of the column. */
function groupsOf(position: number, blocks: readonly Block[]): readonly Block[] {
  const groups = new Map<string, Map<number, Block[number]>>();
  for (const row of blocks.flat()) {
    const value = textAt(row, position);
    if (saysNothing(value)) continue;
    const group = groups.get(value) ?? new Map<number, Block[number]>();
    group.set(row.line, row);
    groups.set(value, group);
  }
  return [...groups.values()].map((group) => [...group.values()].sort((a, b) => a.line - b.line));
}
