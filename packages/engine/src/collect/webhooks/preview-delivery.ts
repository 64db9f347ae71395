import { singleItem } from '@throughline/core/collect/json-items';
import type { Sentence } from '@throughline/core/collect/proposal/sentence';
import { reasonInWords } from '@throughline/core/collect/reason';
import { validateMessage } from '@throughline/core/collect/validate-message';
import type { Words } from '@throughline/core/words/words';
import { mapInThread } from './delivery-mapper.js';

export interface Sample {
  readonly mapping: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type DeliveryPreview =
  | {
      readonly type: 'messages';
      readonly messages: { readonly text: string; readonly fault: string | null }[];
      readonly of: number;
    }
  | { readonly type: 'failed'; readonly problem: string };

const shown = 20;

/** What a mapping would make of a sample, and what is wrong with each message; keeps nothing. */
export async function previewDelivery(sample: Sample, nowMs: number, words: Words): Promise<DeliveryPreview> {
  const mapped = await mapInThread({ ...sample, delivery: 'sample' }, nowMs);
  if (mapped.type === 'failed') return { type: 'failed', problem: inWords(mapped.problem, words) };
  const messages = mapped.messages.slice(0, shown).map((text) => {
    const read = singleItem(text);
    const item = (read.type === 'items' ? read.items[0] : undefined) ?? { text, value: null, depth: 0 };
    const judged = validateMessage(item, { receivedAtMs: nowMs, zone: 'UTC' });
    return {
      text: JSON.stringify(JSON.parse(text), null, 2),
      fault: judged.type === 'valid' ? null : reasonInWords(judged, words),
    };
  });
  return { type: 'messages', messages, of: mapped.messages.length };
}

function inWords(problem: string | Sentence, { say }: Words): string {
  return typeof problem === 'string' ? problem : say(problem.key, problem.values);
}
