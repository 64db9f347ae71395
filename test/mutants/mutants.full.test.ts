import { expect, it } from 'vitest';
import { mutants } from './mutants.js';
import { runMutant } from './run-mutant.js';

it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
  'the test of %s turns red on it (T-00)',
  (name, mutant) => {
    const outcome = runMutant(mutant);
    console.log(`mutant ${name}: ${outcome.type}`);
    if (outcome.type === 'not-run') return;
    expect(outcome.type, outcome.output.slice(-4_000)).toBe('found');
  },
  900_000,
);
