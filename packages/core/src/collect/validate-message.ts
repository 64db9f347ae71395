import { contextField } from './context-field.js';
import { correctedTime } from './corrected-time.js';
import { declaredInteraction } from './declared-interaction.js';
import { identifierFault, identifierText } from './identifier-text.js';
import { isUnstorable } from './is-unstorable.js';
import type { Envelope, JsonItem } from './json-items.js';
import { isRecordKind, type MessageKind, messageKindOf, type RecordKind, type TrackingKind } from './message-kind.js';
import { isPlainObject, type PlainObject } from './plain-object.js';
import { rawIdentifiers } from './raw-identifiers.js';
import { readRecord } from './records/read-record.js';
import { type SetAside, setAside } from './set-aside.js';
import { utf8Exceeds } from './utf8-exceeds.js';

/** How an item came in. */
export interface Reception {
  readonly receivedAtMs: number;
  /** Zone of times that name none: that of the source, IANA name. */
  readonly zone: string;
  /** Of a single call, from its path; it wins over the `type` in the body. */
  readonly kind?: MessageKind;
  readonly envelope?: Envelope;
  /** The key stands in pages that everybody can read: it may tell of persons, not of the company. */
  readonly isPublic?: boolean;
}

/** Fit for the log. Without `messageId` the sender gave none, and the caller makes one. */
export interface ValidMessage {
  readonly type: 'valid';
  readonly kind: MessageKind;
  readonly messageId: string | undefined;
  readonly occurredAtMs: number;
  /** Bits of `timeFlag`. */
  readonly timeFlags: number;
}

/** `messageId` as far as one could be read: a replay after mending goes under it. */
export interface RefusedMessage extends SetAside {
  readonly messageId: string | undefined;
}

export const largestItemBytes = 32_768;
export const deepestItem = 100;
export const mostTraits = 200;
export const longestName = 200;
export const longestMessageId = 255;

/** Decides whether an item can go into the log. Never throws; reads fixed names only, so no name a client makes up has any effect. */
export function validateMessage(item: JsonItem, reception: Reception): ValidMessage | RefusedMessage {
  const messageId = isPlainObject(item.value) ? messageIdOf(item.value) : undefined;
  const fault = storageFault(item);
  if (fault !== undefined) return { ...fault, messageId };
  const message = item.value;
  if (!isPlainObject(message)) return { ...setAside('message.not-an-object'), messageId };
  const kind = reception.kind ?? messageKindOf(message.type);
  if (kind === undefined) return { ...setAside('message.type-unknown', { type: typeName(message.type) }), messageId };
  if (isRecordKind(kind)) return validRecord(kind, message, messageId, reception);
  const wrong = messageFault(kind, message, reception.envelope);
  if (wrong !== undefined) return { ...wrong, messageId };
  const time = correctedTime(
    {
      timestamp: message.timestamp,
      originalTimestamp: message.originalTimestamp,
      sentAt: message.sentAt ?? reception.envelope?.sentAt,
    },
    reception.receivedAtMs,
    reception.zone,
    isDayOnly(message, reception.envelope),
  );
  return { type: 'valid', kind, messageId, occurredAtMs: time.occurredAtMs, timeFlags: time.flags };
}

function validRecord(
  kind: RecordKind,
  message: PlainObject,
  messageId: string | undefined,
  reception: Reception,
): ValidMessage | RefusedMessage {
  if (reception.isPublic === true) return { ...setAside('record.key-public'), messageId };
  const fault = idFault(message, 'messageId', longestMessageId);
  const record = fault ?? readRecord(kind, message, reception.zone);
  if ('type' in record) return { ...record, messageId };
  return { type: 'valid', kind, messageId, occurredAtMs: record.time.atMs, timeFlags: record.time.flags };
}

function storageFault(item: JsonItem): SetAside | undefined {
  if (utf8Exceeds(item.text, largestItemBytes))
    return setAside('message.too-large', { mostKilobytes: largestItemBytes / 1024 });
  if (item.depth > deepestItem) return setAside('message.too-deep', { depth: item.depth, most: deepestItem });
  return isUnstorable(item) ? setAside('message.not-storable') : undefined;
}

function typeName(type: unknown): string {
  return typeof type === 'string' && type !== '' ? type : 'none';
}

function messageIdOf(message: PlainObject): string | undefined {
  return idFault(message, 'messageId', longestMessageId) === undefined ? identifierText(message.messageId) : undefined;
}

function idFault(
  message: PlainObject,
  field: 'messageId' | 'groupId' | 'previousId',
  longest: number,
): SetAside | undefined {
  const value = message[field];
  const code = typeof value === 'string' && value.length > longest ? 'message.id-too-long' : identifierFault(value);
  return code === undefined ? undefined : setAside(code, { field });
}

function messageFault(kind: TrackingKind, message: PlainObject, envelope: Envelope | undefined): SetAside | undefined {
  const odd = idFault(message, 'messageId', longestMessageId) ?? shapeFault(message, envelope);
  if (odd !== undefined) return odd;
  const identifiers = rawIdentifiers(kind, message, envelope);
  if ('type' in identifiers) return identifiers;
  switch (kind) {
    case 'track':
    case 'page':
    case 'screen':
      return nameFault(kind, message) ?? interactionFault(message, envelope);
    case 'identify':
      if (identifiers.length === 0) return setAside('message.nobody');
      return traitsFault(message.traits);
    case 'group':
      return groupFault(message);
    case 'alias':
      return aliasFault(message);
  }
}

function shapeFault(message: PlainObject, envelope: Envelope | undefined): SetAside | undefined {
  if (!isShape(message.context) || !isShape(envelope?.context))
    return setAside('message.field-invalid', { field: 'context' });
  if (!isShape(message.properties)) return setAside('message.field-invalid', { field: 'properties' });
  if (!isShape(message.traits)) return setAside('message.field-invalid', { field: 'traits' });
  return traitsFault(contextField(message, envelope, 'traits'));
}

/** An object, nothing, or `[]`, which is how some languages write an empty object. */
function isShape(value: unknown): boolean {
  return value === undefined || value === null || isPlainObject(value) || (Array.isArray(value) && value.length === 0);
}

function nameFault(kind: 'track' | 'page' | 'screen', message: PlainObject): SetAside | undefined {
  const name = kind === 'track' ? message.event : message.name;
  const field = kind === 'track' ? 'event' : 'name';
  if (typeof name === 'string') {
    if (name.length > longestName) return setAside('message.name-too-long', { field, most: longestName });
    return kind === 'track' && name.trim() === '' ? setAside('message.event-missing') : undefined;
  }
  if (kind === 'track') return setAside('message.event-missing');
  return name === undefined || name === null ? undefined : setAside('message.field-invalid', { field });
}

function interactionFault(message: PlainObject, envelope: Envelope | undefined): SetAside | undefined {
  const declared = contextField(message, envelope, 'interaction');
  if (declared === undefined) return undefined;
  const read = declaredInteraction(declared);
  return read.type === 'set-aside' ? read : undefined;
}

function isDayOnly(message: PlainObject, envelope: Envelope | undefined): boolean {
  const declared = contextField(message, envelope, 'interaction');
  return isPlainObject(declared) && declared.precision === 'day';
}

function traitsFault(traits: unknown): SetAside | undefined {
  if (!isPlainObject(traits)) return undefined;
  const names = Object.keys(traits);
  if (names.length > mostTraits) return setAside('message.too-many-traits', { count: names.length, most: mostTraits });
  return names.some((name) => name.length > longestName)
    ? setAside('message.name-too-long', { field: 'traits', most: longestName })
    : undefined;
}

function groupFault(message: PlainObject): SetAside | undefined {
  const fault = idFault(message, 'groupId', longestMessageId) ?? traitsFault(message.traits);
  if (fault !== undefined) return fault;
  return identifierText(message.groupId) === undefined ? setAside('message.group-missing') : undefined;
}

function aliasFault(message: PlainObject): SetAside | undefined {
  const fault = idFault(message, 'previousId', longestMessageId);
  if (fault !== undefined) return fault;
  const both = identifierText(message.previousId) !== undefined && identifierText(message.userId) !== undefined;
  return both ? undefined : setAside('message.alias-incomplete');
}
