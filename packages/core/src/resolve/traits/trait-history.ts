import { canonicalJson } from '../canonical-json.js';
import { compareText } from '../compare-text.js';
import type { JsonValue } from '../json-value.js';
import type { TraitClaim } from '../trait-claim.js';

/** One value that one source gave a trait. Instants in ms. */
export interface SaidValue {
  readonly value: JsonValue;
  readonly source: number;
  /** When it was said first and last, over all identifiers and imports. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Messages that said so. */
  readonly times: number;
  /** Since when, at the latest, the source says something else; null if this is what it says now. */
  readonly replacedAt: number | null;
}

/**
 * What each source said about a trait and until when, from the claims about one trait of one person; what was said last comes first. Claims are
 * sums: of a value that was said between two others the end is known by the next that is known to differ.
 */
export function traitHistory(claims: readonly TraitClaim[]): readonly SaidValue[] {
  const bySource = new Map<number, Map<string, Said>>();
  for (const claim of claims) {
    const said = bySource.get(claim.source) ?? new Map<string, Said>();
    bySource.set(claim.source, said);
    const text = canonicalJson(claim.value);
    said.set(text, added(said.get(text), claim));
  }
  return [...bySource.values()]
    .flatMap((said) => [...said.values()].map((one) => withEnd(one, said)))
    .sort(latestFirst);
}

type Said = Omit<SaidValue, 'replacedAt'> & { readonly lastMessage: string };

function added(known: Said | undefined, { value, source, firstAt, lastAt, count, lastMessage }: TraitClaim): Said {
  if (known === undefined) return { value, source, firstAt, lastAt, times: count, lastMessage };
  const isLater = lastAt > known.lastAt || (lastAt === known.lastAt && lastMessage > known.lastMessage);
  return {
    ...known,
    firstAt: Math.min(known.firstAt, firstAt),
    lastAt: Math.max(known.lastAt, lastAt),
    times: known.times + count,
    lastMessage: isLater ? lastMessage : known.lastMessage,
  };
}

function withEnd({ lastMessage, ...one }: Said, bySameSource: ReadonlyMap<string, Said>): SaidValue {
  const others = [...bySameSource.values()].filter(({ value }) => canonicalJson(value) !== canonicalJson(one.value));
  const isReplaced = others.some(
    (other) => other.lastAt > one.lastAt || (other.lastAt === one.lastAt && other.lastMessage > lastMessage),
  );
  if (!isReplaced) return { ...one, replacedAt: null };
  const later = others.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]).filter((at) => at >= one.lastAt);
  return { ...one, replacedAt: Math.min(...later) };
}

function latestFirst(a: SaidValue, b: SaidValue): number {
  return (
    b.lastAt - a.lastAt ||
    b.firstAt - a.firstAt ||
    a.source - b.source ||
    compareText(canonicalJson(a.value), canonicalJson(b.value))
  );
}
