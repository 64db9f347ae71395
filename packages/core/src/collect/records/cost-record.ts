import { isCurrency } from '../../govern/is-currency.js';
import { amountText, readAmount } from '../amount.js';
import { channelName } from '../channel.js';
import type { PlainObject } from '../plain-object.js';
import { type SetAside, setAside } from '../set-aside.js';
import { isZone } from '../zone-offset.js';
import { bucketStart } from './bucket.js';
import { recordText } from './record-text.js';
import { type RecordTime, recordTime } from './record-time.js';

/** What was spent on advertising on one day, for a campaign, in a channel. */
export interface CostRecord {
  readonly kind: 'cost';
  /** Empty: none was named. */
  readonly campaign: string;
  readonly channel: string;
  /** Decimal text; a refund is below 0. */
  readonly amount: string;
  readonly currency: string;
  /** The first instant of the day. */
  readonly time: RecordTime;
}

export function readCost(message: PlainObject, sourceZone: string): CostRecord | SetAside {
  const campaign = recordText(message.campaign, 'campaign');
  if (typeof campaign !== 'string') return campaign;
  const channel = channelName(message.channel);
  if (channel === undefined) return setAside('interaction.channel-invalid', { value: message.channel });
  const amount = readAmount(message.amount);
  if (amount === undefined) return setAside('cost.amount-unreadable');
  const { currency } = message;
  if (typeof currency !== 'string' || !isCurrency(currency))
    return setAside('interaction.currency-unknown', { value: currency ?? 'none' });
  const zone = message.zone ?? sourceZone;
  if (typeof zone !== 'string' || !isZone(zone)) return setAside('message.field-invalid', { field: 'zone' });
  const time = recordTime(message.timestamp, zone);
  if ('type' in time) return time;
  const day = { ...time, atMs: bucketStart(time.atMs, 'day', zone) };
  return { kind: 'cost', campaign, channel, amount: amountText(amount), currency, time: day };
}
