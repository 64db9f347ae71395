import { expect, it } from 'vitest';
import { mutants } from './mutants.js';
import { runMutant } from './run-mutant.js';

it.for(mutants)('the test of $name turns red on it (T-00)', { timeout: 900_000 }, (mutant, { skip }) => {
  const outcome = runMutant(mutant);
  console.log(`mutant ${mutant.name}: ${outcome.type}`);
  skip(outcome.type === 'not-run', 'its test does not run here');
  expect(outcome.type, outcome.output.slice(-4_000)).toBe('found');
});
