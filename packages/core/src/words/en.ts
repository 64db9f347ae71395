/** English, in ICU MessageFormat. Keys are `room.thing.sentence`; sorted. Every generated sentence a person reads comes from here. */
export const en = {
  'resolve.customers.opening':
    'You know {customers, plural, =0 {nobody yet} one {# customer} other {# customers}}{shareInSeveralChannels, select, none {} other {; {shareInSeveralChannels} of them in more than one channel}}.',
} as const;

export type MessageKey = keyof typeof en;
