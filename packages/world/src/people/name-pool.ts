import type { Faker } from '@faker-js/faker';
import { faker as german } from '@faker-js/faker/locale/de';
import { faker as british } from '@faker-js/faker/locale/en_GB';
import { faker as italian } from '@faker-js/faker/locale/it';
import { faker as polish } from '@faker-js/faker/locale/pl';
import { faker as turkish } from '@faker-js/faker/locale/tr';

/** Names as they are given where a family comes from. */
export interface NamePool {
  readonly female: Words;
  readonly male: Words;
  readonly family: Words;
}

/** Places of a country. A postcode belongs to each town. */
export interface PlacePool {
  readonly towns: readonly [Town, ...Town[]];
  readonly streets: Words;
}

export interface Town {
  readonly name: string;
  readonly postcode: string;
}

export type Country = 'DE' | 'GB';
type Words = readonly [string, ...string[]];

/** Drawn once, in this order, from seeded generators: the same in each run and for each company. */
export const namePools = {
  german: namesOf(german),
  british: namesOf(british),
  turkish: namesOf(turkish),
  polish: namesOf(polish),
  italian: namesOf(italian),
} as const;

export const placePools: Readonly<Record<Country, PlacePool>> = { DE: placesOf(german), GB: placesOf(british) };

function namesOf(faker: Faker): NamePool {
  faker.seed(18);
  return {
    female: drawn(400, () => faker.person.firstName('female')),
    male: drawn(400, () => faker.person.firstName('male')),
    family: drawn(900, () => faker.person.lastName()),
  };
}

function placesOf(faker: Faker): PlacePool {
  faker.seed(47);
  const [first, ...rest] = drawn(250, () => faker.location.city());
  const town = (name: string): Town => ({ name, postcode: faker.location.zipCode() });
  return { towns: [town(first), ...rest.map(town)], streets: drawn(600, () => faker.location.street()) };
}

/** Repetitions fall away: how common a name is, is up to who draws it. */
function drawn(times: number, draw: () => string): Words {
  const words = new Set(Array.from({ length: times }, draw));
  const [first = draw(), ...rest] = words;
  return [first, ...rest];
}
