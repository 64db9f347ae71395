const dayMs = 24 * 3_600_000;
const mostDays = 400;

/** Every calendar day from one to another, both included, as `2026-05-12`; the last 400 of more. */
export function everyDay(from: string, to: string): readonly string[] {
  const last = Date.parse(to);
  const count = Math.min(mostDays, Math.max(0, Math.round((last - Date.parse(from)) / dayMs) + 1));
  return Array.from({ length: count }, (_, back) =>
    new Date(last - (count - 1 - back) * dayMs).toISOString().slice(0, 10),
  );
}
