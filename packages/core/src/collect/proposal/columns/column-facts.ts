import type { FileSample, SampleCell } from '../file-sample.js';
import { isEmptyWord } from '../forms/is-empty-word.js';

/** What the sample says of one column, counted once. Texts have no outer white space and are cut to what can tell something. */
export interface ColumnFacts {
  readonly header: string;
  readonly position: number;
  /** By sampled row; null where nothing is said. */
  readonly values: readonly (string | null)[];
  /** The values that say something, in file order. */
  readonly texts: readonly string[];
  /** How often each text comes. */
  readonly counts: ReadonlyMap<string, number>;
  /** At most 250 of the texts, spread evenly, for what is costly to look at. */
  readonly some: readonly string[];
  /** Texts that stand for nothing ("n/a"), as they are spelt. */
  readonly emptyWords: readonly string[];
  /** Types that the file itself gives its cells; CSV gives texts only. */
  readonly typed: { readonly number: number; readonly boolean: number; readonly date: number; readonly nested: number };
}

export function columnFacts(sample: FileSample, position: number): ColumnFacts {
  const typed = { number: 0, boolean: 0, date: 0, nested: 0 };
  const emptyWords = new Set<string>();
  const counts = new Map<string, number>();
  const texts: string[] = [];
  // NA is a country among other codes.
  const standsForNothing = sample.rows.some(({ cells }) => cellText(cells[position] ?? null).length > 3);
  const values = sample.rows.map(({ cells }) => {
    const cell = cells[position] ?? null;
    const text = cellText(cell);
    if (text === '') return null;
    if (typeof cell === 'string' && (isEmptyWord(text) || (text === 'NA' && standsForNothing))) {
      emptyWords.add(text);
      return null;
    }
    if (typeof cell === 'number' || typeof cell === 'boolean') typed[typeof cell === 'number' ? 'number' : 'boolean']++;
    else if (typeof cell === 'object' && cell !== null) typed[cell.type]++;
    texts.push(text);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return text;
  });
  return {
    header: sample.columns[position] ?? '',
    position,
    values,
    texts,
    counts,
    some: spread(texts, 250),
    emptyWords: [...emptyWords],
    typed,
  };
}

const longest = 400;

/** A cell as text; empty if it says nothing. */
export function cellText(cell: SampleCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.slice(0, longest).trim();
  if (typeof cell !== 'object') return String(cell);
  return cell.type === 'date' ? cell.iso : cell.json.slice(0, longest);
}

function spread(texts: readonly string[], most: number): readonly string[] {
  if (texts.length <= most) return texts;
  return Array.from({ length: most }, (_, at) => texts[Math.floor((at * texts.length) / most)] ?? '');
}
