import { logKind } from '../../intake/log-row.js';
import { openReader } from '../read/open-reader.js';
import { removeStaging, stagingOf } from '../staged-files.js';
import type { StoredProgress } from '../stored-progress.js';
import { orderOf } from './order-of.js';
import { endDryRun, heldKeys, type RunToDo, storeAdvance } from './run.sql.js';
import type { RunContext } from './run-context.js';

const sampled = 10;
/** Keys of the file that are remembered, to foresee duplicates within it; what comes behind is compared with earlier imports alone. */
const mostKeys = 500_000;
const keptSetAside = 10;

/** Reads the file as an import would and appends nothing. What it would make is counted, and the first messages are kept. */
export async function dryRun(options: RunContext, run: RunToDo, signal: AbortSignal): Promise<void> {
  const { workerPool, staging, clock } = options;
  const { progress: _before, ...anew } = run;
  const order = await orderOf({ ...anew, progress: null }, stagingOf(staging, run.id), signal);
  const counts = { interactions: 0, accepted: 0, duplicates: 0 };
  const sample: unknown[] = [];
  const setAsideSample: unknown[] = [];
  const keys = new Set<number>();
  for await (const { rows, setAside, point, bytesDone } of openReader(order)) {
    if (signal.aborted) return;
    const held = await heldKeys(
      workerPool,
      run.workspace,
      run.source,
      rows.map(({ message }) => message),
    );
    for (const row of rows) {
      const key = shortKey(row.message);
      if (held.has(row.message) || keys.has(key)) {
        counts.duplicates += 1;
        continue;
      }
      if (keys.size < mostKeys) keys.add(key);
      counts.accepted += 1;
      if (interactionKinds.has(row.kind)) counts.interactions += 1;
      if (sample.length < sampled) sample.push(JSON.parse(row.body));
    }
    for (const { line, code, reason } of setAside) {
      if (setAsideSample.length < keptSetAside) setAsideSample.push({ line, code, reason });
    }
    const progress: StoredProgress = { dryRun: true, sample, setAsideSample, point, bytesDone };
    await storeAdvance(workerPool, run, { read: point.read, setAside: point.setAside, progress, lastOffset: null });
  }
  await endDryRun(workerPool, run, counts, new Date(clock()));
  await removeStaging(staging, run.id);
}

const interactionKinds: ReadonlySet<number> = new Set([logKind.track, logKind.page, logKind.screen]);

/** 52 bits of the 128: of half a million keys two are taken for one once in forty thousand files, and here they are only counted. */
function shortKey(message: string): number {
  return Number.parseInt(message.slice(0, 8) + message.slice(9, 13) + message.slice(-1), 16);
}
