import { closeSync, openSync } from 'node:fs';
import { type LookupNeed, type LookupTable, lookupTable } from '@throughline/core/collect/mapping/lookup-table';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { stagedLookup } from '../staged-files.js';
import { fileRecords } from './file-records.js';

/** Reads the look-up files an import needs into memory. Errors: `import.file-missing`, `import.file-unreadable`, `mapping.lookup-…`. */
export function loadLookups(folder: string, needs: readonly LookupNeed[]): ReadonlyMap<string, LookupTable> {
  return new Map(needs.map((need) => [need.name, lookupTable(need, rowsOf(folder, need))]));
}

function* rowsOf(folder: string, need: LookupNeed): Generator<readonly unknown[], void, undefined> {
  const file = openLookup(folder, need);
  try {
    const { records } = fileRecords(file, { ...need, encoding: 'utf-8' }, need.columns);
    for (const record of records) {
      if (record.type === 'unreadable') {
        throw new ThroughlineError(
          'import.file-unreadable',
          `line ${record.at.line} of the look-up ${need.file} cannot be read; correct it, then import again`,
        );
      }
      yield record.cells;
    }
  } finally {
    closeSync(file);
  }
}

function openLookup(folder: string, need: LookupNeed): number {
  try {
    return openSync(stagedLookup(folder, need.name), 'r');
  } catch (cause) {
    throw new ThroughlineError(
      'import.file-missing',
      `the look-up file ${need.file} is not here; send it with the import`,
      {
        cause,
        details: { file: need.file },
      },
    );
  }
}
