import { hash } from 'node:crypto';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import { messageKinds } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { type MessageReading, readMessage } from '@throughline/core/collect/read-message';
import { type SetAside, setAside } from '@throughline/core/collect/set-aside';
import { canonicalMatchKey } from '@throughline/core/resolve/canonical-match-key';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { MatchKind, MatchStrength } from '@throughline/core/resolve/match-record';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import { authority, logKind } from '../../collect/intake/log-row.js';
import { identifierKey } from './batch-nodes.js';
import type { LoggedMessage } from './log.sql.js';
import type { StoredSource } from './source-book.sql.js';

export interface ReadRow {
  readonly row: LoggedMessage;
  readonly reading: MessageReading;
  /** All that one match of this message names; empty: nobody. */
  readonly named: readonly Identifier[];
}

export interface UnreadRow {
  readonly row: LoggedMessage;
  readonly reason: SetAside;
  readonly messageId: string | null;
}

/** What rows say that were read already. */
export type Readings = ReadonlyMap<LoggedMessage, ReadRow | UnreadRow>;

/** Reads log rows into what resolving needs; what is among `known` is not read again. */
export function readBatch(
  rows: readonly LoggedMessage[],
  sources: ReadonlyMap<number, StoredSource>,
  known?: Readings,
): { readonly read: readonly ReadRow[]; readonly unread: readonly UnreadRow[] } {
  const read: ReadRow[] = [];
  const unread: UnreadRow[] = [];
  for (const row of rows) {
    const one = known?.get(row) ?? readRow(row, sources);
    if ('reading' in one) read.push(one);
    else unread.push(one);
  }
  return { read, unread };
}

/** A row that cannot be read is returned with the reason; nothing throws. */
export function readRow(row: LoggedMessage, sources: ReadonlyMap<number, StoredSource>): ReadRow | UnreadRow {
  let body: unknown;
  try {
    body = JSON.parse(row.body);
    const reading = readOne(row, body, sources);
    if (reading.type === 'message') return { row, reading, named: namedBy(reading) };
    return { row, reason: reading, messageId: messageIdOf(body) };
  } catch {
    return { row, reason: setAside('message.field-invalid', { field: 'message' }), messageId: messageIdOf(body) };
  }
}

const kindOf = new Map<number, MessageKind>(messageKinds.map((kind) => [logKind[kind], kind]));

function readOne(
  row: LoggedMessage,
  body: unknown,
  sources: ReadonlyMap<number, StoredSource>,
): MessageReading | SetAside {
  const kind = kindOf.get(row.kind);
  const source = sources.get(row.source);
  if (kind === undefined || source === undefined) return setAside('message.type-unknown', { type: String(row.kind) });
  const envelope: unknown = row.envelope === null ? undefined : JSON.parse(row.envelope);
  return readMessage(
    { kind, body, timeFlags: row.timeFlags, ...(isPlainObject(envelope) ? { envelope } : {}) },
    { ...source, keyKind: row.authority === authority.publicKey ? 'public' : 'server' },
    normaliseIdentifier,
  );
}

function namedBy(reading: MessageReading): readonly Identifier[] {
  if (reading.alias === undefined) return reading.identifiers;
  const named = new Map<string, Identifier>();
  for (const identifier of [...reading.identifiers, reading.alias.current, ...reading.alias.previous])
    named.set(identifierKey(identifier), identifier);
  return [...named.values()];
}

function messageIdOf(body: unknown): string | null {
  return isPlainObject(body) && typeof body.messageId === 'string' ? body.messageId.slice(0, 255) : null;
}

/** What kind of match a message makes, and how much its word counts. */
export function matchOf({ row, reading }: ReadRow): { readonly kind: MatchKind; readonly strength: MatchStrength } {
  const kind: MatchKind = reading.alias === undefined ? 'message' : 'alias';
  return { kind, strength: row.authority === authority.publicKey ? 'weak' : 'strong' };
}

/** Hex SHA-256 of what a match says, the same for all messages that say it. */
export function matchKey(match: Parameters<typeof canonicalMatchKey>[0]): string {
  return hash('sha256', canonicalMatchKey(match), 'hex');
}
