import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { lockWorkspace } from '../sources/source.sql.js';
import { findImport, findSameImport, type ImportRow, insertImport } from './import.sql.js';
import { importMapping } from './import-mapping.js';
import { importSource } from './import-source.js';

export interface NewImport {
  readonly source?: string | undefined;
  readonly createSource?: boolean | undefined;
  readonly fileName: string;
  readonly mapping: string;
  /** Hex SHA-256, for those who know it before sending the file. */
  readonly fileHash?: string | undefined;
  readonly fileBytes?: number | undefined;
  readonly dryRun?: boolean | undefined;
  readonly again?: boolean | undefined;
  /** The import it takes the place of. */
  readonly replaces?: string | undefined;
}

/** Makes an import that waits for its file. Errors: `mapping.…`, `import.source-missing`, `import.same-file`. */
export async function createImport(
  client: ClientBase,
  by: Principal,
  wanted: NewImport,
  nowMs: number,
  id: string = uuidV7(nowMs),
): Promise<ImportRow> {
  const workspace = by.workspace.number;
  const mapping = importMapping(wanted.mapping);
  await lockWorkspace(client, workspace);
  const source = await importSource(client, by, mapping, wanted, nowMs);
  const fileHash = wanted.fileHash === undefined ? null : Buffer.from(wanted.fileHash, 'hex');
  if (fileHash !== null && wanted.again !== true && wanted.dryRun !== true) {
    await refuseSameFile(client, workspace, { source, fileHash, mapping: wanted.mapping, except: null });
  }
  await insertImport(client, workspace, {
    id,
    source,
    fileName: wanted.fileName,
    fileHash,
    fileBytes: wanted.fileBytes ?? null,
    mapping: wanted.mapping,
    progress: {
      ...(wanted.again === true ? { again: true } : {}),
      ...(wanted.dryRun === true ? { dryRun: true } : {}),
      ...(wanted.replaces === undefined ? {} : { replaces: wanted.replaces }),
    },
    createdBy: by.actor.label,
    at: new Date(nowMs),
  });
  if (wanted.dryRun !== true) await recordAudit(client, by, nowMs, { action: 'imports.made', target: id });
  const made = await findImport(client, workspace, id);
  if (made === undefined) throw new Error('an import that was just made is not there');
  return made;
}

export async function refuseSameFile(
  client: ClientBase,
  workspace: number,
  same: Parameters<typeof findSameImport>[2],
): Promise<void> {
  const before = await findSameImport(client, workspace, same);
  if (before === undefined) return;
  throw new ThroughlineError(
    'import.same-file',
    `this file was imported with this mapping already (import ${before}); to import it once more say so with --again`,
    { details: { import: before } },
  );
}
