/**
 * How surely a value of `of` tells the value of `to` in the same line: among the values of `of` that come more than once, the share of their lines that
 * have the commonest partner. Capitals count as small letters.
 */
export function onePerOther(
  of: readonly (string | null)[],
  to: readonly (string | null)[],
): { readonly repeats: number; readonly share: number } {
  const partners = new Map<string, Map<string, number>>();
  of.forEach((value, row) => {
    const other = to[row] ?? null;
    if (value === null || other === null) return;
    const key = value.toLowerCase();
    const counts = partners.get(key) ?? new Map<string, number>();
    counts.set(other.toLowerCase(), (counts.get(other.toLowerCase()) ?? 0) + 1);
    partners.set(key, counts);
  });
  let repeats = 0;
  let same = 0;
  for (const counts of partners.values()) {
    let lines = 0;
    let most = 0;
    for (const count of counts.values()) {
      lines += count;
      most = Math.max(most, count);
    }
    if (lines < 2) continue;
    repeats += lines - 1;
    same += most - 1;
  }
  return { repeats, share: repeats === 0 ? 0 : same / repeats };
}
