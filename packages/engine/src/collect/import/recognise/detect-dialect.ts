import { type CsvDialect, csvRecord } from '../read/csv-record.js';

export interface DetectedDialect {
  readonly delimiter: string;
  readonly quote: string;
}

const delimiters = [';', ',', '\t', '|'];
const looked = 200;

/**
 * Delimiter and quote of a table from the text it begins with (one character per byte): those with which most lines have as many cells as most
 * others, more than one if that is possible at all.
 */
export function detectDialect(text: string, form: Pick<CsvDialect, 'lineEnd'>, isWhole: boolean): DetectedDialect {
  const quote = text.includes('"') || !singleQuoted.test(text) ? '"' : "'";
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const score = scoreOf(cellCounts(text, { ...form, delimiter, quote, decode: (raw) => raw }, isWhole));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, quote };
}

const singleQuoted = /(^|[,;\t|])'[^'\n]*'([,;\t|]|\r?\n)/m;

function cellCounts(text: string, dialect: CsvDialect, isWhole: boolean): readonly number[] {
  const counts: number[] = [];
  for (let at = 0; at < text.length && counts.length < looked; ) {
    const found = csvRecord(text, at, isWhole, dialect);
    if (found === undefined) break;
    at = found.end;
    if (found.type === 'read') counts.push(found.cells.length);
    else if (found.type === 'unreadable') counts.push(0);
  }
  return counts;
}

/** Lines alike weigh most, then the number of cells; one cell to a line is what a wrong delimiter gives too. */
function scoreOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [usual, lines] = [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  if (usual < 2) return 0;
  const alike = lines / counts.length;
  return alike * alike * (1 + Math.log2(usual) / 4);
}
