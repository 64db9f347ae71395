import { Chance } from '../chance/chance.js';
import { dirtOfPeople } from '../dirt/dirt-kinds.js';
import { firmEmail, ownEmail } from './contact-details.js';
import { drawHousehold } from './draw-household.js';
import { drawPerson } from './draw-person.js';
import type { Person } from './person.js';
import type { Surroundings } from './surroundings.js';

/** People who know each other live in one neighbourhood, so a life needs no more than its neighbourhood to be drawn. */
export const neighbourhoodSize = 24;

/** The people with the numbers `block · 24` to `block · 24 + 23`, in order. */
export function neighbourhood(around: Surroundings, block: number): readonly Person[] {
  const chance = new Chance(around.seed, 1, block);
  const first = block * neighbourhoodSize;
  const people: Person[] = [];
  while (people.length < neighbourhoodSize) {
    const size = Math.min(householdSize(chance.next()), neighbourhoodSize - people.length);
    const household = drawHousehold(around, first + people.length, size);
    for (let place = 0; place < size; place += 1) {
      people.push(drawPerson(around, household, { number: first + people.length, place, size }));
    }
  }
  if (chance.hits((dirtOfPeople['work-mailbox'].rate * neighbourhoodSize) / colleagues.length))
    foundFirm(people, block);
  if (chance.hits((dirtOfPeople.twin.rate * neighbourhoodSize) / 2)) makeTwins(people);
  return people;
}

const colleagues = [2, 9, 16] as const;

/** Four in ten live alone. */
function householdSize(draw: number): number {
  if (draw < 0.4) return 1;
  if (draw < 0.7) return 2;
  return draw < 0.85 ? 3 : 4;
}

/** The firm is called after the first of its people. */
function foundFirm(people: Person[], block: number): void {
  const [first] = colleagues;
  const workEmail = firmEmail(people[first]?.household.familyName ?? '', block);
  for (const place of colleagues) {
    const person = people[place];
    if (person !== undefined) people[place] = { ...person, workEmail, dirt: new Set([...person.dirt, 'work-mailbox']) };
  }
}

/** The first and the last of a neighbourhood never live together. */
function makeTwins(people: Person[]): void {
  const [one] = people;
  const other = people.at(-1);
  if (one === undefined || other === undefined) return;
  const { firstName, familyName, nickname, sex, birthday } = one;
  people[0] = { ...one, twin: other.number, dirt: new Set([...one.dirt, 'twin']) };
  people[people.length - 1] = {
    ...other,
    ...{ firstName, familyName, nickname, sex, birthday },
    email: ownEmail(firstName, familyName, other.number),
    twin: one.number,
    dirt: new Set([...other.dirt, 'twin']),
  };
}
