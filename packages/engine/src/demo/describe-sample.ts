import { errorInWords } from '@throughline/core/errors/error-in-words';
import type { Language } from '@throughline/core/words/language';
import type { SampleHere } from './sample-company.sql.js';

/** A sample company as it is told: files of one source are one step. */
export function describeSample(sample: SampleHere, language: Language) {
  const { slug, name, isHere, profile, customers, state, files, behind, failure } = sample;
  const steps = new Map<string, { source: string; done: number; of: number }>();
  for (const { source, done, lines } of files) {
    const step = steps.get(source) ?? { source, done: 0, of: 0 };
    steps.set(source, { source, done: step.done + Math.min(done, lines), of: step.of + lines });
  }
  return {
    slug,
    name,
    isHere,
    profile,
    customers,
    state,
    steps: [...steps.values()],
    toResolve: behind,
    error: failure === null ? null : { ...failure, detail: errorInWords(failure.code, failure.detail, language) },
  };
}
