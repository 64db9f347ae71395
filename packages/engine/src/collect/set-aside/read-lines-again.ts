import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { unreadableLine } from '@throughline/core/collect/mapping/line-fault';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ImportBatch } from '../import/read/import-batch.js';
import { readMessages } from '../import/read/read-messages.js';
import type { ReadOrder } from '../import/read/read-order.js';
import { readingForm } from '../import/read/reading-form.js';
import { byteEncoding } from '../import/read/text-decoder.js';
import { stagedFile, stagingOf } from '../import/staged-files.js';
import { storedReasons } from '../intake/stored-reasons.js';
import type { ReadAgain } from './read-again.js';
import type { ImportOfItem, SetAsideItem } from './set-aside.sql.js';

/** A folder in which items of one import are read again, each in a file of its own: writing over a file waits for the disk, 1 ms of 1.7 a line. */
export interface AgainFolder {
  /** The import's, where its look-up files are. */
  readonly folder: string;
  readonly own: string;
}

export async function openAgainFolder(staging: string, importId: string): Promise<AgainFolder> {
  const folder = stagingOf(staging, importId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return { folder, own: await mkdtemp(join(folder, 'again-')) };
}

/**
 * Reads lines of a file again that an import set aside, or what they were mended to, by the import's mapping and look-up files. Of several
 * rules only that is used for which they were set aside: the others have had these lines. `mapping`: a mended one, if it was. Errors:
 * `import.file-missing` for a look-up.
 */
export function readLinesAgain(
  { folder, own }: AgainFolder,
  item: SetAsideItem,
  run: ImportOfItem,
  mended: string | undefined,
  mapping: Mapping,
): ReadAgain {
  try {
    const file = join(own, item.id);
    writeFileSync(file, mended ?? item.body, { mode: 0o600 });
    return outcome(
      [...readMessages(orderOf(item, run, mapping, folder, own, file, mended !== undefined))],
      item.line ?? 1,
    );
  } catch (error) {
    if (ThroughlineError.is(error) && error.code.startsWith('mapping.')) {
      return { type: 'still-aside', code: error.code, reasons: [], reason: error.message };
    }
    throw error;
  }
}

function orderOf(
  item: SetAsideItem,
  run: ImportOfItem,
  mapping: Mapping,
  folder: string,
  own: string,
  file: string,
  isMended: boolean,
) {
  const { rule } = envelopeOf(item);
  const rows = mapping.rows.filter((one) => rule === undefined || one.rule === rule);
  const { format, encoding } = formOf(mapping, stagedFile(folder));
  return {
    folder,
    spillFolder: own,
    file,
    format,
    encoding: isMended ? ('utf-8' as const) : encoding,
    mapping: { ...mapping, rows },
    import: item.import,
    importId: run.id,
    source: item.source,
    zone: item.zone,
    receivedAtMs: run.createdAt.getTime(),
    sizes: { parts: 1 },
    resume: {
      read: 0,
      received: 0,
      setAside: 0,
      passedOver: 0,
      header: run.header ?? [],
      place: { phase: 'lines' as const, position: { byte: 0, line: item.line ?? 1 }, partBytes: [0] },
    },
  };
}

/** The lines are bytes of the file as it was read, which the file itself tells best as long as it is there. */
function formOf({ file }: Mapping, path: string): Pick<ReadOrder, 'format' | 'encoding'> {
  if (existsSync(path)) return readingForm(file, path);
  const encoding = file.format === 'csv' || file.format === 'jsonl' ? byteEncoding(file.encoding ?? 'utf-8') : 'utf-8';
  return { format: file.format === 'csv' ? 'csv' : 'jsonl', encoding: encoding ?? 'utf-8' };
}

function envelopeOf(item: SetAsideItem): { readonly rule: string | undefined } {
  const stored: unknown = item.envelope === null ? undefined : JSON.parse(item.envelope);
  return { rule: isPlainObject(stored) && typeof stored.rule === 'string' ? stored.rule : undefined };
}

function outcome(batches: readonly ImportBatch[], line: number): ReadAgain {
  const [still] = batches.flatMap(({ setAside }) => setAside);
  if (still !== undefined)
    return { type: 'still-aside', code: still.code, reasons: still.reasons, reason: still.reason };
  const rows = batches.flatMap((batch) => batch.rows.map((row) => ({ ...row, replayed: true })));
  if (rows.length > 0) return { type: 'rows', rows };
  const { code, values } = unreadableLine(line, '', { key: 'collect.unreadable-line.no-rule', values: {} });
  return { type: 'still-aside', code, ...storedReasons([{ code, values }]) };
}
