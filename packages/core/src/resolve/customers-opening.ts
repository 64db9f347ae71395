import { say } from '../words/say.js';

/** What the list of customers says first. Customers and visitors are never added together. */
export function customersOpening(counts: {
  readonly customers: number;
  readonly visitors: number;
  readonly inSeveralChannels: number;
}): string {
  const { customers, visitors, inSeveralChannels } = counts;
  if (customers === 0 && visitors > 0) return say('resolve.customers.opening-visitors', { visitors });
  return say('resolve.customers.opening', {
    customers,
    shareInSeveralChannels: customers === 0 ? 'none' : share(inSeveralChannels, customers),
  });
}

/** Below a thousand people a count says more than a percentage. */
function share(part: number, of: number): string {
  return of < 1_000 ? String(part) : say('resolve.customers.share', { percent: Math.round((part / of) * 100) });
}
