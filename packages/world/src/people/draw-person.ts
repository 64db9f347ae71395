import { Chance } from '../chance/chance.js';
import { type DirtKind, dirtOfPeople } from '../dirt/dirt-kinds.js';
import { mobileNumber, ownEmail } from './contact-details.js';
import { originOf } from './draw-household.js';
import type { Household } from './household.js';
import { namePools } from './name-pool.js';
import { nicknameOf } from './nickname.js';
import { oftenEarly } from './often-early.js';
import { type Person, voices } from './person.js';
import type { Surroundings } from './surroundings.js';

interface Place {
  readonly number: number;
  /** 0 and 1 are the grown-ups who founded the household, the others their grown children. */
  readonly place: number;
  readonly size: number;
}

export function drawPerson({ seed, sinceMs, untilMs }: Surroundings, household: Household, at: Place): Person {
  const chance = new Chance(seed, 4, at.number);
  const { country } = household;
  const pool = namePools[originOf(country, new Chance(seed, 2, household.number, 1).next())];
  const sex = chance.hits(0.5) ? 'female' : 'male';
  const firstName = oftenEarly(pool[sex], chance.next());
  const ownName = oftenEarly(pool.family, chance.next());
  const marries = chance.hits(dirtOfPeople['married-name'].rate);
  const familyName = marries || (at.place === 1 && chance.hits(0.2)) ? ownName : household.familyName;
  const marriedAtMs = Math.floor(chance.between(sinceMs, untilMs));
  const dirt = drawDirt(chance, household, at.size);
  if (marries) dirt.add('married-name');
  return {
    number: at.number,
    household,
    language: country === 'DE' ? 'de' : 'en',
    sex,
    firstName,
    nickname: nicknameOf(firstName),
    familyName,
    ...(marries ? { married: { familyName: household.familyName, atMs: marriedAtMs } } : {}),
    birthday: birthdayOf(chance, at.place),
    email: ownEmail(firstName, familyName, at.number),
    mobile: mobileNumber(country, at.number),
    dirt,
    voice: chance.pick(voices),
  };
}

const atRandom = [
  'typo',
  'nickname',
  'kiosk',
  'wrong-clock',
  'permission-missing',
  'permission-mixed',
] as const satisfies readonly DirtKind[];
const inSharedHomes = ['family-email', 'family-phone', 'shared-tablet'] as const satisfies readonly DirtKind[];

function drawDirt(chance: Chance, household: Household, size: number): Set<DirtKind> {
  const dirt = new Set<DirtKind>();
  for (const kind of atRandom) if (chance.hits(dirtOfPeople[kind].rate)) dirt.add(kind);
  for (const kind of inSharedHomes) if (size > 1 && chance.hits(dirtOfPeople[kind].rate)) dirt.add(kind);
  if (household.movedFrom !== undefined) dirt.add('moved');
  return dirt;
}

/** Founders of a household are 28 to 82, their children 18 to 27, at the end of 2025. */
function birthdayOf(chance: Chance, place: number): string {
  const year = place < 2 ? 1944 + chance.below(54) : 1998 + chance.below(10);
  const month = 1 + chance.below(12);
  const day = 1 + chance.below(28);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
