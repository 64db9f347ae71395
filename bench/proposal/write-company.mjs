import { person } from './people.mjs';
import { random } from './random.mjs';
import { fileOf } from './write-file.mjs';

/*
 * What there is to find: of 360 orders over five months every third is followed by a call of the same customer within two days, beside 60 calls at any
 * time. Even with the most dirt that files have, some fifty of 170 people who ordered did so, where chance explains six.
 */
const customers = 240;
const orders = 360;
const followedEach = 3;
const otherCalls = 60;
const days = 150;
const hourMs = 3_600_000;

/**
 * Exports of three systems of one company: the list of customers, with e-mail and phone, the orders of its shop, by e-mail, and the calls of its
 * hotline, by phone. Each is written in the habits of its own system. The same seed makes the same files.
 */
export function writeCompany(seed, country = 'DE', nonsenseShare = 0.15) {
  const chance = random(seed);
  const language = country === 'DE' ? (chance.chance(0.85) ? 'de' : 'en') : 'en';
  const people = Array.from({ length: customers }, (_, number) => person(chance, country, number + 1));
  const ordered = Array.from({ length: orders }, () => ({ who: chance.pick(people), at: dayTime(chance) })).sort(
    byTime,
  );
  const followed = ordered.filter((_, at) => at % followedEach === 0);
  const called = [
    ...followed.map(({ who, at }) => ({ who, at: daylight(new Date(at.getTime() + chance.whole(20, 28) * hourMs)) })),
    ...Array.from({ length: otherCalls }, () => ({ who: chance.pick(people), at: dayTime(chance) })),
  ].sort(byTime);
  const file = (kind, needed, happened) =>
    fileOf(chance, { seed, kind, country, language, nonsenseShare, needed, happened });
  return {
    contact: file(
      'contact',
      ['phone'],
      people.map((who) => ({ who, at: dayTime(chance) })),
    ),
    order: file('order', ['email'], ordered),
    call: file('call', [], called),
  };
}

function dayTime(chance) {
  return new Date(
    Date.UTC(2025, 7, 1 + chance.whole(0, days), chance.whole(8, 20), chance.whole(0, 59), chance.whole(0, 59)),
  );
}

/** Nobody answers the phone at night. */
function daylight(at) {
  at.setUTCHours(Math.min(20, Math.max(8, at.getUTCHours())));
  return at;
}

function byTime(one, other) {
  return one.at - other.at;
}
