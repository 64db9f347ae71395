/** Milliseconds to wait before start number `attempt` after a crash (0 = the first): at once, then 0.2 s doubling up to 5 s. */
export function restartDelayMs(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(200 * 2 ** (attempt - 1), 5_000);
}
