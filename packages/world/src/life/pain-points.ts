import type { Profile } from '../profile.js';

/** A place that was made worse on purpose, so that finding it can be judged. */
export interface PainPoint {
  readonly key: PainKey;
  readonly profile: Profile;
  readonly touchpoint: string;
  /** Days before the end of the records. */
  readonly sinceDays: number;
  /** When the company mended it; missing: it still hurts. */
  readonly fixedDays?: number;
  readonly cause: string;
  /** Who can meet it. */
  readonly whom: string;
  /** Of those occasions, the share that it befalls. */
  readonly share: number;
  /** What comes of it. */
  readonly effect: string;
}

export type PainKey =
  | 'late-parcels'
  | 'slow-refunds'
  | 'app-sign-in'
  | 'till-queue'
  | 'silent-claims'
  | 'unclear-premium'
  | 'upload-fails'
  | 'two-voices';

export const painPoints: readonly PainPoint[] = [
  {
    key: 'late-parcels',
    profile: 'retailer',
    touchpoint: 'Delivery',
    sinceDays: 240,
    fixedDays: 60,
    cause: 'a new carrier in the north of Germany',
    whom: 'online orders to German postcodes beginning with 0, 1 or 2',
    share: 0.45,
    effect: 'the parcel comes four to nine days after the promised day; half of them call, some twice, some complain',
  },
  {
    key: 'slow-refunds',
    profile: 'retailer',
    touchpoint: 'Returns desk',
    sinceDays: 420,
    cause: 'tills tell the web shop of returns by a list once a fortnight',
    whom: 'online orders that are given back in a shop',
    share: 0.8,
    effect: 'the money comes after 18 to 30 days; four in ten call',
  },
  {
    key: 'app-sign-in',
    profile: 'retailer',
    touchpoint: 'App sign-in',
    sinceDays: 110,
    cause: 'version 4.2 forgets who is signed in',
    whom: 'visits in the app',
    share: 0.3,
    effect: 'the visit ends at the sign-in; three in ten call within a day',
  },
  {
    key: 'till-queue',
    profile: 'retailer',
    touchpoint: 'Checkout of shop 7',
    sinceDays: 730,
    fixedDays: 150,
    cause: 'one of three tills was open on Saturdays; self-checkout was added',
    whom: 'Saturday purchases in shop 7',
    share: 0.7,
    effect: 'a bad answer in surveys; fewer purchases there',
  },
  {
    key: 'silent-claims',
    profile: 'contracts',
    touchpoint: 'Claim in work',
    sinceDays: 300,
    fixedDays: 90,
    cause: 'news of claims were switched off when the mail platform was changed',
    whom: 'claims that take more than two weeks',
    share: 0.85,
    effect: 'no news between report and decision; six in ten call to ask, some complain',
  },
  {
    key: 'unclear-premium',
    profile: 'contracts',
    touchpoint: 'Premium letter',
    sinceDays: 400,
    cause: 'the letter names the new premium and no reason',
    whom: 'car contracts at their yearly change',
    share: 0.4,
    effect: 'three in ten call; contracts end twice as often',
  },
  {
    key: 'upload-fails',
    profile: 'contracts',
    touchpoint: 'Portal upload',
    sinceDays: 150,
    cause: 'photographs above 5 MB are refused without a word',
    whom: 'claims reported on the web or in the app',
    share: 0.35,
    effect: 'the visit ends at the upload; half call the same day',
  },
  {
    key: 'two-voices',
    profile: 'contracts',
    touchpoint: 'Newsletter',
    sinceDays: 500,
    cause: 'marketing does not know who is looked after by a broker',
    whom: 'customers of brokers who get the newsletter',
    share: 0.25,
    effect: 'an offer contradicts the broker’s; some ask the call centre which one holds',
  },
];

const dayMs = 86_400_000;

/** Whether it hurts at that time; a life ends at `untilMs`. */
export function hurts(key: PainKey, atMs: number, untilMs: number): boolean {
  const point = painPoints.find((one) => one.key === key);
  if (point === undefined) return false;
  const daysBefore = (untilMs - atMs) / dayMs;
  return daysBefore <= point.sinceDays && daysBefore > (point.fixedDays ?? Number.NEGATIVE_INFINITY);
}

export function shareOf(key: PainKey): number {
  return painPoints.find((one) => one.key === key)?.share ?? 0;
}
