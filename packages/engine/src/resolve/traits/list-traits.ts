import { compareText } from '@throughline/core/resolve/compare-text';
import type { GoldenTraitRule } from '@throughline/core/resolve/golden-trait-rule';
import { traitRule } from '@throughline/core/resolve/golden-traits';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import { traitInWords } from './trait-in-words.js';
import { type CountedTrait, countContradicted, countContradictedPeople, countSettled } from './traits.sql.js';

export interface ListedTrait {
  readonly trait: string;
  /** Of whom anything is known about it. */
  readonly people: number;
  /** About whom sources contradict each other in it, and nobody settled it. */
  readonly contradicted: number;
  /** Decisions about it. */
  readonly settled: number;
  readonly rule: GoldenTraitRule;
  /** Whether the trait has a rule of its own. */
  readonly own: boolean;
}

export interface TraitList {
  readonly opening: string;
  readonly contradicted: number;
  readonly traits: readonly ListedTrait[];
}

const mostTraits = 500;

/** Every trait that is known of anybody, the most contradicted first, with the rule that chooses its value. */
export async function listTraits(
  client: ClientBase,
  workspace: number,
  known: readonly CountedTrait[],
  rules: RuleSet['goldenTraits'],
  words: Words,
): Promise<TraitList> {
  const contradicted = new Map(
    (await countContradicted(client, workspace)).map(({ trait, people }) => [trait, people]),
  );
  const settled = new Map((await countSettled(client, workspace)).map(({ trait, decisions }) => [trait, decisions]));
  const people = new Map(known.map((one) => [one.trait, one.people]));
  const names = new Set([...people.keys(), ...contradicted.keys(), ...settled.keys()]);
  const traits = [...names]
    .map((trait): ListedTrait => {
      const disagreed = contradicted.get(trait) ?? 0;
      return {
        trait,
        people: Math.max(people.get(trait) ?? 0, disagreed),
        contradicted: disagreed,
        settled: settled.get(trait) ?? 0,
        rule: traitRule(trait, rules),
        own: Object.hasOwn(rules.rules, trait),
      };
    })
    .sort((a, b) => b.contradicted - a.contradicted || b.people - a.people || compareText(a.trait, b.trait))
    .slice(0, mostTraits);
  const total = await countContradictedPeople(client, workspace);
  const [first] = traits;
  const most = { trait: traitInWords(first?.trait ?? ''), most: first?.contradicted ?? 0 };
  return { opening: words.say('resolve.trait.contradicted', { people: total, ...most }), contradicted: total, traits };
}
