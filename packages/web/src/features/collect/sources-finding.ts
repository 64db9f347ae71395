import type { Source } from '../../api/sources.js';

export type SourcesFinding =
  | { readonly kind: 'none' }
  | { readonly kind: 'nothing-yet'; readonly count: number }
  | { readonly kind: 'silent'; readonly source: string; readonly hours: number; readonly others: number }
  | { readonly kind: 'delivering'; readonly delivering: number; readonly count: number };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * What there is to say first about the sources in use. A source is silent when it delivered on at least five of the seven
 * days before its last message and has sent nothing for over a day; one that is fed by single files never counts as silent.
 */
export function sourcesFinding(sources: readonly Source[], nowMs: number): SourcesFinding {
  const inUse = sources.filter((source) => !source.archived);
  if (inUse.length === 0) return { kind: 'none' };
  const silent = inUse
    .filter(isSteady)
    .map((source) => ({ source: source.name, silentMs: nowMs - lastMs(source) }))
    .filter(({ silentMs }) => silentMs > dayMs)
    .sort((a, b) => b.silentMs - a.silentMs);
  const worst = silent[0];
  if (worst !== undefined) {
    const hours = Math.floor(worst.silentMs / hourMs);
    return { kind: 'silent', source: worst.source, hours, others: silent.length - 1 };
  }
  const delivering = inUse.filter((source) => source.lastReceivedAt !== null).length;
  if (delivering === 0) return { kind: 'nothing-yet', count: inUse.length };
  return { kind: 'delivering', delivering, count: inUse.length };
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
