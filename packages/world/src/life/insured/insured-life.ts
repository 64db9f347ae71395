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
import { browsePortal } from './browse-portal.js';
import { endContracts, type Held, signContracts } from './contracts.js';
import { haveClaims } from './have-claims.js';
import { payYearly } from './pay-yearly.js';
import { readNewsletter, readWinBackMail } from './read-mail.js';
import { visitBroker } from './visit-broker.js';

/** A life with an insurer: contracts that run for years, a letter once a year, a claim now and then, and for many a broker in between. */
export function insuredLife(around: Surroundings, person: Person): Life {
  const chance = new Chance(around.seed, 32, person.number);
  const broker = chance.hits(brokerShare) ? 1 + chance.below(brokerCount) : undefined;
  const prefers = preferredBy(chance, broker);
  const diary = new Diary(person, chance, around, drawStages(chance, around));
  for (const span of diary.stages) liveThrough(diary, span, broker);
  noteMasterData(diary);
  return { person, prefers, stages: diary.stages, moments: diary.moments() };
}

/** Of all people, those who are looked after by a broker. */
const brokerShare = 0.42;
export const brokerCount = 40;

function preferredBy(chance: Chance, broker: number | undefined): PreferredChannel {
  const draw = chance.next();
  if (broker !== undefined && draw < 0.6) return 'partner';
  if (draw < 0.7) return chance.pick(['web', 'app']);
  if (draw < 0.85) return 'call_centre';
  return draw < 0.95 ? 'email' : 'post';
}

function liveThrough(diary: Diary, span: StageSpan, broker: number | undefined): void {
  switch (span.stage) {
    case 'Branding':
      every(diary, early(span, 60), 8, (atMs) => noteAdvertisement(diary, atMs, 'Safe journey', false));
      return;
    case 'Acquisition':
      noteAdvertisement(diary, span.fromMs, 'Safe journey', true);
      browsePortal(diary, span.fromMs + 4_000, ['/', '/products']);
      every(diary, early(span, 60), 9, (atMs) => browsePortal(diary, atMs, ['/products', '/products/car']));
      return;
    case 'Conversion':
      if (broker === undefined)
        every(diary, early(span, 60), 4, (atMs) => browsePortal(diary, atMs, ['/quote', 'Quote Calculated']));
      else every(diary, early(span, 60), 6, (atMs) => visitBroker(diary, atMs, broker, 'advice'));
      return;
    case 'Retention':
      beInsured(diary, span, broker);
      return;
    case 'Win-Back':
      every(diary, span, 45, (atMs) => readWinBackMail(diary, atMs));
  }
}

function beInsured(diary: Diary, span: StageSpan, broker: number | undefined): void {
  const { chance } = diary;
  const contracts: readonly Held[] = signContracts(diary, span, broker);
  if (chance.hits(0.6)) every(diary, span, 45, (atMs) => readNewsletter(diary, atMs, broker));
  every(diary, span, 110, (atMs) => browsePortal(diary, atMs, ['/account', '/account/contracts'], 'signed in'));
  if (broker !== undefined) every(diary, span, 300, (atMs) => visitBroker(diary, atMs, broker, 'yearly talk'));
  for (const held of contracts) {
    payYearly(diary, span, held);
    haveClaims(diary, span, held, broker);
    askAbout(diary, span, held);
  }
  if (diary.stages.some(({ stage, fromMs }) => stage === 'Win-Back' && fromMs === span.toMs))
    endContracts(diary, span.toMs, contracts);
}

function askAbout(diary: Diary, span: StageSpan, { contract, signedMs }: Held): void {
  every(diary, { ...span, fromMs: signedMs }, 700, (atMs) =>
    noteCall(diary, atMs, { topic: 'contract-question', cause: 'question', about: contract, solved: true }),
  );
}
