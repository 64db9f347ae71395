import { expect, it } from 'vitest';
import { mutants } from './mutants.js';
import { runMutant } from './run-mutant.js';

/** The quickest; `mutants.full.test.ts` runs them all. */
const quick = ['sort-by-arrival', 'set-aside-dropped'];

it.each(mutants.filter(({ name }) => quick.includes(name)).map((mutant) => [mutant.name, mutant] as const))(
  'the test of %s turns red on it (T-00)',
  (name, mutant) => {
    const outcome = runMutant(mutant);
    console.log(`mutant ${name}: ${outcome.type}`);
    expect(outcome.type, outcome.output.slice(-4_000)).toBe('found');
  },
  300_000,
);
