import { contextField } from './context-field.js';
import { identifierFault, identifierText } from './identifier-text.js';
import type { Envelope } from './json-items.js';
import type { MessageKind } from './message-kind.js';
import { isPlainObject, type PlainObject } from './plain-object.js';
import { type SetAside, setAside } from './set-aside.js';

/** An identifier as it was sent, before normalising. */
export interface RawIdentifier {
  readonly namespace: string;
  readonly value: string;
}

/** These name an occasion, not a somebody: an event without person is recorded under one of them if it has one. */
export const passingNamespaces: ReadonlySet<string> = new Set(['receipt', 'call_id']);

export const mostIdentifiers = 20;

/**
 * Everything in a message that says who it is about, strongest place first: `userId`, `context.externalIds` (in order), e-mail and phone of
 * `traits` (identify) and `context.traits`, `anonymousId`, `context.device.id`. May hold the same identifier twice. Empty: nobody is named.
 *
 * E-mail, phone and device id that are no text or whole number are traits without meaning, not faults; the others are set aside.
 */
export function rawIdentifiers(
  kind: MessageKind,
  message: PlainObject,
  envelope: Envelope | undefined,
): readonly RawIdentifier[] | SetAside {
  const found: RawIdentifier[] = [];
  const userFault = addId(found, 'user_id', 'userId', message.userId);
  if (userFault !== undefined) return userFault;
  const externalIds = contextField(message, envelope, 'externalIds');
  if (externalIds !== undefined && externalIds !== null) {
    const fault = addExternalIds(found, externalIds);
    if (fault !== undefined) return fault;
  }
  if (kind !== 'group') addFromTraits(found, message.traits);
  addFromTraits(found, contextField(message, envelope, 'traits'));
  const anonymousFault = addId(found, 'anonymous_id', 'anonymousId', message.anonymousId);
  if (anonymousFault !== undefined) return anonymousFault;
  const device = contextField(message, envelope, 'device');
  if (isPlainObject(device)) addLoose(found, 'device_id', device.id);
  return found.length > mostIdentifiers ? setAside('message.too-many-identifiers', { most: mostIdentifiers }) : found;
}

function addId(found: RawIdentifier[], namespace: string, field: string, value: unknown): SetAside | undefined {
  const fault = identifierFault(value);
  if (fault !== undefined) return setAside(fault, { field });
  const text = identifierText(value);
  if (text !== undefined) found.push({ namespace, value: text });
  return undefined;
}

function addLoose(found: RawIdentifier[], namespace: string, value: unknown): void {
  if (identifierFault(value) !== undefined) return;
  const text = identifierText(value);
  if (text !== undefined) found.push({ namespace, value: text });
}

function addFromTraits(found: RawIdentifier[], traits: unknown): void {
  if (!isPlainObject(traits)) return;
  addLoose(found, 'email', traits.email);
  addLoose(found, 'phone', traits.phone);
}

function addExternalIds(found: RawIdentifier[], externalIds: unknown): SetAside | undefined {
  if (!Array.isArray(externalIds)) return setAside('message.external-id-invalid', { place: 0 });
  for (const [index, entry] of externalIds.entries()) {
    const namespace = isPlainObject(entry) ? namespaceOf(entry.type) : undefined;
    if (namespace === undefined) return setAside('message.external-id-invalid', { place: index + 1 });
    const fault = addId(found, namespace, `context.externalIds[${index}].id`, entry.id);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** `Loyalty card` and `loyalty-card` are `loyalty_card`, `ios.idfa` is `ios_idfa`; what follows a colon (`crm:acme-2`) keeps its dots and hyphens. */
export function namespaceOf(type: unknown): string | undefined {
  if (typeof type !== 'string' || type.length > 64) return undefined;
  if (namespaceForm.test(type)) return type;
  const [family = '', ...member] = type.trim().toLowerCase().split(':');
  const name = [family.replace(/[\s.-]+/g, '_'), ...member.map((part) => part.replace(/\s+/g, '_'))].join(':');
  return namespaceForm.test(name) ? name : undefined;
}

const namespaceForm = /^[a-z][a-z0-9_]*(?::[a-z0-9][a-z0-9_.-]*)?$/;
