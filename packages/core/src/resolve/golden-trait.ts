import { canonicalJson } from './canonical-json.js';
import { compareText } from './compare-text.js';
import { choiceOf, type GoldenTraitRule, sourcesOf, type TraitChoice } from './golden-trait-rule.js';
import type { JsonValue } from './json-value.js';
import type { TraitClaim } from './trait-claim.js';
import { compareCompleteness, compareHighest, compareLowest } from './traits/claimed-size.js';
import type { SettledTrait } from './traits/settled-trait.js';

export interface GoldenTrait {
  readonly trait: string;
  /** `null`: the source it is taken from says that it is empty. */
  readonly value: JsonValue;
  /** 0: somebody's decision. */
  readonly source: number;
  /** When it was last said, or decided, ms. */
  readonly at: number;
  readonly rule: TraitChoice | 'settled';
  /** What each source says now (its latest word), where that is another value; the source to believe first in front. */
  readonly conflicts: readonly { readonly value: JsonValue; readonly source: number; readonly at: number }[];
}

/** Source of what people decide. */
const decisions = 0;

/**
 * The value we use of one trait. What was settled holds, the latest decision of several; else the rule chooses:
 *
 * - `trusted`: of each source's latest word, that of the source to believe first; of equally trusted ones, the latest.
 * - `latest`: the greatest by (time, trust, message).
 * - `first`: what was said first; at the same time, by the source to believe first.
 * - `most-frequent`: the value of most messages over all nodes and sources; of equally frequent ones, the latest.
 * - `most-complete`, `highest`, `lowest`: of each source's latest word, the value with most filled in, or that is most or least; of equal
 *   ones, that of the source to believe first. What says nothing never wins over what says something.
 *
 * Whom to believe first is told by the rule, and by trust for sources that it does not name. The last ties fall to the value's own text, so
 * no order of input can show. Undefined without any claim or decision.
 */
export function goldenTrait(
  trait: string,
  claims: readonly TraitClaim[],
  rule: GoldenTraitRule,
  settled: readonly SettledTrait[] = [],
): GoldenTrait | undefined {
  const believed = sourcesOf(rule);
  const worded = claims.map((claim) => withText(claim, believed));
  const current = currentWordOfEachSource(worded);
  const chosen = latestDecision(settled) ?? chosenByRule(worded, current, choiceOf(rule));
  if (chosen === undefined) return undefined;
  const { text, ...used } = chosen;
  return {
    trait,
    ...used,
    conflicts: current
      .filter((one) => one.text !== text)
      .sort(byTrust)
      .map(({ claim }) => ({ value: claim.value, source: claim.source, at: claim.lastAt })),
  };
}

type Chosen = Pick<GoldenTrait, 'value' | 'source' | 'at' | 'rule'> & { readonly text: string };

function latestDecision(settled: readonly SettledTrait[]): Chosen | undefined {
  if (settled.length === 0) return undefined;
  const { value, at } = first(settled, (a, b) => b.at - a.at || compareText(b.id, a.id));
  return { value, source: decisions, at, rule: 'settled', text: canonicalJson(value) };
}

function chosenByRule(all: readonly Worded[], current: readonly Worded[], rule: TraitChoice): Chosen | undefined {
  if (all.length === 0) return undefined;
  const { claim, text } = choose[rule](all, current);
  return { value: claim.value, source: claim.source, at: claim.lastAt, rule, text };
}

interface Worded {
  readonly claim: TraitClaim;
  readonly text: string;
  /** Greater: to be believed before others, before trust is asked. */
  readonly believed: number;
}

function withText(claim: TraitClaim, believed: readonly string[]): Worded {
  const place = believed.indexOf(claim.sourceId);
  return { claim, text: canonicalJson(claim.value), believed: place === -1 ? 0 : believed.length - place };
}

const choose: Readonly<Record<TraitChoice, (all: readonly Worded[], current: readonly Worded[]) => Worded>> = {
  trusted: (_, current) => first(current, byTrust),
  latest: (all) => first(all, byTime),
  first: (all) => first(all, (a, b) => a.claim.firstAt - b.claim.firstAt || byBelief(a, b) || byTime(a, b)),
  'most-frequent': (all) => {
    const counts = new Map<string, number>();
    for (const { claim, text } of all) counts.set(text, (counts.get(text) ?? 0) + claim.count);
    return first(all, (a, b) => (counts.get(b.text) ?? 0) - (counts.get(a.text) ?? 0) || byTime(a, b));
  },
  'most-complete': (_, current) => firstBySize(current, compareCompleteness),
  highest: (_, current) => firstBySize(current, compareHighest),
  lowest: (_, current) => firstBySize(current, compareLowest),
};

function firstBySize(current: readonly Worded[], compare: (a: JsonValue, b: JsonValue) => number): Worded {
  return first(current, (a, b) => compare(a.claim.value, b.claim.value) || byTrust(a, b));
}

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
    byBelief(a, b) ||
    compareText(b.claim.lastMessage, a.claim.lastMessage) ||
    compareText(b.text, a.text) ||
    a.claim.source - b.claim.source
  );
}

function byBelief(a: Worded, b: Worded): number {
  return b.believed - a.believed || b.claim.trust - a.claim.trust;
}

function byTrust(a: Worded, b: Worded): number {
  return byBelief(a, b) || byTime(a, b);
}

/** The first under an order that leaves no two apart that differ; of one at least. */
function first<T>(all: readonly T[], order: (a: T, b: T) => number): T {
  return all.reduce((best, one) => (order(one, best) < 0 ? one : best));
}
