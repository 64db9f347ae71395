import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { findImport, type ImportRow, moveImport } from './import.sql.js';
import type { ImportState } from './import-state.js';

/** The import, or `request.not-found`. */
export async function wantedImport(client: ClientBase, workspace: number, id: string): Promise<ImportRow> {
  const found = await findImport(client, workspace, id);
  if (found === undefined) throw new ThroughlineError('request.not-found', 'there is no such import');
  return found;
}

/** Moves an import on, or throws `import.wrong-state` saying where it stands. */
export async function changeImport(
  client: ClientBase,
  workspace: number,
  id: string,
  from: readonly ImportState[],
  to: ImportState,
): Promise<ImportRow> {
  const isMoved = await moveImport(client, workspace, id, from, to);
  const row = await wantedImport(client, workspace, id);
  if (!isMoved) throw wrongState(row.state, from);
  return row;
}

export function wrongState(state: ImportState, wanted: readonly ImportState[]): ThroughlineError {
  return new ThroughlineError(
    'import.wrong-state',
    `the import is ${state}; this can be done while it is ${wanted.join(' or ')}`,
    { details: { state } },
  );
}
