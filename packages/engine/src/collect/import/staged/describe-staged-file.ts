import type { ImportState } from '../import-state.js';
import { type StagedFile, stagedForMs } from './staged-file.js';
import type { SameFile, StagedFileRow } from './staged-file.sql.js';

export function describeStagedFile(row: StagedFileRow, same: readonly SameFile[]): StagedFile {
  const { id, name, bytes, hash, found, createdBy, createdAt } = row;
  const { format, form, columns, rowCount, unreadable } = found;
  return {
    id,
    name,
    bytes,
    sha256: hash.toString('hex'),
    format,
    form: {
      ...form,
      encodingExamples: [...form.encodingExamples],
      sheets: form.sheets.map((sheet) => ({ name: sheet })),
    },
    columns: [...columns],
    rowCount,
    unreadable,
    sameAs: same.map((one) => ({
      import: one.import,
      fileName: one.fileName,
      state: one.state as ImportState,
      createdAt: one.createdAt.toISOString(),
    })),
    createdBy,
    createdAt: createdAt.toISOString(),
    expiresAt: new Date(createdAt.getTime() + stagedForMs).toISOString(),
  };
}
