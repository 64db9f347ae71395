/**
 * What can be done about an item that was set aside:
 * - `edit`: somebody corrects the text of this one item;
 * - `fill-in`: one answer ("these are all of type track") mends every item with the same reason;
 * - `choose-value`: an unknown value is replaced by a known one, in every item that has it;
 * - `strip`: the characters no store takes are removed, nothing else changes;
 * - `new-id`: the item gets a message id of its own and is taken in beside the first one;
 * - `change-mapping`: the import's mapping is corrected and the lines are read again;
 * - `change-webhook`: the webhook's mapping is corrected and the deliveries are read again.
 */
export type Mend = 'edit' | 'fill-in' | 'choose-value' | 'strip' | 'new-id' | 'change-mapping' | 'change-webhook';

interface Reason {
  readonly mend: Mend;
}

/** Every reason for which something received is kept but not applied, sorted by code. Its sentence is `collect.set-aside.<code>` in the words. */
export const setAsideReasons = {
  'cost.amount-unreadable': { mend: 'edit' },
  'count.measure-missing': { mend: 'edit' },
  'count.per-unknown': { mend: 'edit' },
  'count.value-unreadable': { mend: 'edit' },
  'happening.ends-before': { mend: 'edit' },
  'happening.kind-unknown': { mend: 'edit' },
  'happening.until-unreadable': { mend: 'edit' },
  'happening.what-missing': { mend: 'edit' },
  'interaction.about-invalid': { mend: 'edit' },
  'interaction.channel-invalid': { mend: 'choose-value' },
  'interaction.currency-unknown': { mend: 'choose-value' },
  'interaction.direction-unknown': { mend: 'choose-value' },
  'interaction.field-invalid': { mend: 'edit' },
  'interaction.mark-unknown': { mend: 'choose-value' },
  'interaction.outcome-unknown': { mend: 'choose-value' },
  'interaction.precision-unknown': { mend: 'choose-value' },
  'interaction.value-unreadable': { mend: 'edit' },
  'line.date-unreadable': { mend: 'change-mapping' },
  'line.group-disagrees': { mend: 'change-mapping' },
  'line.group-too-large': { mend: 'change-mapping' },
  'line.key-missing': { mend: 'change-mapping' },
  'line.lookup-missing': { mend: 'change-mapping' },
  'line.name-missing': { mend: 'change-mapping' },
  'line.nobody': { mend: 'change-mapping' },
  'line.number-unreadable': { mend: 'change-mapping' },
  'line.time-missing': { mend: 'change-mapping' },
  'line.unreadable': { mend: 'edit' },
  'line.value-not-in-table': { mend: 'change-mapping' },
  'message.alias-incomplete': { mend: 'edit' },
  'message.event-missing': { mend: 'fill-in' },
  'message.external-id-invalid': { mend: 'edit' },
  'message.field-invalid': { mend: 'edit' },
  'message.group-missing': { mend: 'fill-in' },
  'message.id-invalid': { mend: 'edit' },
  'message.id-not-exact': { mend: 'edit' },
  'message.id-too-long': { mend: 'edit' },
  'message.name-too-long': { mend: 'edit' },
  'message.nobody': { mend: 'edit' },
  'message.not-an-object': { mend: 'edit' },
  'message.not-storable': { mend: 'strip' },
  'message.too-deep': { mend: 'edit' },
  'message.too-large': { mend: 'edit' },
  'message.too-many-identifiers': { mend: 'edit' },
  'message.too-many-traits': { mend: 'edit' },
  'message.type-unknown': { mend: 'fill-in' },
  'message-id.reused': { mend: 'new-id' },
  'webhook.body-unreadable': { mend: 'edit' },
  'webhook.mapping-failed': { mend: 'change-webhook' },
  'webhook.message-unfit': { mend: 'change-webhook' },
  'record.key-public': { mend: 'edit' },
  'record.time-missing': { mend: 'edit' },
} as const satisfies Readonly<Record<string, Reason>>;

export type SetAsideCode = keyof typeof setAsideReasons;
