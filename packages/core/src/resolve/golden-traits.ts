import { compareText } from './compare-text.js';
import { type GoldenTrait, goldenTrait } from './golden-trait.js';
import type { RuleSet } from './rule-set.js';
import type { TraitClaim } from './trait-claim.js';

/** The values we use of one person, by trait name, from the claims of all the person's nodes in any order. */
export function goldenTraits(claims: readonly TraitClaim[], rules: RuleSet['goldenTraits']): readonly GoldenTrait[] {
  const byTrait = new Map<string, [TraitClaim, ...TraitClaim[]]>();
  for (const claim of claims) {
    const known = byTrait.get(claim.trait);
    if (known === undefined) byTrait.set(claim.trait, [claim]);
    else known.push(claim);
  }
  return [...byTrait]
    .sort(([a], [b]) => compareText(a, b))
    .map(([trait, ofTrait]) => {
      const rule = Object.hasOwn(rules.rules, trait) ? rules.rules[trait] : undefined;
      return goldenTrait(ofTrait, rule ?? rules.otherwise);
    });
}
