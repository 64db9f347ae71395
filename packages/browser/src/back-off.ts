const firstMs = 1_000;
const longestMs = 5 * 60_000;

/**
 * How long to wait after that many failures in a row (1, 2, …): twice as long each time, up to five minutes, spread over the upper half so
 * that the visitors of a site do not all come back at once. What the server asks for (`Retry-After`, seconds) is the least.
 */
export function backOffMs(failures: number, random: number, retryAfter: string | null): number {
  const most = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  const askedMs = Math.min(Number(retryAfter ?? 0) * 1_000 || 0, longestMs);
  return Math.max(most / 2 + (most / 2) * random, askedMs);
}
