import { isUtf8 } from 'node:buffer';
import { singleItem } from '@throughline/core/collect/json-items';
import { reasonAsSentence } from '@throughline/core/collect/reason';
import { type SetAside, unusable } from '@throughline/core/collect/set-aside';
import { deliveryProblem } from '@throughline/core/collect/webhooks/delivery-problem';
import { authority, type LogRow } from '../intake/log-row.js';
import { receiveMessages } from '../intake/receive-messages.js';
import { mapInThread } from './delivery-mapper.js';

export interface MeaningWanted {
  readonly source: number;
  readonly zone: string;
  readonly mapping: string;
  /** Without secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly delivery: string | null;
  readonly receivedAtMs: number;
  readonly nowMs: number;
  readonly replayed: boolean;
}

/** What a delivery means for the log: all of its messages, or nothing and why. */
export type Meaning = { readonly type: 'rows'; readonly rows: readonly LogRow[] } | SetAside;

/** A delivery is taken whole or not at all, so that after its mapping was mended it can be read again as one. */
export async function deliveryMessages(wanted: MeaningWanted): Promise<Meaning> {
  if (!isUtf8(wanted.body)) return unusable('webhook.body-unreadable', deliveryProblem('not-utf8'));
  const { headers, delivery, mapping } = wanted;
  const mapped = await mapInThread({ headers, body: wanted.body.toString('utf8'), delivery, mapping }, wanted.nowMs);
  if (mapped.type === 'failed') return unusable(mapped.code, mapped.problem);
  const items = mapped.messages.map((text) => {
    const read = singleItem(text);
    return read.type === 'items' ? (read.items[0] ?? { text, value: null, depth: 0 }) : { text, value: null, depth: 0 };
  });
  const { rows, setAside: refused } = receiveMessages(items, {
    source: wanted.source,
    zone: wanted.zone,
    authority: authority.serverKey,
    import: 0,
    receivedAtMs: wanted.receivedAtMs,
    replayed: wanted.replayed,
  });
  const [unfit] = refused;
  const why = unfit?.reasons[0];
  return why === undefined ? { type: 'rows', rows } : unusable('webhook.message-unfit', reasonAsSentence(why));
}
