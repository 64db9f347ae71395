/** One identifier: whose it truly is, and who the engine holds it for. */
export interface Judged {
  readonly truly: string;
  readonly joined: string;
}

/**
 * Over all pairs of identifiers: of those that were joined the share that truly is one human (precision), and of those that truly are one human
 * the share that was joined (recall).
 */
export function pairwise(judged: readonly Judged[]): { readonly precision: number; readonly recall: number } {
  const both = pairsWithin(judged.map(({ truly, joined }) => `${truly} ${joined}`));
  const joined = pairsWithin(judged.map((one) => one.joined));
  const same = pairsWithin(judged.map((one) => one.truly));
  return { precision: joined === 0 ? 1 : both / joined, recall: same === 0 ? 1 : both / same };
}

/** Pairs of equal texts. */
function pairsWithin(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}
