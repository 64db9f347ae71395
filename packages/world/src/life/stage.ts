/** Where a person stands with the company; in this order, and back from Win-Back to Retention when she buys again. */
export type Stage = 'Branding' | 'Acquisition' | 'Conversion' | 'Retention' | 'Win-Back';

/** A stretch of a life in one stage; `toMs` is not in it. */
export interface StageSpan {
  readonly stage: Stage;
  readonly fromMs: number;
  readonly toMs: number;
}
