import type { Diary } from '../diary.js';
import type { Goods } from '../moment.js';
import { noteCall } from '../note-call.js';
import { noteComplaint } from '../note-feedback.js';
import { hurts, shareOf } from '../pain-points.js';
import { dayMs, openingTime } from '../times.js';
import { centsOf } from './goods.js';

interface Bought {
  readonly order: string;
  readonly goods: readonly Goods[];
  readonly shop: number;
}

/** An online order is given back by post or in a shop; in a shop the money takes its time. */
export function giveBack(diary: Diary, deliveredMs: number, { order, goods, shop }: Bought): void {
  const { chance, around } = diary;
  const where = chance.hits(0.5) ? 'store' : 'post';
  const atMs = openingTime(chance, deliveredMs + (2 + chance.below(9)) * dayMs);
  const isBroken = chance.hits(0.3);
  const slow = where === 'store' && hurts('slow-refunds', atMs, around.untilMs) && chance.hits(shareOf('slow-refunds'));
  const refundedMs = atMs + (slow ? 18 + chance.below(13) : 2 + chance.below(4)) * dayMs;
  diary.note(
    {
      atMs,
      touchpoint: where === 'store' ? 'Returns desk' : 'Return by post',
      cause: isBroken ? 'goods broken' : 'did not suit',
      ...(slow ? { pain: 'slow-refunds' as const } : {}),
    },
    { kind: 'return', order, where, store: shop, cents: centsOf(goods), refundedMs },
  );
  if (isBroken && chance.hits(0.4))
    noteComplaint(diary, deliveredMs + dayMs, { topic: 'goods-broken', cause: 'goods broken', about: order });
  if (!slow) return;
  diary.moves(-0.6);
  if (chance.hits(0.4))
    noteCall(diary, atMs + 12 * dayMs, {
      topic: 'refund-missing',
      cause: 'slow-refunds',
      pain: 'slow-refunds',
      about: order,
      solved: chance.hits(0.4),
    });
}
