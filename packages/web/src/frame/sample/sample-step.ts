import type { SampleCompany } from '../../api/sample-company.js';

export type SampleStep =
  | { readonly type: 'beginning' }
  | { readonly type: 'source'; readonly source: string; readonly done: number; readonly of: number }
  | { readonly type: 'resolving' };

/** What is done at the moment with a sample company that loads: the first source that is not whole, then finding out who is who. */
export function sampleStep({ steps }: Pick<SampleCompany, 'steps'>): SampleStep {
  const now = steps.find(({ done, of }) => done < of);
  if (now !== undefined) return { type: 'source', ...now };
  return steps.length === 0 ? { type: 'beginning' } : { type: 'resolving' };
}

/** Of all lines, those that were taken in, 0 to 100; undefined as long as nobody knows how many there are. */
export function samplePercent({ steps }: Pick<SampleCompany, 'steps'>): number | undefined {
  const of = steps.reduce((sum, step) => sum + step.of, 0);
  return of === 0 ? undefined : Math.floor((100 * steps.reduce((sum, step) => sum + step.done, 0)) / of);
}
