import { ClusteredShare } from '../figures/clustered-share.js';
import { isTold } from '../figures/estimate.js';
import { personShare } from '../figures/person-share.js';
import { type Finding, fewestPeople } from './finding.js';

export const dayMs = 86_400_000;

/** A contact so soon after an order has to do with it, unless it is as frequent on other days. */
export const followedWithinMs = 2 * dayMs;
/** The days to compare with lie a week before and a week after: the same weekdays, of the same people. */
export const comparedMs = 7 * dayMs;

/** One person's orders, and after how many of them a contact fell into each window. */
export interface OrdersOfPerson {
  readonly orders: number;
  readonly followed: number;
  readonly weekBefore: number;
  readonly weekAfter: number;
}

/**
 * Ordered and then contacted us within two days. Found only where contacts are more frequent than in the same people's weeks before and
 * after, each by more than chance explains: somebody who calls often calls after an order, too. `persons` are those who could be recognised
 * among the contacts; `leftOut` more also ordered.
 */
export function contactAfterOrder(persons: Iterable<OrdersOfPerson>, leftOut = 0): Finding {
  const [overBefore, overAfter] = [new ClusteredShare(), new ClusteredShare()];
  let [people, of, before, after] = [0, 0, 0, 0];
  for (const { orders, followed, weekBefore, weekAfter } of persons) {
    if (orders === 0) continue;
    of += 1;
    if (followed > 0) people += 1;
    if (weekBefore > 0) before += 1;
    if (weekAfter > 0) after += 1;
    overBefore.add(followed - weekBefore, orders);
    overAfter.add(followed - weekAfter, orders);
  }
  const finding = { id: 'contact-after-order', people, of, number: 0, leftOut } as const;
  const [a, b] = [overBefore.estimate(), overAfter.estimate()];
  if (a === undefined || b === undefined) {
    return { ...finding, state: of === 0 ? 'not-asked' : 'too-early', share: null, ordinary: null };
  }
  const share = personShare(people, of);
  const isMore = a.low > 0 && b.low > 0 && people >= fewestPeople;
  const isEnough = isTold(share);
  return {
    ...finding,
    state: isMore ? 'found' : isEnough ? 'nothing' : 'too-early',
    share: isEnough ? share : null,
    ordinary: Math.max(before, after),
  };
}
