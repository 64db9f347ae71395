import type { Direction } from './interaction.js';

/** Who turned to whom if the sender did not say: names that mail and push tools use for what they sent are to the customer, all else is from her. */
export function defaultDirection(name: string): Direction {
  return ourDoing.has(name.toLowerCase()) ? 'to-customer' : 'from-customer';
}

const ourDoing: ReadonlySet<string> = new Set([
  'email sent',
  'email delivered',
  'email bounced',
  'email deferred',
  'email dropped',
  'sms sent',
  'sms delivered',
  'sms failed',
  'push notification sent',
  'push notification received',
  'push notification bounced',
  'letter sent',
]);
