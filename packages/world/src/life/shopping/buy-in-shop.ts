import { scattered } from '../../chance/scattered.js';
import type { Diary } from '../diary.js';
import { noteAnswer } from '../note-feedback.js';
import { hurts, shareOf } from '../pain-points.js';
import { dayMs, isSaturday, openingTime } from '../times.js';
import { drawGoods } from './goods.js';
import type { Habits } from './habits.js';

/** Of purchases by holders of a card, those at which it is shown. */
const showsCardShare = 0.8;

/** Of visits without a queue, those in which somebody took time for her. */
const delightShare = 0.08;

export function buyInShop(diary: Diary, afterMs: number, { shop }: Habits): void {
  const { chance, person, around } = diary;
  const atMs = openingTime(chance, afterMs);
  const queues =
    shop === 7 && isSaturday(atMs) && hurts('till-queue', atMs, around.untilMs) && chance.hits(shareOf('till-queue'));
  const pain = queues ? { pain: 'till-queue' as const, feeling: 'annoyed' as const } : {};
  const touchpoint = queues ? 'Checkout of shop 7' : 'Checkout';
  diary.moves(queues ? -0.7 : chance.hits(delightShare) ? 1.3 : 0.15);
  const visit = diary.count('shop visit');
  if (visit === 1 && chance.hits(0.7)) takeCard(diary, atMs, shop);
  diary.note(
    { atMs, touchpoint, cause: 'needs something', ...pain },
    {
      kind: 'store-purchase',
      store: shop,
      receipt: `${shop}-${scattered(person.number, 18)}-${visit}`,
      goods: drawGoods(chance),
      showsCard: diary.holds('card') && chance.hits(showsCardShare),
    },
  );
  if (!chance.hits(queues ? 0.3 : 0.08)) return;
  noteAnswer(diary, atMs + dayMs, touchpoint, {
    topic: queues ? 'till-queue' : diary.mood > 0.8 ? 'praise' : 'all-well',
    cause: queues ? 'till-queue' : 'store purchase',
    ...(queues ? { pain: 'till-queue' as const } : {}),
  });
}

function takeCard(diary: Diary, atMs: number, store: number): void {
  diary.takes('card');
  diary.note(
    { atMs: atMs - 120_000, touchpoint: 'Loyalty desk', cause: 'offered at the till' },
    { kind: 'card-issued', store },
  );
}
