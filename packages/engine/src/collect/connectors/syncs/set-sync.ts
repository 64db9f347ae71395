import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../../govern/audit/record-audit.js';
import type { Principal } from '../../../govern/principal.js';
import { sealPassword } from './sealed-password.js';
import { findSync, type SyncRow, setPassword, setSync } from './sync.sql.js';

export interface SyncChange {
  /** Null: the whole table is read each time. */
  readonly watermarkColumn?: string | null | undefined;
  readonly everyMinutes?: number | undefined;
  readonly isPaused?: boolean | undefined;
  readonly password?: string | undefined;
}

/** The sync, locked until the transaction ends, or `request.not-found`. */
export async function wantedSync(client: ClientBase, workspace: number, id: string): Promise<SyncRow> {
  const found = await findSync(client, workspace, id);
  if (found !== undefined) return found;
  throw new ThroughlineError('request.not-found', 'there is no such table that is read again and again');
}

const usualMinutes = 24 * 60;

/**
 * Changes what is given and leaves the rest. The first change makes a draft active, once its file was imported. What is held is decided first, but its password may
 * be said, and its column may be another one. Errors: `request.not-found`, `sync.wrong-state`, `sync.not-this-column`.
 */
export async function changeSync(
  client: ClientBase,
  by: Principal,
  id: string,
  change: SyncChange,
  key: Buffer,
  nowMs: number,
): Promise<void> {
  const before = await wantedSync(client, by.workspace.number, id);
  if (before.mapping === null)
    throw new ThroughlineError(
      'sync.wrong-state',
      'go through what was read of the table first: it says what its lines mean',
    );
  const { password, ...shown } = change;
  if (password !== undefined) await setPassword(client, before, sealPassword(key, password));
  const column = change.watermarkColumn === undefined ? before.watermarkColumn : change.watermarkColumn;
  const isOther = before.state === 'draft' || column !== before.watermarkColumn;
  if (isOther) refuseOtherColumn(before, column);
  const isDecided = before.state !== 'held' || (isOther && before.held?.type === 'drift');
  const pause = change.isPaused ?? before.state === 'paused';
  await setSync(client, before, {
    watermarkColumn: column,
    watermark: isOther ? firstWatermark(before, column) : before.watermark,
    everyMinutes: change.everyMinutes ?? before.everyMinutes ?? usualMinutes,
    state: isDecided ? (pause ? 'paused' : 'active') : 'held',
    held: isDecided ? null : before.held,
    nextAt: new Date(
      before.state === 'draft' ? nowMs : Math.min(before.nextAt.getTime(), soonest(before, change, nowMs)),
    ),
  });
  const action = before.state === 'draft' ? 'syncs.begun' : 'syncs.changed';
  const detail = { ...shown, isPasswordChanged: password !== undefined };
  await recordAudit(client, by, nowMs, { action, target: id, detail });
}

/** What is under way ends as it began; and what came by a column is not known to be all of the table. */
function refuseOtherColumn(before: SyncRow, column: string | null): void {
  if (before.state === 'draft') return;
  if (before.step !== 'idle' || before.isLeased)
    throw new ThroughlineError(
      'sync.wrong-state',
      'it is being read right now; choose another column when that is done',
    );
  if ((column === null) !== (before.watermarkColumn === null)) {
    throw new ThroughlineError(
      'sync.wrong-state',
      'a table is read by a column or whole from the beginning: to change that, remove it and bring it in again',
    );
  }
}

/** Everything up to there was read when the candidates were found. */
function firstWatermark({ candidates }: SyncRow, column: string | null): string | null {
  if (column === null) return null;
  const candidate = candidates.find((one) => one.column === column);
  if (candidate !== undefined) return candidate.highest;
  throw new ThroughlineError(
    'sync.not-this-column',
    `new lines cannot be told by ${column}; what can be: ${candidates.map((one) => one.column).join(', ') || 'no column'}`,
  );
}

/** A shorter interval, a new password and going on after a pause are not waited for. */
function soonest({ everyMinutes }: SyncRow, change: SyncChange, nowMs: number): number {
  if (change.password !== undefined || change.isPaused === false) return nowMs;
  return nowMs + (change.everyMinutes ?? everyMinutes ?? usualMinutes) * 60_000;
}
