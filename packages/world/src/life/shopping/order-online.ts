import { browserOf, deviceOf, kioskOf } from '../../people/known-numbers.js';
import type { Diary } from '../diary.js';
import type { OnlineOrder } from '../moment.js';
import { noteCall } from '../note-call.js';
import { noteAnswer, noteComplaint } from '../note-feedback.js';
import { noteServiceMail } from '../note-mail.js';
import { hurts, shareOf } from '../pain-points.js';
import { awakeTime, dayMs, hourMs, midnight } from '../times.js';
import { orderNumber } from './browse-shop.js';
import { giveBack } from './give-back.js';
import { drawGoods } from './goods.js';
import type { Habits } from './habits.js';

/** An order over the web, the app or the kiosk of a shop, and all that comes of it. */
export function orderOnline(diary: Diary, dayOfOrderMs: number, on: OnlineOrder['on'], habits: Habits): void {
  const { chance, person, around } = diary;
  const atMs = awakeTime(chance, dayOfOrderMs);
  const browser =
    on === 'kiosk'
      ? kioskOf(habits.shop)
      : on === 'app'
        ? deviceOf(person, around.seed)
        : browserOf(person, around.seed, atMs);
  if (!diary.holds('account')) register(diary, atMs, browser);
  const order = orderNumber(diary);
  const promisedMs = midnight(atMs) + 4 * dayMs;
  const late = isLate(diary, atMs);
  const deliveredMs = promisedMs + (late ? 4 + chance.below(6) : -1 - chance.below(2)) * dayMs + 14 * hourMs;
  const goods = drawGoods(chance);
  diary.note(
    { atMs, touchpoint: on === 'kiosk' ? 'Kiosk' : on === 'app' ? 'App' : 'Web shop', cause: 'needs something' },
    { kind: 'online-order', on, browser, order, goods, promisedMs, deliveredMs },
  );
  noteServiceMail(diary, atMs + 60_000, { subject: 'Order confirmation', about: order });
  noteServiceMail(diary, deliveredMs - 30 * hourMs, { subject: 'Your parcel is on its way', about: order });
  if (late) {
    waitInVain(diary, order, promisedMs);
    return;
  }
  diary.moves(0.25);
  if (chance.hits(0.1))
    noteAnswer(diary, deliveredMs + 2 * dayMs, 'Delivery', {
      topic: diary.mood > 0.8 ? 'praise' : 'all-well',
      cause: 'online order',
    });
  if (chance.hits(0.04))
    noteCall(diary, atMs + dayMs, { topic: 'order-question', cause: 'changed her mind', about: order, solved: true });
  if (chance.hits(0.1)) giveBack(diary, deliveredMs, { order, goods, shop: habits.shop });
}

function register(diary: Diary, atMs: number, browser: string): void {
  diary.takes('account');
  diary.note({ atMs: atMs - 90_000, touchpoint: 'Web shop', cause: 'first order' }, { kind: 'registration', browser });
}

function isLate({ person, around, chance }: Diary, atMs: number): boolean {
  const isNorth = person.household.country === 'DE' && /^[012]/.test(person.household.address.postcode);
  return isNorth && hurts('late-parcels', atMs, around.untilMs) && chance.hits(shareOf('late-parcels'));
}

function waitInVain(diary: Diary, order: string, promisedMs: number): void {
  const { chance } = diary;
  const why = { topic: 'parcel-late', cause: 'late-parcels', pain: 'late-parcels', about: order } as const;
  diary.moves(-0.9);
  if (chance.hits(0.5)) {
    const solved = chance.hits(0.6);
    noteCall(diary, promisedMs + 1.5 * dayMs, { ...why, solved });
    if (!solved && chance.hits(0.6)) noteCall(diary, promisedMs + 4 * dayMs, { ...why, solved: true });
  }
  if (chance.hits(0.25)) noteComplaint(diary, promisedMs + 3 * dayMs, why);
  if (chance.hits(0.25)) noteAnswer(diary, promisedMs + 7 * dayMs, 'Delivery', why);
}
