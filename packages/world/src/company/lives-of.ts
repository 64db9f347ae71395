import type { Life } from '../life/life.js';
import { neighbourhood, neighbourhoodSize } from '../people/neighbourhood.js';
import type { Surroundings } from '../people/surroundings.js';
import type { CompanyDesign } from './company-design.js';

/** All lives of a company, in the order of their numbers; each is drawn when it is asked for and then forgotten. */
export function* livesOf({ live }: CompanyDesign, around: Surroundings, customers: number): Generator<Life> {
  for (let block = 0; block * neighbourhoodSize < customers; block += 1) {
    for (const person of neighbourhood(around, block)) if (person.number < customers) yield live(around, person);
  }
}
