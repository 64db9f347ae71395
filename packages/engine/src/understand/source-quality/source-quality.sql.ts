import type { ClientBase } from 'pg';
import type { WorkspaceTables } from '../../resolve/interactions/workspace-tables.sql.js';

export interface StoredQuality {
  readonly source: number;
  readonly interactions: number;
  readonly machines: number;
  readonly staff: number;
  readonly tests: number;
  /** Interactions told live, by the minute, and not by a machine. */
  readonly live: number;
  /** Half of those came within this. */
  readonly usualDelayMs: number;
  /** 95 of 100 of those came within this. */
  readonly slowDelayMs: number;
  /** Parts of ten minutes in which something live came. */
  readonly slots: number;
  readonly longestGapMs: number;
}

const slotMs = 600_000;
const live = 'import = 0 and precision = 1 and bitAnd(marks, 9) = 0';
const delay = "greatest(0, dateDiff('millisecond', ts, received))";

/**
 * What each source's interactions of the last days were like: what was recognised and left out, how late they came, and how long it fell
 * silent at most between two that came. Parameters: since (`YYYY-MM-DD hh:mm:ss`), rhythmSince.
 */
export function sourceQualitySql(tables: WorkspaceTables): string {
  return `select source, toFloat64(count()) as interactions, toFloat64(countIf(bitAnd(marks, 1) != 0)) as machines,
  toFloat64(countIf(bitAnd(marks, 2) != 0)) as staff, toFloat64(countIf(bitAnd(marks, 4) != 0)) as tests, toFloat64(countIf(${live})) as live,
  toFloat64(ifNotFinite(quantileIf(0.5)(${delay}, ${live}), 0)) as usualDelayMs,
  toFloat64(ifNotFinite(quantileIf(0.95)(${delay}, ${live}), 0)) as slowDelayMs,
  arraySort(groupUniqArrayIf(intDiv(toUnixTimestamp64Milli(received), ${slotMs}), import = 0 and received >= {rhythmSince:DateTime64(3, 'UTC')})) as came,
  toFloat64(length(came)) as slots,
  toFloat64(if(length(came) < 2, 0, arrayMax(arraySlice(arrayDifference(came), 2)) * ${slotMs})) as longestGapMs
from ${tables.interactions}
where received >= {since:DateTime64(3, 'UTC')}
group by source`;
}

/** Public ids of the sources. */
export async function sourceIds(client: ClientBase, workspace: number): Promise<ReadonlyMap<number, string>> {
  const found = await client.query<{ source: number; id: string }>(
    'select source, id from source where workspace = $1 and source > 0',
    [workspace],
  );
  return new Map(found.rows.map(({ source, id }) => [source, id]));
}
