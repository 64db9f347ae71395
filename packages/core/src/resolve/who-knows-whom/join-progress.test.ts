import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { joinProgress, type LearnedInMonth } from './join-progress.js';
import { joinProgressInWords } from './join-progress-in-words.js';

const learned = (month: string, met: number, shared: number, joined = 0, split = 0): LearnedInMonth => ({
  ...{ month, met, shared, joined, split },
});
const said = (...months: readonly LearnedInMonth[]) => joinProgressInWords(joinProgress(months), wordsIn('en'));

describe('the progress of joining', () => {
  it('adds up month by month, over the turn of the year and over months in which nothing happened', () => {
    expect(joinProgress([learned('2026-02', 5, 4, 6, 1), learned('2025-11', 10, 2, 2)])).toEqual([
      { month: '2025-11', people: 10, shared: 2, joined: 2, split: 0 },
      { month: '2025-12', people: 10, shared: 2, joined: 0, split: 0 },
      { month: '2026-01', people: 10, shared: 2, joined: 0, split: 0 },
      { month: '2026-02', people: 15, shared: 6, joined: 6, split: 1 },
    ]);
  });

  it('never falls, ends with everybody, and is the same in whatever order months are told', () => {
    const month = fc
      .tuple(fc.integer({ min: 2019, max: 2026 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
    const one = fc.record({ month, met: fc.nat(90), shared: fc.nat(90), joined: fc.nat(9), split: fc.nat(9) });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (told) => told.month, minLength: 1 }), (months) => {
        const progress = joinProgress(months);
        expect(joinProgress(months.toReversed())).toEqual(progress);
        expect(progress.at(-1)?.people).toBe(months.reduce((sum, { met }) => sum + met, 0));
        for (const [at, { people, shared }] of progress.entries()) {
          expect(people).toBeGreaterThanOrEqual(progress[at - 1]?.people ?? 0);
          expect(shared).toBeGreaterThanOrEqual(progress[at - 1]?.shared ?? 0);
        }
        expect(new Set(progress.map((told) => told.month)).size).toBe(progress.length);
      }),
    );
  });

  it('is compared with the month before; where there is none, that is said', () => {
    expect(said()).toBe('No customer is known yet.');
    expect(said(learned('2026-05', 80, 20))).toBe(
      '20 of 80 customers are known to two systems or more. The first of them became known in May 2026, so there is nothing to compare with.',
    );
    expect(said(learned('2026-04', 7_100, 3_408), learned('2026-05', 1_104, 1_596))).toBe(
      '61 % of 8,204 customers are known to two systems or more; at the end of April 2026 it was 48 % of 7,100.',
    );
  });
});
