import { contextField } from './context-field.js';
import { timeFlag } from './corrected-time.js';
import { identifierText } from './identifier-text.js';
import type { Interaction } from './interaction.js';
import type { Envelope } from './json-items.js';
import { isRecordKind, type MessageKind } from './message-kind.js';
import { isPlainObject, type PlainObject } from './plain-object.js';
import { type RawIdentifier, rawIdentifiers } from './raw-identifiers.js';
import { readInteraction } from './read-interaction.js';
import { type CompanyRecord, readRecord } from './records/read-record.js';
import { type SetAside, setAside } from './set-aside.js';
import type { SourceSettings } from './source-settings.js';

/** An identifier in the one form it is stored and compared in. */
export interface NormalIdentifier {
  readonly namespace: string;
  readonly value: string;
}

/** The normaliser of the room downstream, passed in. */
export type NormaliseIdentifier = (
  given: { readonly namespace: string; readonly value: unknown },
  options: { readonly defaultCountry?: string | undefined },
) =>
  | { readonly type: 'identifier'; readonly identifier: NormalIdentifier }
  | { readonly type: 'left-out'; readonly reason: string };

/** A message of the log, as intake stored it. */
export interface LoggedMessage {
  readonly kind: MessageKind;
  readonly body: unknown;
  readonly envelope?: Envelope;
  /** Bits of `timeFlag`. */
  readonly timeFlags: number;
}

/** What one source says about a trait; `null` says that it is empty. `value` is JSON. */
export interface Claim {
  readonly trait: string;
  readonly value: unknown;
}

export interface MessageReading {
  readonly type: 'message';
  readonly kind: MessageKind;
  /** Whom it names, without repetitions, in the order of `rawIdentifiers`. Empty: nobody. */
  readonly identifiers: readonly NormalIdentifier[];
  /** Identifiers that name nobody ("n/a", an address without @), and why. The values are as sent. */
  readonly leftOut: readonly (RawIdentifier & { readonly reason: string })[];
  /** Of an identify: its traits; of the others: `context.traits`. Of a group: still the person's. */
  readonly claims: readonly Claim[];
  readonly group?: {
    readonly id: string;
    readonly kind: 'account' | 'household';
    readonly traits: readonly Claim[];
  };
  /**
   * Of an alias call: what it joins. The tracking API does not say whether `previousId` was a user id or an anonymous one, so it names
   * both nodes, the likelier first; the one that nobody else names stays without events.
   */
  readonly alias?: { readonly previous: readonly NormalIdentifier[]; readonly current: NormalIdentifier };
  /** Of track, page and screen. */
  readonly interaction?: Interaction;
  /** Of what is about the company: everything it tells, and nobody is named. */
  readonly record?: CompanyRecord;
}

/**
 * Everything that resolving needs to know of a message. A message that intake took may still be set aside here: under a newer reading of
 * the same fields, or when normalising leaves an identify or alias call nobody to speak of.
 */
export function readMessage(
  logged: LoggedMessage,
  source: SourceSettings,
  normalise: NormaliseIdentifier,
): MessageReading | SetAside {
  const { kind, body: message, envelope } = logged;
  if (!isPlainObject(message)) return setAside('message.not-an-object');
  if (isRecordKind(kind)) {
    const record = readRecord(kind, message, source.zone);
    return 'type' in record ? record : { type: 'message', kind, identifiers: [], leftOut: [], claims: [], record };
  }
  const raw = rawIdentifiers(kind, message, envelope);
  if ('type' in raw) return raw;
  const { identifiers, leftOut } = normalised(raw, source, normalise);
  const reading = { type: 'message' as const, kind, identifiers, leftOut, claims: claimsOf(kind, message, envelope) };
  switch (kind) {
    case 'identify':
      return identifiers.length === 0 ? setAside('message.nobody') : reading;
    case 'group': {
      const group = groupOf(message, source);
      return group === undefined ? setAside('message.group-missing') : { ...reading, group };
    }
    case 'alias': {
      const alias = aliasOf(message, source, normalise);
      return alias === undefined ? setAside('message.alias-incomplete') : { ...reading, alias };
    }
    default: {
      const precision = (logged.timeFlags & timeFlag.dayPrecision) === 0 ? 'instant' : 'day';
      const interaction = readInteraction(kind, message, envelope, source, precision);
      return 'type' in interaction ? interaction : { ...reading, interaction };
    }
  }
}

type Normalised = Pick<MessageReading, 'identifiers' | 'leftOut'>;

function normalised(raw: readonly RawIdentifier[], source: SourceSettings, normalise: NormaliseIdentifier): Normalised {
  const identifiers: NormalIdentifier[] = [];
  const leftOut: (RawIdentifier & { readonly reason: string })[] = [];
  for (const given of raw) {
    const result = normalise(given, { defaultCountry: source.country });
    if (result.type === 'left-out') leftOut.push({ ...given, reason: result.reason });
    else if (!identifiers.some((known) => isSame(known, result.identifier))) identifiers.push(result.identifier);
  }
  return { identifiers, leftOut };
}

function isSame(a: NormalIdentifier, b: NormalIdentifier): boolean {
  return a.namespace === b.namespace && a.value === b.value;
}

function claimsOf(kind: MessageKind, message: PlainObject, envelope: Envelope | undefined): readonly Claim[] {
  const ofContext = contextField(message, envelope, 'traits');
  if (kind !== 'identify') return claims(ofContext);
  const own = claims(message.traits);
  const said = new Set(own.map(({ trait }) => trait));
  return [...own, ...claims(ofContext).filter(({ trait }) => !said.has(trait))];
}

function claims(traits: unknown): readonly Claim[] {
  if (!isPlainObject(traits)) return [];
  return Object.entries(traits).map(([trait, value]) => ({ trait, value }));
}

function groupOf(message: PlainObject, source: SourceSettings): MessageReading['group'] {
  const id = identifierText(message.groupId);
  if (id === undefined) return undefined;
  return { id, kind: source.groups ?? 'account', traits: claims(message.traits) };
}

function aliasOf(
  message: PlainObject,
  source: SourceSettings,
  normalise: NormaliseIdentifier,
): MessageReading['alias'] {
  const previousId = identifierText(message.previousId);
  const userId = identifierText(message.userId);
  if (previousId === undefined || userId === undefined) return undefined;
  const isAnonymous = previousId === identifierText(message.anonymousId);
  const namespaces = isAnonymous ? ['anonymous_id'] : ['user_id', 'anonymous_id'];
  const raw = namespaces.map((namespace) => ({ namespace, value: previousId }));
  const previous = normalised(raw, source, normalise).identifiers;
  const [current] = normalised([{ namespace: 'user_id', value: userId }], source, normalise).identifiers;
  return current === undefined || previous.length === 0 ? undefined : { previous, current };
}
