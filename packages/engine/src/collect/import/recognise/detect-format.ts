import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export type FoundFormat = 'text' | 'json' | 'parquet' | 'avro' | 'sqlite' | 'xlsx';

/** What a file is by its first bytes; its name plays no part. Errors: `import.file-unreadable` for what holds no table, saying what to do. */
export function detectFormat(beginning: Buffer): FoundFormat {
  const magic = beginning.toString('latin1', 0, 16);
  if (magic.startsWith('PAR1')) return 'parquet';
  if (magic.startsWith('Obj\u0001')) return 'avro';
  if (magic === 'SQLite format 3\u0000') return 'sqlite';
  if (magic.startsWith('PK\u0003\u0004')) return 'xlsx';
  const known = others.find(([start]) => magic.startsWith(start));
  if (known !== undefined) throw unreadable(known[1]);
  const isWide = isUtf16(beginning);
  if (!isWide && beginning.subarray(0, 4096).includes(0))
    throw unreadable('it is neither text nor Excel, JSON, Parquet, Avro or SQLite');
  const text = beginning
    .toString(isWide ? 'latin1' : 'utf8', 0, 4096)
    .replaceAll('\u0000', '')
    .replace(/^\u00ff\u00fe|^\u00fe\u00ff/, '');
  return /^\ufeff?\s*(\{|\[\s*(\{|$))/.test(text) ? 'json' : 'text';
}

/** With its mark, or with every other of the first bytes zero. */
function isUtf16([a = 0, b = 0, c = 0, d = 0]: Buffer): boolean {
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return isMarked || (a === 0 && c === 0 && b > 0 && d > 0) || (b === 0 && d === 0 && a > 0 && c > 0);
}

const others: readonly (readonly [string, string])[] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    'it is an Excel file of the old kind (.xls), or one with a password; save it as .xlsx without a password',
  ],
  ['\u001f\u008b', 'it is compressed (gzip); unpack it first'],
  ['7z\u00bc\u00af', 'it is compressed (7-Zip); unpack it first'],
  ['Rar!', 'it is compressed (RAR); unpack it first'],
  ['\u0028\u00b5\u002f\u00fd', 'it is compressed (Zstandard); unpack it first'],
  ['BZh', 'it is compressed (bzip2); unpack it first'],
  ['%PDF', 'it is a PDF; export the data as .xlsx or .csv from where it comes from'],
  ['\u0089PNG', 'it is a picture'],
  ['\u00ff\u00d8\u00ff', 'it is a picture'],
];

function unreadable(reason: string): ThroughlineError {
  return new ThroughlineError('import.file-unreadable', `the file cannot be read: ${reason}`);
}
