import type { Life } from '../life/life.js';
import type { Person } from '../people/person.js';
import type { Surroundings } from '../people/surroundings.js';
import type { SystemDesign } from '../systems/system-design.js';
import type { TruthDesign } from '../truth/truth-design.js';

/** What a company is made of. */
export interface CompanyDesign {
  readonly name: string;
  readonly live: (around: Surroundings, person: Person) => Life;
  readonly systems: readonly SystemDesign[];
  readonly truth: readonly TruthDesign[];
}
