import type { Envelope } from './json-items.js';
import { isPlainObject, type PlainObject } from './plain-object.js';

type ContextField = 'traits' | 'device' | 'externalIds' | 'interaction' | 'userAgent';

/** A field of the message's context, or else of the context the whole batch was sent with. */
export function contextField(message: PlainObject, envelope: Envelope | undefined, name: ContextField): unknown {
  const own = isPlainObject(message.context) ? message.context[name] : undefined;
  if (own !== undefined || envelope === undefined) return own;
  return isPlainObject(envelope.context) ? envelope.context[name] : undefined;
}
