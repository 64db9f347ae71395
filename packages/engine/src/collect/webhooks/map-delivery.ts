import { createHash } from 'node:crypto';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import type { Sentence } from '@throughline/core/collect/proposal/sentence';
import { cloudEvents, mediaType } from '@throughline/core/collect/webhooks/cloud-events';
import { deliveryProblem } from '@throughline/core/collect/webhooks/delivery-problem';
import jsonata from 'jsonata';
import { exactJson } from '../import/read/exact-json.js';

/** What is to be mapped; the headers hold no secret. */
export interface MappingWanted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What names the delivery; messages that have no id of their own are counted once by it. */
  readonly delivery: string | null;
  readonly mapping: string;
}

/** The messages a delivery means, each as JSON text, or why it means none. */
export type Mapped =
  | { readonly type: 'messages'; readonly messages: readonly string[] }
  | {
      readonly type: 'failed';
      readonly code: 'webhook.body-unreadable' | 'webhook.mapping-failed';
      /** What the library says is text. */
      readonly problem: string | Sentence;
    };

const mostMessages = 2_500;
const mostCharacters = 4_000_000;

/**
 * Applies the mapping to a delivery, or to each of its CloudEvents. The expression sees the body as its input, and `$headers` and `$delivery`.
 * Whole numbers that are not exact come as text. Runs for as long as the expression does: in a thread that can be ended.
 */
export async function mapDelivery(wanted: MappingWanted): Promise<Mapped> {
  const read = inputsOf(wanted);
  if (read.type === 'unreadable') return { type: 'failed', code: 'webhook.body-unreadable', problem: read.problem };
  const messages: string[] = [];
  try {
    const expression = jsonata(wanted.mapping);
    for (const { input, name } of read.inputs) {
      const made: unknown = await expression.evaluate(input, { headers: wanted.headers, delivery: wanted.delivery });
      const list = made === undefined || made === null ? [] : Array.isArray(made) ? made : [made];
      list.forEach((message, index) => {
        messages.push(JSON.stringify(named(message, name, index)) ?? 'null');
      });
    }
  } catch (error) {
    return { type: 'failed', code: 'webhook.mapping-failed', problem: problemOf(error) };
  }
  const size = messages.reduce((sum, text) => sum + text.length, 0);
  return messages.length > mostMessages || size > mostCharacters
    ? { type: 'failed', code: 'webhook.mapping-failed', problem: deliveryProblem('too-many-messages') }
    : { type: 'messages', messages };
}

interface Input {
  readonly input: unknown;
  /** What tells it from all others; null if nothing does. */
  readonly name: readonly string[] | null;
}

type Inputs =
  | { readonly type: 'inputs'; readonly inputs: readonly Input[] }
  | { readonly type: 'unreadable'; readonly problem: Sentence };

function inputsOf({ headers, body, delivery }: MappingWanted): Inputs {
  const media = mediaType(headers['content-type']);
  const isBinaryEvent = headers['ce-specversion'] !== undefined;
  let read: unknown;
  try {
    read = media === 'application/x-www-form-urlencoded' ? formFields(body) : exactJson(body);
  } catch {
    // The data of an event in headers may be any text; everything else says by coming here that it is JSON.
    if (!isBinaryEvent || /\bjson\b/.test(media)) return { type: 'unreadable', problem: deliveryProblem('not-json') };
    read = body;
  }
  const found = cloudEvents({ headers, body: read });
  if (found.type === 'unreadable') return found;
  if (found.type === 'none') {
    return { type: 'inputs', inputs: [{ input: read, name: delivery === null ? null : [delivery] }] };
  }
  const inputs = found.events.map((event) => ({ input: event, name: [String(event.source), String(event.id)] }));
  return { type: 'inputs', inputs };
}

function formFields(body: string): Readonly<Record<string, string | readonly string[]>> {
  const fields = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const all = fields.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all];
    }),
  );
}

/** A message without an id gets one that is the same whenever the delivery comes. */
function named(message: unknown, name: readonly string[] | null, index: number): unknown {
  if (name === null || !isPlainObject(message) || (message.messageId ?? null) !== null) return message;
  const messageId = createHash('sha256')
    .update(JSON.stringify([...name, index]))
    .digest('hex');
  return { ...message, messageId };
}

/** What the library says, without the value it says it of: that may be of a person. */
function problemOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return 'it failed';
  const value = 'value' in error && error.value !== undefined ? JSON.stringify(error.value) : undefined;
  const said = String(error.message);
  const plain = value === undefined || value === '' ? said : said.replaceAll(value, '…');
  return 'position' in error && typeof error.position === 'number' ? `${plain} (character ${error.position})` : plain;
}

/** What is wrong with the expression itself; undefined if it can be applied. */
export function mappingFault(mapping: string): string | undefined {
  try {
    jsonata(mapping);
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}
