import type { Envelope, JsonItem } from '@throughline/core/collect/json-items';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { type RefusedMessage, type ValidMessage, validateMessage } from '@throughline/core/collect/validate-message';
import { uuidV7 } from '../../store/uuid-v7.js';
import { type Authority, authority, type LogRow, logKind, type SetAsideRow } from './log-row.js';
import { contentHash, messageHash } from './message-hash.js';
import { storedReasons } from './stored-reasons.js';

/** How a group of messages came in; it is the same for live events, imports and replays. */
export interface Reception {
  readonly source: number;
  /** IANA zone of times that name none. */
  readonly zone: string;
  readonly authority: Authority;
  /** 0: live. */
  readonly import: number;
  readonly receivedAtMs: number;
  /** Of a single call, from its path. */
  readonly kind?: MessageKind;
  readonly envelope?: Envelope;
  readonly replayed?: boolean;
}

export interface Received {
  readonly rows: readonly LogRow[];
  readonly setAside: readonly (SetAsideRow & { readonly index: number })[];
}

/** Sorts items into log rows and what is set aside; nothing is dropped and nothing throws. Whoever calls it appends both in one request. */
export function receiveMessages(items: readonly JsonItem[], reception: Reception): Received {
  const envelope = envelopeText(reception.envelope);
  const told = { ...reception, isPublic: reception.authority === authority.publicKey };
  const rows: LogRow[] = [];
  const setAside: (SetAsideRow & { index: number })[] = [];
  items.forEach((item, index) => {
    const judged = validateMessage(item, told);
    if (judged.type === 'valid') rows.push(logRow(item, judged, reception, envelope));
    else setAside.push({ ...setAsideRow(item, judged, reception, envelope), index });
  });
  return { rows, setAside };
}

function logRow(item: JsonItem, judged: ValidMessage, reception: Reception, envelope: string | null): LogRow {
  return {
    source: reception.source,
    import: reception.import,
    kind: logKind[judged.kind],
    authority: reception.authority,
    message: messageHash(judged.messageId ?? uuidV7(reception.receivedAtMs)),
    content: contentHash(isPlainObject(item.value) ? item.value : {}, item.text),
    occurredAtMs: judged.occurredAtMs,
    timeFlags: judged.timeFlags,
    replayed: reception.replayed ?? false,
    envelope,
    body: item.text,
  };
}

function setAsideRow(
  item: JsonItem,
  judged: RefusedMessage,
  reception: Reception,
  envelope: string | null,
): SetAsideRow {
  return {
    id: uuidV7(reception.receivedAtMs),
    source: reception.source,
    import: reception.import,
    line: null,
    stage: 'intake',
    code: judged.code,
    ...storedReasons([{ code: judged.code, values: judged.values }]),
    messageId: storable(judged.messageId),
    authority: reception.authority,
    // Of a single call its path said the type, which the body need not repeat.
    envelope: reception.kind === undefined ? envelope : JSON.stringify({ type: reception.kind }),
    body: Buffer.from(item.text),
  };
}

/** What holds for all items of a request, kept beside each; keys and the items themselves are left out. */
function envelopeText(envelope: Envelope | undefined): string | null {
  if (envelope === undefined) return null;
  const kept = Object.entries(envelope).filter(([name]) => name !== 'batch' && name !== 'writeKey');
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept)).replaceAll('\\u0000', '');
}

/** An id that no store takes is no id; the body keeps it. */
function storable(text: string | undefined): string | null {
  return text === undefined || text.includes('\u0000') ? null : text;
}
