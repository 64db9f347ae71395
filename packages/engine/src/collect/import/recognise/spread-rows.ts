import type { SampleRow } from '@throughline/core/collect/proposal/file-sample';

const mostRows = 1_000;
const blockRows = 40;
const mostBlocks = 12;

/** About a thousand rows spread evenly over runs of neighbours from all over a file, and some of the runs. */
export function spreadRows(runs: readonly (readonly SampleRow[])[]): {
  readonly rows: readonly SampleRow[];
  readonly blocks: readonly (readonly SampleRow[])[];
} {
  const total = runs.reduce((sum, run) => sum + run.length, 0);
  const share = Math.min(1, mostRows / Math.max(1, total));
  const rows = runs.flatMap((run) => evenly(run, Math.max(1, Math.round(run.length * share))));
  const [only] = runs;
  const places =
    runs.length === 1 && only !== undefined
      ? evenly(
          only.map((_, at) => at).filter((at) => at % blockRows === 0),
          mostBlocks,
        ).map((at) => only.slice(at, at + blockRows))
      : evenly(runs, mostBlocks).map((run) => run.slice(0, blockRows));
  return { rows, blocks: places.filter((block) => block.length > 0) };
}

function evenly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  const step = items.length / count;
  return Array.from({ length: count }, (_, at) => items[Math.floor(at * step)]).filter((item) => item !== undefined);
}
