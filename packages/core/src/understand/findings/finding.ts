import type { Estimate } from '../figures/estimate.js';

export const findingIds = [
  'told-during-complaint',
  'contact-after-order',
  'silent',
  'online-and-store',
  'unknown-orders',
  'shared-identifier',
] as const;

export type FindingId = (typeof findingIds)[number];

/**
 * What was looked for: `found`; `nothing`, if chance could explain what there is; `too-early`, if there are too few people to tell;
 * `not-asked`, if the data do not hold what the question is about.
 */
export type FindingState = 'found' | 'nothing' | 'too-early' | 'not-asked';

/** One question, answered by rule. `people` of `of`: persons, or orders where the finding is about orders. */
export interface Finding {
  readonly id: FindingId;
  readonly state: FindingState;
  readonly people: number;
  readonly of: number;
  /** People of `of`, as a share; null where a share says nothing. */
  readonly share: Estimate | null;
  /** What to compare with, in the same unit as `share`; null where the finding is a plain count. */
  readonly ordinary: number | null;
  /** A number the sentence needs: days of silence, identifiers shared. */
  readonly number: number;
  /** People left out because nothing joins them to the other side of the question. */
  readonly leftOut: number;
}

/** Fewer people than this are nobody's business, and say nothing either. */
export const fewestPeople = 5;
