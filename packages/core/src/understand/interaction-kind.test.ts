import { expect, test } from 'vitest';
import type { Direction } from '../collect/interaction.js';
import { interactionKind } from './interaction-kind.js';

const kindOf = (name: string, channel: string, direction: Direction = 'from-customer', aboutComplaint = false) =>
  interactionKind({ name, channel, direction, aboutComplaint });

test.each([
  ['Order Completed', 'web', 'buy'],
  ['Ordered', 'web', 'buy'],
  ['orderCompleted', 'app', 'buy'],
  ['Bestellung', 'web', 'buy'],
  ['Bought', 'store', 'buy'],
  ['Ordered', 'call_centre', 'buy'],
  ['Order Refunded', 'web', 'return'],
  ['Returned', 'store', 'return'],
  ['Called About Delivery', 'call_centre', 'help'],
  ['Anruf', 'call_centre', 'help'],
  ['Product Viewed', 'web', 'other'],
  ['Order Updated', 'web', 'other'],
  ['Checkout Started', 'web', 'other'],
  ['Complained', 'email', 'complaint'],
  ['Email Opened', 'email', 'other'],
  ['Wrote To Us', 'email', 'help'],
  ['Survey Answered', 'email', 'feedback'],
  ['Case Closed', 'call_centre', 'solved'],
  ['Complaint Resolved', 'call_centre', 'solved'],
])('%s by %s is of the kind %s', (name, channel, kind) => {
  expect(kindOf(name, channel)).toBe(kind);
});

test('what we sent is told, what nobody did is other, and a call about a complaint is one', () => {
  expect(kindOf('Newsletter', 'email', 'to-customer')).toBe('told');
  expect(kindOf('Called', 'call_centre', 'to-customer')).toBe('served');
  expect(kindOf('Order Confirmation', 'email', 'to-customer')).toBe('served');
  expect(kindOf('Parcel Scanned', 'post', 'observed')).toBe('other');
  expect(kindOf('Called', 'call_centre', 'from-customer', true)).toBe('complaint');
});
