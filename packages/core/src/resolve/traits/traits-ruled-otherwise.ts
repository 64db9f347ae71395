import { canonicalJson } from '../canonical-json.js';
import { compareText } from '../compare-text.js';
import { choiceOf, type GoldenTraitRule, sourcesOf } from '../golden-trait-rule.js';
import { traitRule } from '../golden-traits.js';
import type { RuleSet } from '../rule-set.js';

/** Of which traits two documents choose the value by different rules. */
export interface TraitsRuledOtherwise {
  /** Traits that either names and both rule differently, by name. */
  readonly named: readonly string[];
  /** Traits that either names and both rule alike. */
  readonly alike: readonly string[];
  /** Whether every trait that neither names is ruled differently. */
  readonly others: boolean;
}

export function traitsRuledOtherwise(
  before: RuleSet['goldenTraits'],
  after: RuleSet['goldenTraits'],
): TraitsRuledOtherwise {
  const named = [...new Set([...Object.keys(before.rules), ...Object.keys(after.rules)])].sort(compareText);
  const differs = (trait: string): boolean => !isSameRule(traitRule(trait, before), traitRule(trait, after));
  return {
    named: named.filter(differs),
    alike: named.filter((trait) => !differs(trait)),
    others: !isSameRule(before.otherwise, after.otherwise),
  };
}

function isSameRule(a: GoldenTraitRule, b: GoldenTraitRule): boolean {
  const parts = (rule: GoldenTraitRule) => canonicalJson([choiceOf(rule), sourcesOf(rule)]);
  return parts(a) === parts(b);
}
