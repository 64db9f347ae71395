/** Where somebody stands with us, from first hearing of us to coming back. */
export type LifecycleStage = 'branding' | 'acquisition' | 'conversion' | 'retention' | 'win-back';

/** What a person's stage is decided by. Instants in ms. */
export interface StageFacts {
  /** When they last bought; null if they never did. */
  readonly lastBoughtAt: number | null;
  /** When they last filled a basket or asked for a quote; null if they never did. */
  readonly lastBasketAt: number | null;
  /** When they last did anything of their own; null if they never did. */
  readonly lastActAt: number | null;
  /** When we last turned to them; null if we never did. */
  readonly lastReachedAt: number | null;
  /** The gap between purchases that nine of ten do not exceed, in days; null if there are too few to tell. */
  readonly usualGapDays: number | null;
  /** The end of the data on purchases. */
  readonly until: number;
}

/** `since`: when that was by which it was decided. */
export type DecidedStage =
  | { readonly stage: LifecycleStage; readonly since: number; readonly silentDays: number }
  | { readonly stage: null; readonly why: 'nothing-known' | 'too-few-purchases' };

const dayMs = 86_400_000;

/**
 * The one stage of a person. Who bought is kept, or has lapsed once they have bought nothing for longer than nine of ten gaps between the purchases of
 * customers here; who never bought is as far as the furthest thing they did. What was done after the end of the data on purchases silences nobody.
 */
export function lifecycleStage(facts: StageFacts): DecidedStage {
  const { lastBoughtAt, usualGapDays, until } = facts;
  if (lastBoughtAt !== null) {
    if (usualGapDays === null) return { stage: null, why: 'too-few-purchases' };
    const silentDays = Math.max(0, Math.floor((until - lastBoughtAt) / dayMs));
    return { stage: silentDays > usualGapDays ? 'win-back' : 'retention', since: lastBoughtAt, silentDays };
  }
  const furthest = [
    ['conversion', facts.lastBasketAt],
    ['acquisition', facts.lastActAt],
    ['branding', facts.lastReachedAt],
  ] as const;
  for (const [stage, since] of furthest) if (since !== null) return { stage, since, silentDays: 0 };
  return { stage: null, why: 'nothing-known' };
}
