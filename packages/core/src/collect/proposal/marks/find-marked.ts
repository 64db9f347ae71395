import { patternMatcher } from '../../mapping/mapping-condition.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { Sign } from './sign.js';

/** The sampled lines that look like tests, or like the company's own staff. */
export interface Marked {
  readonly mark: Sign['mark'];
  readonly signs: readonly Sign[];
  readonly count: number;
  readonly of: number;
  /** One of them, as the file spells it. */
  readonly example: string;
  /** So many of them are worth nothing: a sign more. */
  readonly worthless: number;
}

export function findMarked(
  mark: Sign['mark'],
  signs: readonly Sign[],
  columns: readonly ChosenColumn[],
): Marked | undefined {
  const own = signs.filter((sign) => sign.mark === mark);
  const looks = own.map(({ column: { facts }, patterns }) => ({ facts, fits: patternMatcher(patterns) }));
  const of = columns[0]?.facts.values.length ?? 0;
  const amounts = columns.filter(({ meaning }) => meaning === 'amount');
  const examples = new Map<string, number>();
  let count = 0;
  let worthless = 0;
  for (let row = 0; row < of; row += 1) {
    const spelt = looks.flatMap(({ facts, fits }) => {
      const text = facts.values[row];
      return typeof text === 'string' && fits(text) ? [text] : [];
    });
    const [first] = spelt;
    if (first === undefined) continue;
    count += 1;
    examples.set(first, (examples.get(first) ?? 0) + 1);
    if (amounts.some(({ facts }) => /^\D*0+(?:[.,]0+)?\D*$/.test(facts.values[row] ?? ''))) worthless += 1;
  }
  const [commonest] = [...examples].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return commonest === undefined ? undefined : { mark, signs: own, count, of, example: commonest[0], worthless };
}
