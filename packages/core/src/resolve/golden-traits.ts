import { compareText } from './compare-text.js';
import { type GoldenTrait, goldenTrait } from './golden-trait.js';
import type { GoldenTraitRule } from './golden-trait-rule.js';
import type { RuleSet } from './rule-set.js';
import type { TraitClaim } from './trait-claim.js';
import type { SettledTrait } from './traits/settled-trait.js';

/** The values we use of one person, by trait name, from what is claimed and settled under all the person's nodes, in any order. */
export function goldenTraits(
  claims: readonly TraitClaim[],
  rules: RuleSet['goldenTraits'],
  settled: readonly SettledTrait[] = [],
): readonly GoldenTrait[] {
  const byTrait = new Map<string, { readonly claims: TraitClaim[]; readonly settled: SettledTrait[] }>();
  const of = (trait: string) => {
    const known = byTrait.get(trait) ?? { claims: [], settled: [] };
    byTrait.set(trait, known);
    return known;
  };
  for (const claim of claims) of(claim.trait).claims.push(claim);
  for (const one of settled) of(one.trait).settled.push(one);
  return [...byTrait]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([trait, said]) => goldenTrait(trait, said.claims, traitRule(trait, rules), said.settled) ?? []);
}

/** The rule for a trait; a trait may be named as anything that objects have by themselves. */
export function traitRule(trait: string, rules: RuleSet['goldenTraits']): GoldenTraitRule {
  return (Object.hasOwn(rules.rules, trait) ? rules.rules[trait] : undefined) ?? rules.otherwise;
}
