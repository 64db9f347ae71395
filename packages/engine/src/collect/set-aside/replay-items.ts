import { rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { importMapping } from '../import/import-mapping.js';
import type { LogRow, SetAsideRow } from '../intake/log-row.js';
import { readDeliveryAgain } from '../webhooks/read-delivery-again.js';
import { type ReadAgain, readAgain } from './read-again.js';
import { type AgainFolder, openAgainFolder, readLinesAgain } from './read-lines-again.js';
import { decideItems, type ImportOfItem, importOfItem, type SetAsideItem } from './set-aside.sql.js';
import { textOfItem } from './text-of-item.js';

/** Requests wait no longer than that for lines that are being read. */
const longestTurnMs = 10;

export interface ReplayContext extends Pick<AppContext, 'appPool' | 'intake' | 'clock'> {
  readonly dataFolder: { readonly staging: string };
}

/** A waiting item and the text it was mended to, if it was. */
export interface ToReplay {
  readonly item: SetAsideItem;
  readonly mended: string | undefined;
}

export interface StillAside extends Pick<SetAsideRow, 'reasons' | 'reason'> {
  readonly id: string;
  readonly code: string;
}

/** What reading items again came to. */
export interface ItemsRead {
  readonly rows: readonly LogRow[];
  /** Ids of the items whose rows these are. */
  readonly done: readonly string[];
  readonly stillAside: readonly StillAside[];
}

/** Reads items again; nothing is kept. `mend` changes the mapping by which lines of files are read. */
export async function readItems(
  ctx: ReplayContext,
  workspace: number,
  items: readonly ToReplay[],
  mend?: (mapping: Mapping) => Mapping,
): Promise<ItemsRead> {
  const rows: LogRow[] = [];
  const done: string[] = [];
  const stillAside: StillAside[] = [];
  let passAtMs = performance.now() + longestTurnMs;
  const runs = new Map<number, RunOfItems | undefined>();
  try {
    for (const one of items) {
      const { import: run } = one.item;
      if (run !== 0 && !runs.has(run)) runs.set(run, await runOf(ctx, workspace, run, mend));
      const outcome = await readOne(ctx, workspace, one, runs.get(run));
      if (outcome.type === 'rows') {
        rows.push(...outcome.rows);
        done.push(one.item.id);
      } else {
        const { code, reasons, reason } = outcome;
        stillAside.push({ id: one.item.id, code, reasons, reason });
      }
      if (performance.now() > passAtMs) {
        await nextTurn();
        passAtMs = performance.now() + longestTurnMs;
      }
    }
  } finally {
    for (const run of runs.values()) if (run !== undefined) await rm(run.again.own, { recursive: true, force: true });
  }
  return { rows, done, stillAside };
}

/**
 * Puts what was read again into the log and marks its items as replayed, in one commit. `beside` belongs to the same commit. Errors:
 * `set-aside.decided` if somebody decided on any of them meanwhile; then nothing is kept.
 */
export async function keepReplayed(
  ctx: ReplayContext,
  workspace: number,
  { rows, done }: Pick<ItemsRead, 'rows' | 'done'>,
  by: string,
  beside?: (client: ClientBase) => Promise<void>,
): Promise<void> {
  const decision = { by, at: new Date(ctx.clock()), note: null };
  const decide = async (client: ClientBase) => {
    const decided = await decideItems(client, workspace, done, 'replayed', decision);
    if (decided < done.length) {
      throw new ThroughlineError('set-aside.decided', 'somebody else decided on this meanwhile');
    }
    await beside?.(client);
  };
  await ctx.intake.append({ workspace, rows, setAside: [], beside: decide });
}

interface RunOfItems {
  readonly run: ImportOfItem;
  readonly mapping: Mapping;
  readonly again: AgainFolder;
}

async function readOne(
  ctx: ReplayContext,
  workspace: number,
  { item, mended }: ToReplay,
  of: RunOfItems | undefined,
): Promise<ReadAgain> {
  if (item.stage === 'webhook') return readDeliveryAgain(ctx, workspace, item, mended);
  if (item.import !== 0 && of === undefined) {
    const { code, message: reason } = importUndone();
    return { type: 'still-aside', code, reasons: [], reason };
  }
  return item.stage !== 'import' || of === undefined
    ? readAgain(item, mended ?? textOfItem(item))
    : readLinesAgain(of.again, item, of.run, mended, of.mapping);
}

/** Undefined for an import that was taken back, or is about to be. */
async function runOf(
  ctx: ReplayContext,
  workspace: number,
  number: number,
  mend: ((mapping: Mapping) => Mapping) | undefined,
): Promise<RunOfItems | undefined> {
  const run = await inWorkspace(ctx, workspace, (client) => importOfItem(client, workspace, number));
  if (run === undefined || isTakenBack(run)) return undefined;
  const own = importMapping(run.mapping);
  const mapping = mend === undefined ? own : mend(own);
  return { run, mapping, again: await openAgainFolder(ctx.dataFolder.staging, run.id) };
}

export const isTakenBack = ({ state }: Pick<ImportOfItem, 'state'>): boolean =>
  state === 'undone' || state === 'undoing';

export const importUndone = () =>
  new ThroughlineError('set-aside.import-undone', 'the import of this item was taken back; import the file again');
