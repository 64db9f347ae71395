import type { LineKind } from '../line-kind.js';
import type { Meaning } from '../meaning.js';

/** What the mapping says of the interactions that lines of a kind make. */
export interface InteractionKind {
  readonly rule: string;
  readonly name: string;
  /** The number that names the occasion, and what kind of case it is. */
  readonly number: Meaning | null;
  readonly about: string | null;
  readonly channel: string | null;
  readonly direction: 'from-customer' | 'to-customer' | 'observed' | null;
}

export const interactionKinds: Readonly<Record<Exclude<LineKind, 'contact'>, InteractionKind>> = {
  order: kind('order', 'Ordered', 'order-number', 'order', 'web', 'from-customer'),
  'order-line': kind('order', 'Ordered', 'order-number', 'order', 'web', 'from-customer'),
  call: kind('call', 'Called', 'call-number', null, 'call_centre', null),
  visit: kind('visit', 'Visited', 'order-number', 'order', 'store', 'from-customer'),
  'survey-answer': kind('survey-answer', 'Answered a survey', 'record-number', null, 'web', 'from-customer'),
  complaint: kind('complaint', 'Complained', 'case-number', 'complaint', null, 'from-customer'),
  'message-event': kind('message-event', 'E-mail event', 'record-number', null, 'email', null),
  other: kind('line', 'Something happened', 'record-number', null, null, 'from-customer'),
};

function kind(
  rule: string,
  name: string,
  number: Meaning | null,
  about: string | null,
  channel: string | null,
  direction: InteractionKind['direction'],
): InteractionKind {
  return { rule, name, number, about, channel, direction };
}
