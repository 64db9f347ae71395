import type { SearchTerm } from './search-terms.js';
import { wordCloseness } from './word-closeness.js';

/** For each term the words that occur and may be meant, with how close each is. */
export type SearchPlan = readonly ReadonlyMap<string, number>[];

/** `known`: words of the dictionary that are somehow like words of the terms. */
export function searchPlan(terms: readonly SearchTerm[], known: readonly string[]): SearchPlan {
  return terms.map(({ words }) => {
    const close = new Map<string, number>();
    for (const word of known) {
      const closeness = Math.max(...words.map((typed) => closenessOf(typed, word)));
      if (closeness > 0) close.set(word, closeness);
    }
    return close;
  });
}

/** A postcode is right or begins right: others near it are other places. */
function closenessOf(typed: string, word: string): number {
  if (typed.startsWith('#') !== word.startsWith('#')) return 0;
  if (typed.startsWith('#')) return typed === word ? 1 : word.startsWith(typed) ? 0.9 : 0;
  return wordCloseness(typed, word);
}

/** Groups of words: a person must have at least one of each group. */
export type WordGroups = readonly (readonly string[])[];

/**
 * What to ask for one after the other until enough is found: every term by its very word, then by a beginning, then by anything like it; and only
 * if nobody is found by all terms, by any of them.
 */
export function searchSteps(plan: SearchPlan): {
  readonly all: readonly WordGroups[];
  readonly any: readonly WordGroups[];
} {
  const atLeast = (least: number) =>
    plan.map((close) => [...close].filter(([, closeness]) => closeness >= least).map(([word]) => word));
  const steps = [1, 0.9, 0].map(atLeast).filter((groups) => groups.every((group) => group.length > 0));
  const wider = steps.filter((groups, at) => at === 0 || size(groups) > size(steps[at - 1] ?? []));
  const some = atLeast(0).flat();
  return { all: plan.length === 0 ? [] : wider, any: plan.length < 2 || some.length === 0 ? [] : [[some]] };
}

const size = (groups: WordGroups): number => groups.reduce((sum, group) => sum + group.length, 0);

/** How well somebody with these words fits, 0 to 1, and by what. */
export function fitOf(plan: SearchPlan, words: readonly string[]): NameFit {
  let sum = 0;
  let postcode: string | undefined;
  let name: number | undefined;
  for (const close of plan) {
    const [word, closeness] = words.reduce<readonly [string, number]>(
      (best, one) => ((close.get(one) ?? 0) > best[1] ? [one, close.get(one) ?? 0] : best),
      ['', 0],
    );
    sum += closeness;
    if (closeness === 0) continue;
    if (word.startsWith('#')) postcode = word.slice(1).toUpperCase();
    else name = Math.min(name ?? 1, closeness);
  }
  return {
    fit: plan.length === 0 ? 0 : sum / plan.length,
    ...(name === undefined ? {} : { name: name === 1 ? 'is' : name >= 0.9 ? 'begins' : 'like' }),
    ...(postcode === undefined ? {} : { postcode }),
  };
}

export interface NameFit {
  readonly fit: number;
  /** How the name is like what was typed, if it is. */
  readonly name?: 'is' | 'begins' | 'like';
  /** As it is compared: without spaces. */
  readonly postcode?: string;
}
