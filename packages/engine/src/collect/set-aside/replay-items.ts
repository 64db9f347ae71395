import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import type { LogRow } from '../intake/log-row.js';
import { type ReadAgain, readAgain } from './read-again.js';
import { readLinesAgain } from './read-lines-again.js';
import { decideItems, importOfItem, type SetAsideItem } from './set-aside.sql.js';

export interface ReplayContext extends Pick<AppContext, 'appPool' | 'intake' | 'clock'> {
  readonly dataFolder: { readonly staging: string };
}

/** A waiting item and the text it was mended to, if it was. */
export interface ToReplay {
  readonly item: SetAsideItem;
  readonly mended: string | undefined;
}

export interface StillAside {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
}

/**
 * Reads items again and puts those that can be applied now into the log, in one append.
 *
 * An item is marked as replayed after the log has it. A crash in between leaves it waiting although the log has it; replayed once more, it
 * is a duplicate by its message id and counts once.
 */
export async function replayItems(
  ctx: ReplayContext,
  by: Pick<Principal, 'workspace' | 'actor'>,
  items: readonly ToReplay[],
): Promise<{ readonly replayed: number; readonly stillAside: readonly StillAside[] }> {
  const { number } = by.workspace;
  const rows: LogRow[] = [];
  const done: string[] = [];
  const stillAside: StillAside[] = [];
  for (const one of items) {
    const outcome = await readOne(ctx, number, one);
    if (outcome.type === 'rows') {
      rows.push(...outcome.rows);
      done.push(one.item.id);
    } else stillAside.push({ id: one.item.id, code: outcome.code, reason: outcome.reason });
  }
  if (done.length === 0) return { replayed: 0, stillAside };
  await ctx.intake.append({ workspace: number, rows, setAside: [] });
  const decision = { by: by.actor.label, at: new Date(ctx.clock()), note: null };
  const replayed = await inWorkspace(ctx, number, (client) => decideItems(client, number, done, 'replayed', decision));
  return { replayed, stillAside };
}

async function readOne(ctx: ReplayContext, workspace: number, { item, mended }: ToReplay): Promise<ReadAgain> {
  if (item.import === 0) return readAgain(item, mended ?? textOf(item));
  const run = await inWorkspace(ctx, workspace, (client) => importOfItem(client, workspace, item.import));
  if (run === undefined || run.state === 'undone' || run.state === 'undoing') {
    throw new ThroughlineError(
      'set-aside.import-undone',
      'the import of this item was taken back; import the file again',
    );
  }
  if (item.stage !== 'import') return readAgain(item, mended ?? textOf(item));
  return readLinesAgain(ctx.dataFolder.staging, item, run, mended);
}

/** Messages were valid UTF-8 when they came; lines of files need not be, and are read by bytes. */
export function textOf(item: Pick<SetAsideItem, 'body'>): string {
  return item.body.toString('utf8');
}
