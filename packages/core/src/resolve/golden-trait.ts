import { canonicalJson } from './canonical-json.js';
import { compareText } from './compare-text.js';
import type { GoldenTraitRule } from './golden-trait-rule.js';
import type { JsonValue } from './json-value.js';
import type { TraitClaim } from './trait-claim.js';

export interface GoldenTrait {
  readonly trait: string;
  /** `null`: the source it is taken from says that it is empty. */
  readonly value: JsonValue;
  readonly source: number;
  /** When it was last said, ms. */
  readonly at: number;
  readonly rule: GoldenTraitRule;
  /** What each source says now (its latest word), where that is another value; most trusted source first. */
  readonly conflicts: readonly { readonly value: JsonValue; readonly source: number; readonly at: number }[];
}

/**
 * The value we use of one trait.
 *
 * - `trusted`: of each source's latest word, that of the most trusted source; of equally trusted ones, the latest.
 * - `latest`: the greatest by (time, trust, message).
 * - `most-frequent`: the value of most messages over all nodes and sources; of equally frequent ones, the latest.
 *
 * The last ties fall to the value's own text, so no order of input can show.
 */
export function goldenTrait(claims: readonly [TraitClaim, ...TraitClaim[]], rule: GoldenTraitRule): GoldenTrait {
  const worded = claims.map(withText);
  const current = currentWordOfEachSource(worded);
  const chosen = choose[rule](worded, current);
  return {
    trait: claims[0].trait,
    value: chosen.claim.value,
    source: chosen.claim.source,
    at: chosen.claim.lastAt,
    rule,
    conflicts: current
      .filter(({ text }) => text !== chosen.text)
      .sort(byTrust)
      .map(({ claim }) => ({ value: claim.value, source: claim.source, at: claim.lastAt })),
  };
}

interface Worded {
  readonly claim: TraitClaim;
  readonly text: string;
}

const withText = (claim: TraitClaim): Worded => ({ claim, text: canonicalJson(claim.value) });

const choose: Readonly<Record<GoldenTraitRule, (all: readonly Worded[], current: readonly Worded[]) => Worded>> = {
  trusted: (_, current) => first(current, byTrust),
  latest: (all) => first(all, byTime),
  'most-frequent': (all) => {
    const counts = new Map<string, number>();
    for (const { claim, text } of all) counts.set(text, (counts.get(text) ?? 0) + claim.count);
    return first(all, (a, b) => (counts.get(b.text) ?? 0) - (counts.get(a.text) ?? 0) || byTime(a, b));
  },
};

function currentWordOfEachSource(all: readonly Worded[]): Worded[] {
  const current = new Map<number, Worded>();
  for (const one of all) {
    const known = current.get(one.claim.source);
    if (known === undefined || byTime(one, known) < 0) current.set(one.claim.source, one);
  }
  return [...current.values()];
}

/** Latest first. */
function byTime(a: Worded, b: Worded): number {
  return (
    b.claim.lastAt - a.claim.lastAt ||
    b.claim.trust - a.claim.trust ||
    compareText(b.claim.lastMessage, a.claim.lastMessage) ||
    compareText(b.text, a.text) ||
    a.claim.source - b.claim.source
  );
}

function byTrust(a: Worded, b: Worded): number {
  return b.claim.trust - a.claim.trust || byTime(a, b);
}

function first(all: readonly Worded[], order: (a: Worded, b: Worded) => number): Worded {
  return all.reduce((best, one) => (order(one, best) < 0 ? one : best));
}
