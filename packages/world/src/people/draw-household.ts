import { Chance } from '../chance/chance.js';
import { dirtOfPeople } from '../dirt/dirt-kinds.js';
import { familyEmail, landlineNumber } from './contact-details.js';
import type { Address, Household } from './household.js';
import { type Country, namePools, placePools } from './name-pool.js';
import { oftenEarly } from './often-early.js';
import type { Surroundings } from './surroundings.js';

/** The home of `size` people whose first has that number. */
export function drawHousehold({ seed, sinceMs, untilMs }: Surroundings, number: number, size: number): Household {
  const chance = new Chance(seed, 2, number);
  const country: Country = chance.hits(0.65) ? 'DE' : 'GB';
  const familyName = oftenEarly(namePools[originOf(country, chance.next())].family, chance.next());
  const address = addressIn(country, chance);
  const before = addressIn(country, chance);
  const movedAtMs = Math.floor(chance.between(sinceMs, untilMs));
  const isShared = size > 1;
  return {
    number,
    country,
    familyName,
    address,
    ...(chance.hits(dirtOfPeople.moved.rate) ? { movedFrom: { address: before, atMs: movedAtMs } } : {}),
    ...(isShared ? { landline: landlineNumber(country, number) } : {}),
    ...(isShared ? { familyEmail: familyEmail(familyName, number) } : {}),
    ...(isShared
      ? { tablet: `tablet-${new Chance(seed, 3, number).below(2 ** 31).toString(36)}-${number.toString(36)}` }
      : {}),
  };
}

/** Where a family's names come from. */
export function originOf(country: Country, draw: number): keyof typeof namePools {
  const origins = country === 'DE' ? inGermany : inBritain;
  return origins.find(({ upTo }) => draw < upTo)?.origin ?? 'german';
}

const inGermany = [
  { upTo: 0.82, origin: 'german' },
  { upTo: 0.9, origin: 'turkish' },
  { upTo: 0.95, origin: 'polish' },
  { upTo: 1, origin: 'italian' },
] as const;

const inBritain = [
  { upTo: 0.9, origin: 'british' },
  { upTo: 0.96, origin: 'polish' },
  { upTo: 1, origin: 'italian' },
] as const;

function addressIn(country: Country, chance: Chance): Address {
  const { towns, streets } = placePools[country];
  const town = oftenEarly(towns, chance.next());
  const house = 1 + chance.below(120);
  const street = chance.pick(streets);
  return { ...town, street: country === 'DE' ? `${street} ${house}` : `${house} ${street}` };
}
