import { isPlainObject, type PlainObject } from '../plain-object.js';
import type { Sentence } from '../proposal/sentence.js';
import { deliveryProblem } from './delivery-problem.js';

/** A request body, read as far as its media type says, and the request's headers in lower case. */
export interface EventRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type CloudEvents =
  | { readonly type: 'events'; readonly events: readonly PlainObject[] }
  | { readonly type: 'unreadable'; readonly problem: Sentence }
  | { readonly type: 'none' };

/**
 * The CloudEvents (1.0) of a request in any of their modes over HTTP: one or a batch as JSON, or attributes in `ce-` headers with the body as
 * data. Each is given as in the JSON format. `none` if the request does not say that it holds any.
 */
export function cloudEvents({ headers, body }: EventRequest): CloudEvents {
  const media = mediaType(headers['content-type']);
  if (media === 'application/cloudevents+json') return checked([body]);
  if (media === 'application/cloudevents-batch+json') {
    return Array.isArray(body) ? checked(body) : { type: 'unreadable', problem: deliveryProblem('no-list') };
  }
  return headers['ce-specversion'] === undefined ? { type: 'none' } : checked([binaryEvent(headers, body)]);
}

/** `type/subtype` in lower case, without parameters. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function binaryEvent(headers: Readonly<Record<string, string>>, body: unknown): PlainObject {
  const event: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (/^ce-[a-z0-9]{1,20}$/.test(name)) event[name.slice(3)] = decoded(value);
  }
  if (headers['content-type'] !== undefined) event.datacontenttype = headers['content-type'];
  return { ...event, data: body };
}

/** Attribute values are percent-encoded in headers; what is not is taken as it stands. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function checked(given: readonly unknown[]): CloudEvents {
  const events: PlainObject[] = [];
  for (const event of given) {
    if (!isPlainObject(event)) return { type: 'unreadable', problem: deliveryProblem('no-object') };
    const missing = ['id', 'source', 'type'].find((name) => typeof event[name] !== 'string' || event[name] === '');
    if (missing !== undefined)
      return { type: 'unreadable', problem: deliveryProblem('attribute-missing', { attribute: missing }) };
    if (event.specversion !== '1.0') return { type: 'unreadable', problem: deliveryProblem('other-version') };
    events.push(event);
  }
  return { type: 'events', events };
}
