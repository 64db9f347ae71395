import { errorInWords } from '@throughline/core/errors/error-in-words';
import type { Language } from '@throughline/core/words/language';
import type { ImportRow } from './import.sql.js';
import type { ImportRun } from './import-run.js';

export function describeImport(row: ImportRow, language: Language): ImportRun {
  const { id, fileName, state, read, interactions, accepted, duplicates, setAside, fileBytes, createdBy } = row;
  const progress = row.progress ?? {};
  const isRead = !(state === 'waiting' || state === 'running' || state === 'failed');
  return {
    id,
    fileName,
    source: { id: row.sourceId, name: row.sourceName },
    state,
    read,
    received: progress.point?.received ?? 0,
    interactions,
    accepted,
    duplicates,
    setAside,
    passedOver: progress.point?.passedOver ?? 0,
    bytesRead: isRead ? (fileBytes ?? 0) : (progress.bytesDone ?? 0),
    fileBytes,
    error:
      row.failure === null
        ? null
        : { code: row.failure.code, detail: errorInWords(row.failure.code, row.failure.detail, language) },
    replaces: progress.replaces ?? null,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    ...(progress.dryRun === true
      ? { dryRun: { sample: [...(progress.sample ?? [])], setAside: [...(progress.setAsideSample ?? [])] } }
      : {}),
  };
}
