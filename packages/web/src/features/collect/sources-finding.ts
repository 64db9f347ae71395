import type { SourceQuality } from '../../api/source-quality.js';
import type { Source } from '../../api/sources.js';

export type SourcesFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'nothing-yet'; readonly count: number }
  | { readonly kind: 'silent'; readonly source: string; readonly hours: number; readonly others: number }
  | {
      readonly kind: 'delivering';
      readonly delivering: number;
      readonly count: number;
      /** Of those that say how far they are complete, the one that is least. */
      readonly complete: { readonly source: string; readonly until: string } | null;
    };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Beyond the longest silence of two weeks, which one day may exceed a little. */
const unusualTimes = 1.25;

/**
 * What there is to say first about the sources in use. A source is silent when it has sent nothing for an hour and for a quarter longer than
 * ever in two weeks. One that sends too rarely for that is silent when it delivered on at least five of the seven days before its last
 * message and has sent nothing for over a day; one that is fed by single files never counts as silent.
 */
export function sourcesFinding(
  sources: readonly Source[],
  nowMs: number,
  qualities: readonly SourceQuality[] = [],
): SourcesFinding {
  const inUse = sources.filter((source) => !source.archived);
  if (inUse.length === 0) return { kind: 'none' };
  const gapOf = new Map(qualities.map(({ source, longestGapMs }) => [source, longestGapMs]));
  const silent = inUse
    .map((source) => ({ source, silentMs: nowMs - lastMs(source) }))
    .filter(({ source, silentMs }) => isSilent(source, silentMs, gapOf.get(source.id) ?? null))
    .sort((a, b) => b.silentMs - a.silentMs);
  const worst = silent[0];
  if (worst !== undefined) {
    const hours = Math.floor(worst.silentMs / hourMs);
    return { kind: 'silent', source: worst.source.name, hours, others: silent.length - 1 };
  }
  const delivering = inUse.filter((source) => source.lastReceivedAt !== null).length;
  if (delivering === 0) return { kind: 'nothing-yet', count: inUse.length };
  return { kind: 'delivering', delivering, count: inUse.length, complete: leastComplete(inUse) };
}

function isSilent(source: Source, silentMs: number, longestGapMs: number | null): boolean {
  if (longestGapMs !== null) return silentMs > Math.max(hourMs, unusualTimes * longestGapMs);
  return isSteady(source) && silentMs > dayMs;
}

function leastComplete(sources: readonly Source[]): { readonly source: string; readonly until: string } | null {
  const said = sources.flatMap(({ name, completeUntil }) =>
    completeUntil === null ? [] : [{ source: name, until: completeUntil }],
  );
  const [least] = said.toSorted((a, b) => Date.parse(a.until) - Date.parse(b.until));
  return least ?? null;
}

function lastMs(source: Source): number {
  return source.lastReceivedAt === null ? Number.NaN : Date.parse(source.lastReceivedAt);
}

function isSteady(source: Source): boolean {
  const last = lastMs(source);
  const week = source.days.filter(({ day, stored }) => {
    const ageMs = last - Date.parse(day);
    return stored > 0 && ageMs >= 0 && ageMs < 7 * dayMs;
  });
  return week.length >= 5;
}
