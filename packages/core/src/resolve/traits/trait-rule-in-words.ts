import type { Words } from '../../words/words.js';
import { choiceOf, type GoldenTraitRule, sourcesOf, type TraitChoice } from '../golden-trait-rule.js';

/** What is chosen: "What was said last", as it stands in a list of choices. */
export function traitChoiceInWords(choice: TraitChoice, { say }: Words): string {
  return say('resolve.trait.choice', { choice: choice.replace('-', '_') });
}

/** How the value of a trait is chosen, in sentences; `nameOf` names a source by its public id, undefined if there is none. */
export function traitRuleInWords(
  rule: GoldenTraitRule,
  words: Words,
  nameOf: (id: string) => string | undefined,
): readonly string[] {
  const names = sourcesOf(rule).flatMap((id) => nameOf(id) ?? []);
  return [
    words.say('resolve.trait.rule', { choice: traitChoiceInWords(choiceOf(rule), words) }),
    ...(names.length === 0 ? [] : [words.say('resolve.trait.rule.sources', { sources: names.join(' › ') })]),
  ];
}
