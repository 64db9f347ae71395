import { amountText, readAmount } from './amount.js';
import { contextField } from './context-field.js';
import { currencyCode, type DeclaredInteraction, declaredInteraction } from './declared-interaction.js';
import { defaultDirection } from './default-direction.js';
import { identifierFault, identifierText } from './identifier-text.js';
import type { About, Interaction, Precision } from './interaction.js';
import { isMachineUserAgent } from './is-machine-user-agent.js';
import type { Envelope } from './json-items.js';
import type { MessageKind } from './message-kind.js';
import { isPlainObject, type PlainObject } from './plain-object.js';
import type { SetAside } from './set-aside.js';
import type { SourceSettings } from './source-settings.js';

/**
 * The interaction that a track, page or screen message tells of. What `context.interaction` says wins; else:
 *
 * - value from `properties.value`, `revenue` or `total`, currency from `properties.currency` or the source;
 * - about the order of `properties.order_id` or `orderId`; direction from the name; channel from the source;
 * - marked `machine` if the browser calls itself a robot. Unreadable properties are no fault, they just say nothing here.
 */
export function readInteraction(
  kind: MessageKind,
  message: PlainObject,
  envelope: Envelope | undefined,
  source: SourceSettings,
  precision: Precision,
): Interaction | SetAside {
  const declared = declaredInteraction(contextField(message, envelope, 'interaction'));
  if (declared.type === 'set-aside') return declared;
  const properties = isPlainObject(message.properties) ? message.properties : noProperties;
  const name = nameOf(kind, message);
  const about = declared.about ?? orderOf(properties);
  return {
    name,
    direction: declared.direction ?? defaultDirection(name),
    precision: declared.precision ?? precision,
    channel: declared.channel ?? source.channel,
    ...(declared.touchpoint === undefined ? {} : { touchpoint: declared.touchpoint }),
    ...(about === undefined ? {} : { about }),
    ...(declared.reason === undefined ? {} : { reason: declared.reason }),
    ...(declared.outcome === undefined ? {} : { outcome: declared.outcome }),
    ...(declared.location === undefined ? {} : { location: declared.location }),
    ...amountOf(declared, properties, source),
    marks: {
      machine: declared.marks.machine ?? isMachineUserAgent(contextField(message, envelope, 'userAgent')),
      internal: declared.marks.internal ?? false,
      test: declared.marks.test ?? false,
      void: declared.marks.void ?? false,
    },
    properties,
  };
}

const noProperties: PlainObject = Object.freeze({});

function nameOf(kind: MessageKind, message: PlainObject): string {
  if (kind === 'track') return textOr(message.event, 'Event');
  return textOr(message.name, textOr(message.category, kind === 'page' ? 'Page' : 'Screen'));
}

function textOr(value: unknown, otherwise: string): string {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? otherwise : text;
}

function orderOf(properties: PlainObject): About | undefined {
  for (const value of [properties.order_id, properties.orderId]) {
    const id = identifierFault(value) === undefined ? identifierText(value) : undefined;
    if (id !== undefined && id.length <= 200) return { kind: 'order', id };
  }
  return undefined;
}

function amountOf(
  declared: DeclaredInteraction,
  properties: PlainObject,
  source: SourceSettings,
): Pick<Interaction, 'value' | 'currency'> {
  const value = declared.value ?? propertiesValue(properties);
  if (value === undefined) return {};
  const currency = declared.currency ?? currencyCode(properties.currency) ?? source.currency;
  return currency === undefined ? { value } : { value, currency };
}

function propertiesValue(properties: PlainObject): string | undefined {
  for (const written of [properties.value, properties.revenue, properties.total]) {
    const micros = readAmount(written);
    if (micros !== undefined) return amountText(micros);
  }
  return undefined;
}
