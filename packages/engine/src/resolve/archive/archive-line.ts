import type { Hash } from 'node:crypto';
import type { ArchivedRow } from './archived-row.js';

/**
 * A row as both stores write it, in the order of `archiveColumns`: numbers beyond 32 bits as decimal text, instants as
 * `YYYY-MM-DD hh:mm:ss.ffffff` in UTC. The same row gives the same line, whichever store it comes from.
 */
export type ArchiveLine = readonly [...LogFields, batch: string | null, node: string | null, person: string | null];

type LogFields = [
  workspace: number,
  offset: string,
  receivedDay: string,
  receivedAt: string,
  source: number,
  run: number,
  kind: number,
  authority: number,
  message: string,
  content: string,
  occurredAt: string,
  timeFlags: number,
  version: number,
  replayed: boolean,
  envelope: string | null,
  body: string,
];

/** The line with what a manifest says of its row. */
export function placed(
  line: ArchiveLine,
  place: { readonly batch: string; readonly node: string; readonly person: string },
): ArchiveLine {
  return [...logFields(line), place.batch, place.node, place.person];
}

/** All but the last three; the type says there are so many. */
const logFields = (line: ArchiveLine): LogFields => line.slice(0, -3) as unknown as LogFields;

/** Takes a line into a hash over many. */
export function hashLine(hash: Hash, line: ArchiveLine): void {
  hash.update(`${JSON.stringify(line)}\n`);
}

/** The row of a line, as the log's readers know it. */
export function rowOfLine(line: ArchiveLine): ArchivedRow {
  const [, offset, day, receivedAt, source, run, kind, authority, message, content, occurredAt, timeFlags] = line;
  const [, , , , , , , , , , , , version, replayed, envelope, body, batch, node, person] = line;
  return {
    offset: Number(offset),
    receivedDay: day.replaceAll('-', ''),
    receivedAt: instant(receivedAt),
    source,
    import: run,
    kind,
    authority,
    message,
    content,
    occurredAt: instant(occurredAt),
    timeFlags,
    version,
    replayed,
    envelope,
    body,
    place: batch === null ? undefined : { batch: Number(batch), node: Number(node), person: Number(person) },
  };
}

/** To the millisecond, as a `timestamptz` is read. */
const instant = (text: string): Date => new Date(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`);
