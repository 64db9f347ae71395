import { singleItem } from '@throughline/core/collect/json-items';
import { messageKindOf } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { setAside } from '@throughline/core/collect/set-aside';
import type { LogRow, SetAsideRow } from '../intake/log-row.js';
import { messageHash } from '../intake/message-hash.js';
import { receiveMessages } from '../intake/receive-messages.js';
import { storedReasons } from '../intake/stored-reasons.js';
import type { SetAsideItem } from './set-aside.sql.js';

/** What reading an item again comes to: rows for the log, or why it is still not possible. */
export type ReadAgain =
  | { readonly type: 'rows'; readonly rows: readonly LogRow[] }
  | ({ readonly type: 'still-aside'; readonly code: string } & Pick<SetAsideRow, 'reasons' | 'reason'>);

/**
 * Reads a message again as it was received, or as it was mended: with the envelope, the authority and the time of receipt it came with,
 * and under its own message id. One without an id, and one that resolving set aside (its id is taken, by another message or by itself as it
 * was) goes under an id made of the item's, so that replaying it twice still counts it once.
 */
export function readAgain(item: SetAsideItem, text: string): ReadAgain {
  const read = singleItem(text);
  if (read.type === 'unreadable') {
    const { code, values } = setAside('message.not-an-object');
    return { type: 'still-aside', code, ...storedReasons([{ code, values }]) };
  }
  const stored: unknown = item.envelope === null ? undefined : JSON.parse(item.envelope);
  const envelope = isPlainObject(stored) ? stored : undefined;
  const kind = messageKindOf(envelope?.type);
  const { rows, setAside: refused } = receiveMessages(read.items, {
    source: item.source,
    zone: item.zone,
    authority: item.authority,
    import: item.import,
    receivedAtMs: item.receivedAt.getTime(),
    replayed: true,
    ...(kind === undefined ? {} : { kind }),
    ...(envelope === undefined || kind !== undefined ? {} : { envelope }),
  });
  const [still] = refused;
  if (still !== undefined)
    return { type: 'still-aside', code: still.code, reasons: still.reasons, reason: still.reason };
  const root = read.items[0]?.value;
  const hasId = isPlainObject(root) && root.messageId !== undefined && root.messageId !== null;
  const ownId = hasId && item.stage !== 'resolve' ? undefined : messageHash(`set-aside ${item.id}`);
  return { type: 'rows', rows: ownId === undefined ? rows : rows.map((row) => ({ ...row, message: ownId })) };
}
