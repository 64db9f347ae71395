import type { ClientBase } from 'pg';
import type { LoggedMessage } from './log.sql.js';
import { findImported, findSeen, insertImported, insertSeen, type SeenMessage } from './seen.sql.js';

/** Days a message id is remembered. */
export const rememberedDays = 7;

export interface CountedOnce {
  /** Messages that count now, in log order. */
  readonly fresh: readonly LoggedMessage[];
  readonly duplicates: readonly LoggedMessage[];
  /** Same id, other content: never dropped, set aside instead. */
  readonly reused: readonly LoggedMessage[];
}

/**
 * Tells which messages count, by (workspace, source, message id). Of two in one batch the one with the lower offset counts.
 *
 * - Live messages are remembered in the table of their own receive day; older days are probed read-only. The probe is skipped when the
 *   message was made (by its own clock against its sending time) after that day had ended: `probeFrom` gives the earliest day to probe.
 * - Imported messages are remembered without end, apart from live ones: an import must be taken back without a live message counting anew.
 * - Runs inside the batch's transaction: rolled back with it, so running it again gives the same answer.
 */
export async function countOnce(
  client: ClientBase,
  workspace: number,
  rows: readonly LoggedMessage[],
  days: readonly string[],
  probeFrom: (row: LoggedMessage) => string,
): Promise<CountedOnce> {
  const knownLive = await probeLive(client, workspace, rows.filter(isLive), days, probeFrom);
  const knownImported = await probeImported(
    client,
    workspace,
    rows.filter((row) => !isLive(row)),
  );
  return sortOut(rows, (row) => (isLive(row) ? knownLive : knownImported));
}

/** Remembers live messages; those that were known, with their content. */
async function probeLive(
  client: ClientBase,
  workspace: number,
  rows: readonly LoggedMessage[],
  days: readonly string[],
  probeFrom: (row: LoggedMessage) => string,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const [day, ofDay] of groupByDay(firstOfEach(rows))) {
    for (const older of days.filter((candidate) => candidate < day)) {
      const worthProbing = ofDay.filter((row) => probeFrom(row) <= older);
      if (worthProbing.length > 0) add(known, await findSeen(client, older, workspace, worthProbing));
    }
    const unknown = ofDay.filter((row) => !known.has(keyOf(row))).sort(byKey);
    const inserted = await insertSeen(client, day, workspace, unknown);
    const conflicts = unknown.filter((row) => !inserted.has(keyOf(row)));
    if (conflicts.length > 0) add(known, await findSeen(client, day, workspace, conflicts));
  }
  return known;
}

async function probeImported(
  client: ClientBase,
  workspace: number,
  rows: readonly LoggedMessage[],
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  if (rows.length === 0) return known;
  add(known, await findImported(client, workspace, firstOfEach(rows).map(asSeen)));
  await insertImported(client, workspace, rows.map(asSeen).sort(byKey));
  return known;
}

function sortOut(rows: readonly LoggedMessage[], knownOf: (row: LoggedMessage) => Map<string, string>): CountedOnce {
  const fresh: LoggedMessage[] = [];
  const duplicates: LoggedMessage[] = [];
  const reused: LoggedMessage[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const known = knownOf(row);
    const content = known.get(key);
    if (content === undefined) {
      fresh.push(row);
      known.set(key, row.content);
    } else if (content === row.content) duplicates.push(row);
    else reused.push(row);
  }
  return { fresh, duplicates, reused };
}

function firstOfEach(rows: readonly LoggedMessage[]): readonly LoggedMessage[] {
  const firsts = new Map<string, LoggedMessage>();
  for (const row of rows) if (!firsts.has(keyOf(row))) firsts.set(keyOf(row), row);
  return [...firsts.values()];
}

function groupByDay(rows: readonly LoggedMessage[]): ReadonlyMap<string, LoggedMessage[]> {
  const days = new Map<string, LoggedMessage[]>();
  for (const row of rows) {
    const ofDay = days.get(row.receivedDay);
    if (ofDay === undefined) days.set(row.receivedDay, [row]);
    else ofDay.push(row);
  }
  return days;
}

const isLive = (row: LoggedMessage): boolean => row.import === 0;

const keyOf = (row: SeenMessage): string => `${row.source}/${row.message}`;

const asSeen = (row: LoggedMessage) => ({
  source: row.source,
  message: row.message,
  content: row.content,
  import: row.import,
  offset: row.offset,
});

const byKey = (a: SeenMessage, b: SeenMessage): number =>
  a.source - b.source || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);

function add(into: Map<string, string>, found: ReadonlyMap<string, string>): void {
  for (const [key, content] of found) if (!into.has(key)) into.set(key, content);
}
