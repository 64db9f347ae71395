const hourMs = 3_600_000;

/** The last millisecond of a calendar day (`2026-05-12`) in the zone that `dayKey` reads instants in, as ISO 8601 UTC. */
export function endOfDay(day: string, dayKey: (at: string) => string): string {
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  let within = noonMs - 26 * hourMs;
  let beyond = noonMs + 40 * hourMs;
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (dayKey(new Date(middle).toISOString()) <= day) within = middle;
    else beyond = middle;
  }
  return new Date(within).toISOString();
}
