import type { Chance } from '../chance/chance.js';
import type { Surroundings } from '../people/surroundings.js';
import type { Stage, StageSpan } from './stage.js';
import { dayMs } from './times.js';

/**
 * The stages of a life. Four in ten are customers when the records begin; the others are reached at some time after. One in twelve never
 * reacts, one in five never fills a basket, one in ten never buys; who bought lapses after a year and a half on average, and two in five of
 * those come back.
 */
export function drawStages(chance: Chance, { sinceMs, untilMs }: Surroundings): readonly StageSpan[] {
  const spans: StageSpan[] = [];
  let atMs = sinceMs;
  const stay = (stage: Stage, days: number): boolean => {
    const toMs = Math.min(untilMs, Math.floor(atMs + Math.max(1, days) * dayMs));
    spans.push({ stage, fromMs: atMs, toMs });
    atMs = toMs;
    return atMs < untilMs;
  };
  const forEver = (untilMs - sinceMs) / dayMs;
  if (!chance.hits(0.4)) {
    atMs = Math.floor(chance.between(sinceMs, untilMs - 10 * dayMs));
    for (const { stage, days, leaves } of before) {
      if (!stay(stage, chance.hits(leaves) ? forEver : chance.wait(days))) return spans;
    }
  }
  for (;;) {
    if (!stay('Retention', 60 + chance.wait(500))) return spans;
    if (!stay('Win-Back', chance.hits(0.6) ? forEver : 30 + chance.wait(120))) return spans;
  }
}

const before = [
  { stage: 'Branding', days: 12, leaves: 0.08 },
  { stage: 'Acquisition', days: 18, leaves: 0.2 },
  { stage: 'Conversion', days: 6, leaves: 0.1 },
] as const;
