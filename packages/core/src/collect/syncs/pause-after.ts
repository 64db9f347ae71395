const firstPauseMs = 60_000;
const longestPauseMs = 6 * 3_600_000;

/** How long to wait after so many failures in a row: a minute, then twice as long each time, six hours at most. */
export function pauseAfterMs(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, Math.max(0, failures - 1)));
}
