/** What one contact costs, or what remains of the price of a product group. */
export const rateKinds = ['call', 'letter', 'text', 'other', 'margin'] as const;
export type RateKind = (typeof rateKinds)[number];

/** A rate and the calendar days it holds on, both included; `to` null: until another takes its place. */
export interface Rate {
  readonly id: string;
  readonly kind: RateKind;
  /** Of a margin: the product group. Of another cost: what it is. */
  readonly subject: string;
  readonly from: string;
  readonly to: string | null;
}

export type PlacedRate =
  | { readonly type: 'placed'; readonly ended: { readonly id: string; readonly to: string } | null }
  | { readonly type: 'overlaps'; readonly id: string };

/**
 * Whether a rate finds its place among those for the same thing: one that had no end ends on the day before; with any other it must not
 * share a day.
 */
export function placeRate(rate: Rate, others: readonly Rate[]): PlacedRate {
  const same = others.filter(({ kind, subject }) => kind === rate.kind && subject === rate.subject);
  let ended: { readonly id: string; readonly to: string } | null = null;
  for (const other of same) {
    if (!sharesDay(rate, other)) continue;
    if (other.to !== null || other.from >= rate.from) return { type: 'overlaps', id: other.id };
    ended = { id: other.id, to: dayBefore(rate.from) };
  }
  return { type: 'placed', ended };
}

function sharesDay(a: Rate, b: Rate): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10);
}
