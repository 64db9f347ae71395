/** The channels the product knows by name; others may be used and are spelt the same way. */
export const knownChannels = [
  'web',
  'app',
  'email',
  'sms',
  'push',
  'messaging',
  'chat',
  'social',
  'organic_search',
  'paid_search',
  'display',
  'paid_social',
  'call_centre',
  'ivr',
  'store',
  'sales_visit',
  'event',
  'post',
  'partner',
  'referral',
  'product_use',
] as const;

/**
 * The one spelling of a channel's name: lower case, words joined by `_` ("Call centre" → `call_centre`), a few common names replaced by ours.
 * Undefined if it does not begin with a letter, holds other characters, or is longer than 50.
 */
export function channelName(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
  if (!/^[a-z][a-z0-9_]{0,49}$/.test(name)) return undefined;
  return otherSpellings.get(name) ?? name;
}

const otherSpellings = new Map([
  ['e_mail', 'email'],
  ['mail', 'email'],
  ['call_center', 'call_centre'],
  ['phone', 'call_centre'],
  ['website', 'web'],
  ['direct_mail', 'post'],
]);
