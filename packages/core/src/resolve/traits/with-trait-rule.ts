import type { GoldenTraitRule } from '../golden-trait-rule.js';
import type { RuleSet } from '../rule-set.js';

/** The document with another rule for a trait; null: the trait has no rule of its own any more. */
export function withTraitRule(ruleSet: RuleSet, trait: string, rule: GoldenTraitRule | null): RuleSet {
  const others = Object.entries(ruleSet.goldenTraits.rules).filter(([name]) => name !== trait);
  const rules = Object.fromEntries(rule === null ? others : [...others, [trait, rule]]);
  return { ...ruleSet, goldenTraits: { ...ruleSet.goldenTraits, rules } };
}
