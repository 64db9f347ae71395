import { type ComplaintHistory, complaintSpans } from '../complaints/open-complaints.js';
import { comparedMs, dayMs, followedWithinMs, type OrdersOfPerson } from './contact-after-order.js';
import type { PurchasesOfPerson } from './silent.js';

/** What the database counts, counted one by one, to compare with. Times in ms. */

/** `from` and `to` bound the orders whose windows on both sides are closed. */
export function slowOrders(
  orders: readonly number[],
  contacts: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): OrdersOfPerson {
  const counted = { orders: 0, followed: 0, weekBefore: 0, weekAfter: 0 };
  for (const order of new Set(orders)) {
    if (order < from || order > to) continue;
    const hasContact = (start: number): boolean =>
      contacts.some((contact) => contact > start && contact <= start + followedWithinMs);
    counted.orders += 1;
    if (hasContact(order)) counted.followed += 1;
    if (hasContact(order - comparedMs)) counted.weekBefore += 1;
    if (hasContact(order + comparedMs)) counted.weekAfter += 1;
  }
  return counted;
}

/** Day by day. `end` is the last day of the data. */
export function slowPurchases(days: readonly number[], end: number, limitDays: number): PurchasesOfPerson {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const first = sorted[0] ?? end;
  const last = sorted.at(-1) ?? end;
  let silentDays = 0;
  for (let day = first + 1; day <= end; day += 1) {
    const before = sorted.filter((bought) => bought < day).at(-1) ?? first;
    if (day - before > limitDays) silentDays += 1;
  }
  return { silentFor: end - last, silentDays, watchedDays: end - first - limitDays };
}

/** How many of the messages came while a complaint was open, and were not about it. */
export function slowTold(
  history: ComplaintHistory,
  told: readonly { readonly at: number; readonly about: string }[],
): number {
  const spans = complaintSpans(history);
  return told.filter(({ at, about }) =>
    spans.some((span) => at > span.at && at < span.until && (about === '' || about !== span.about)),
  ).length;
}

export const dayOf = (at: number): number => Math.floor(at / dayMs);
