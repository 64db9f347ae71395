import { ClusteredShare } from '../figures/clustered-share.js';
import { isTold } from '../figures/estimate.js';
import { personShare } from '../figures/person-share.js';
import { type Finding, fewestPeople } from './finding.js';

/** One person who bought on at least two days, in days. */
export interface PurchasesOfPerson {
  /** From the last purchase to the end of the data. */
  readonly silentFor: number;
  /** Days on which the present gap between purchases was longer than the limit, the present one included. */
  readonly silentDays: number;
  /** Days on which it could have been: from the limit after the first purchase to the end of the data. */
  readonly watchedDays: number;
}

/**
 * Customers who have bought nothing for longer than nine of ten gaps between purchases. Some always have: found only where more are silent
 * now than on an ordinary day of the same people, by more than chance explains. `limitDays` is that gap.
 */
export function silent(persons: Iterable<PurchasesOfPerson>, limitDays: number): Finding {
  const more = new ClusteredShare();
  let [people, of, ordinary] = [0, 0, 0];
  for (const { silentFor, silentDays, watchedDays } of persons) {
    if (watchedDays <= 0) continue;
    const isSilent = silentFor > limitDays;
    const usual = silentDays / watchedDays;
    of += 1;
    if (isSilent) people += 1;
    ordinary += usual;
    more.add((isSilent ? 1 : 0) - usual, 1);
  }
  const finding = { id: 'silent', people, of, number: Math.round(limitDays), leftOut: 0 } as const;
  const estimate = more.estimate();
  if (estimate === undefined) {
    return { ...finding, state: of === 0 ? 'not-asked' : 'too-early', share: null, ordinary: null };
  }
  const share = personShare(people, of);
  const isEnough = isTold(share);
  const isMore = estimate.low > 0 && people >= fewestPeople;
  return {
    ...finding,
    state: isMore ? 'found' : isEnough ? 'nothing' : 'too-early',
    share: isEnough ? share : null,
    ordinary: Math.round(ordinary),
  };
}
