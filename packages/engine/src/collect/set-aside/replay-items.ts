import type { Mapping } from '@throughline/core/collect/mapping/mapping';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Principal } from '../../govern/principal.js';
import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { importMapping } from '../import/import-mapping.js';
import type { LogRow, SetAsideRow } from '../intake/log-row.js';
import { type ReadAgain, readAgain } from './read-again.js';
import { readLinesAgain } from './read-lines-again.js';
import { decideItems, type ImportOfItem, importOfItem, type SetAsideItem } from './set-aside.sql.js';
import { textOfItem } from './text-of-item.js';

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

/**
 * Reads items again and puts those that can be applied now into the log, in one append.
 *
 * An item is marked as replayed after the log has it. A crash in between leaves it waiting although the log has it; replayed once more, it
 * is a duplicate by its message id and counts once. `mend` changes the mapping by which lines of files are read.
 */
export async function replayItems(
  ctx: ReplayContext,
  by: Pick<Principal, 'workspace' | 'actor'>,
  items: readonly ToReplay[],
  mend?: (mapping: Mapping) => Mapping,
): Promise<{ readonly replayed: number; readonly stillAside: readonly StillAside[] }> {
  const { number } = by.workspace;
  const rows: LogRow[] = [];
  const done: string[] = [];
  const stillAside: StillAside[] = [];
  const runs = new Map<number, Promise<RunOfItems>>();
  for (const one of items) {
    const outcome = await readOne(ctx, number, one, runs, mend);
    if (outcome.type === 'rows') {
      rows.push(...outcome.rows);
      done.push(one.item.id);
    } else {
      const { code, reasons, reason } = outcome;
      stillAside.push({ id: one.item.id, code, reasons, reason });
    }
  }
  if (done.length === 0) return { replayed: 0, stillAside };
  await ctx.intake.append({ workspace: number, rows, setAside: [] });
  const decision = { by: by.actor.label, at: new Date(ctx.clock()), note: null };
  const replayed = await inWorkspace(ctx, number, (client) => decideItems(client, number, done, 'replayed', decision));
  return { replayed, stillAside };
}

interface RunOfItems {
  readonly run: ImportOfItem;
  readonly mapping: Mapping;
}

async function readOne(
  ctx: ReplayContext,
  workspace: number,
  { item, mended }: ToReplay,
  runs: Map<number, Promise<RunOfItems>>,
  mend: ((mapping: Mapping) => Mapping) | undefined,
): Promise<ReadAgain> {
  if (item.import === 0) return readAgain(item, mended ?? textOfItem(item));
  const known = runs.get(item.import) ?? runOf(ctx, workspace, item.import, mend);
  runs.set(item.import, known);
  const { run, mapping } = await known;
  if (item.stage !== 'import') return readAgain(item, mended ?? textOfItem(item));
  return readLinesAgain(ctx.dataFolder.staging, item, run, mended, mapping);
}

async function runOf(
  ctx: ReplayContext,
  workspace: number,
  number: number,
  mend: ((mapping: Mapping) => Mapping) | undefined,
): Promise<RunOfItems> {
  const run = await inWorkspace(ctx, workspace, (client) => importOfItem(client, workspace, number));
  if (run === undefined || run.state === 'undone' || run.state === 'undoing') {
    throw new ThroughlineError(
      'set-aside.import-undone',
      'the import of this item was taken back; import the file again',
    );
  }
  const mapping = importMapping(run.mapping);
  return { run, mapping: mend === undefined ? mapping : mend(mapping) };
}
