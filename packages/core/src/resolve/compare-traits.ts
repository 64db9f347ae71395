import { canonicalJson } from './canonical-json.js';
import { compareText } from './compare-text.js';
import type { GoldenTrait } from './golden-trait.js';
import type { JsonValue } from './json-value.js';

export interface ComparedTrait {
  readonly trait: string;
  /** `one-sided`: known of one of them alone. */
  readonly verdict: 'different' | 'same' | 'one-sided';
}

type Said = Pick<GoldenTrait, 'trait' | 'value'>;

/** The values we use of two persons: where they differ first, then where they agree, then what only one has; by name within. */
export function compareTraits(a: readonly Said[], b: readonly Said[]): readonly ComparedTrait[] {
  const ofA = new Map(a.map(({ trait, value }) => [trait, asCompared(value)]));
  const ofB = new Map(b.map(({ trait, value }) => [trait, asCompared(value)]));
  return [...new Set([...ofA.keys(), ...ofB.keys()])]
    .map((trait): ComparedTrait => {
      const [one, other] = [ofA.get(trait), ofB.get(trait)];
      if (one === undefined || other === undefined) return { trait, verdict: 'one-sided' };
      return { trait, verdict: one === other ? 'same' : 'different' };
    })
    .sort((x, y) => order.indexOf(x.verdict) - order.indexOf(y.verdict) || compareText(x.trait, y.trait));
}

const order: readonly ComparedTrait['verdict'][] = ['different', 'same', 'one-sided'];

/** Case and space around do not make text another one; what is empty is not said. */
function asCompared(value: JsonValue): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') return canonicalJson(value);
  const text = value.normalize('NFC').trim().toLowerCase();
  return text === '' ? undefined : canonicalJson(text);
}
