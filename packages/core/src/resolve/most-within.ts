const dayMs = 86_400_000;

/** How many of these instants (ms) at most lie within so many days of each other, both ends included; `null` days: all of them. */
export function mostWithin(instants: readonly number[], days: number | null): number {
  if (days === null) return instants.length;
  const sorted = [...instants].sort((a, b) => a - b);
  const forMs = days * dayMs;
  let most = 0;
  let from = 0;
  for (const [to, instant] of sorted.entries()) {
    while (instant - (sorted[from] ?? instant) > forMs) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
