import { Chance } from '../../chance/chance.js';
import type { Person } from '../../people/person.js';
import type { Surroundings } from '../../people/surroundings.js';
import { Diary } from '../diary.js';
import { drawStages } from '../draw-stages.js';
import { early, every } from '../every.js';
import type { Life, PreferredChannel } from '../life.js';
import { noteAdvertisement } from '../note-advertisement.js';
import { noteCall } from '../note-call.js';
import { noteMasterData } from '../note-master-data.js';
import type { StageSpan } from '../stage.js';
import { dayMs } from '../times.js';
import { browseApp } from './browse-app.js';
import { browseShop } from './browse-shop.js';
import { buyInShop } from './buy-in-shop.js';
import { homeShop } from './goods.js';
import type { Habits } from './habits.js';
import { orderOnline } from './order-online.js';
import { readNewsletter, readWinBackMail } from './read-mail.js';

/** A life with shops: she hears of them, looks, buys, gives back, rings up, is angry, forgets them, and may come back. */
export function shoppingLife(around: Surroundings, person: Person): Life {
  const chance = new Chance(around.seed, 31, person.number);
  const prefers = preferredBy(chance);
  const diary = new Diary(person, chance, around, drawStages(chance, around));
  const habits = { prefers, shop: homeShop(chance), hasApp: chance.hits(prefers === 'app' ? 1 : 0.25) };
  for (const span of diary.stages) liveThrough(diary, span, habits);
  noteMasterData(diary);
  return { person, prefers, stages: diary.stages, moments: diary.moments() };
}

/** Whom the newsletter reaches: who registered or has a card, and did not say no. */
const newsletterShare = 0.55;

function preferredBy(chance: Chance): PreferredChannel {
  const draw = chance.next();
  if (draw < 0.3) return 'web';
  if (draw < 0.5) return 'app';
  if (draw < 0.82) return 'store';
  return draw < 0.92 ? 'email' : 'call_centre';
}

function liveThrough(diary: Diary, span: StageSpan, habits: Habits): void {
  const { chance } = diary;
  switch (span.stage) {
    case 'Branding':
      every(diary, early(span, 60), 6, (atMs) => noteAdvertisement(diary, atMs, 'Spring at home', false));
      return;
    case 'Acquisition':
      noteAdvertisement(diary, span.fromMs, 'Spring at home', true);
      browseShop(diary, span.fromMs + 4_000, { signedIn: false, fills: false });
      every(diary, early(span, 60), 7, (atMs) => browseShop(diary, atMs, { signedIn: false, fills: false }));
      return;
    case 'Conversion':
      every(diary, early(span, 60), 4, (atMs) => browseShop(diary, atMs, { signedIn: chance.hits(0.3), fills: true }));
      return;
    case 'Retention':
      stayWith(diary, span, habits);
      return;
    case 'Win-Back':
      every(diary, span, 40, (atMs) => readWinBackMail(diary, atMs));
      every(diary, span, 90, (atMs) => browseShop(diary, atMs, { signedIn: false, fills: false }));
  }
}

function stayWith(diary: Diary, span: StageSpan, habits: Habits): void {
  const { chance } = diary;
  if (chance.hits(newsletterShare)) every(diary, span, 30, (atMs) => readNewsletter(diary, atMs));
  every(diary, span, 55, (atMs) => browseShop(diary, atMs, { signedIn: chance.hits(0.6), fills: chance.hits(0.15) }));
  every(diary, span, 2_400, (atMs) =>
    noteCall(diary, atMs, { topic: 'stock-question', cause: 'looking for goods', solved: chance.hits(0.9) }),
  );
  if (habits.hasApp) every(diary, span, 30, (atMs) => browseApp(diary, atMs));
  buy(diary, span.fromMs, habits);
  let atMs = span.fromMs;
  for (;;) {
    // Who is angry buys half as often as who is pleased.
    atMs += (20 + chance.wait(36 - 10 * diary.mood)) * dayMs;
    // The last purchase lies before she counts as lapsed, whenever shops are open.
    if (atMs >= span.toMs - 2 * dayMs) return;
    buy(diary, atMs, habits);
  }
}

function buy(diary: Diary, atMs: number, habits: Habits): void {
  const { chance, person } = diary;
  const likes = chance.hits(0.75) ? habits.prefers : chance.pick(['web', 'store', 'app']);
  if (person.dirt.has('kiosk') && diary.count('kiosk') === 1) orderOnline(diary, atMs, 'kiosk', habits);
  else if (likes === 'store' || likes === 'call_centre') buyInShop(diary, atMs, habits);
  else orderOnline(diary, atMs, likes === 'app' && habits.hasApp ? 'app' : 'web', habits);
}
