import type { Words } from '../words/words.js';

/** What the list of customers says first. Customers and visitors are never added together. */
export function customersOpening(
  counts: {
    readonly customers: number;
    readonly visitors: number;
    readonly inSeveralChannels: number;
  },
  words: Words,
): string {
  const { customers, visitors, inSeveralChannels } = counts;
  if (customers === 0 && visitors > 0) return words.say('resolve.customers.opening-visitors', { visitors });
  return words.say('resolve.customers.opening', {
    customers,
    shareInSeveralChannels: customers === 0 ? 'none' : share(inSeveralChannels, customers, words),
  });
}

/** Below a thousand people a count says more than a percentage. */
function share(part: number, of: number, { say }: Words): string {
  return of < 1_000 ? String(part) : say('resolve.customers.share', { percent: Math.round((part / of) * 100) });
}
