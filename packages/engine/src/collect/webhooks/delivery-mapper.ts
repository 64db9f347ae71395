import type { Sentence } from '@throughline/core/collect/proposal/sentence';
import { deliveryProblem } from '@throughline/core/collect/webhooks/delivery-problem';
import { AnsweringThread } from '../../store/answering-thread.js';
import { compiledEntry } from '../../store/compiled-entry.js';
import type { Mapped, MappingWanted } from './map-delivery.js';
import type { MappingAnswer, MappingQuestion } from './mapping-thread.js';

/** Of one delivery. Half a megabyte takes a hundredth of it. */
const mostMs = 2_000;
const mostMegabytes = 64;
const heldForMs = 60_000;

/*
 * One thread for the expressions of all webhooks, one delivery at a time:
 *
 *   asked ──► waits for its turn ──► runs ──► answered
 *                                     │ longer than two seconds, or more than its memory: the thread is ended
 *                                     ▼
 *                                   failed; for a minute the same expression fails at once, so that others need not wait for it again
 */

const thread = new AnsweringThread<MappingQuestion, MappingAnswer>(
  compiledEntry(import.meta.url, './mapping-thread.js'),
  'webhook mappings',
  mostMegabytes,
);
const held = new Map<string, number>();
let last: Promise<unknown> = Promise.resolve();

/** Applies a mapping without ever keeping the server waiting; never throws for what the expression does. */
export async function mapInThread(wanted: MappingWanted, nowMs: number): Promise<Mapped> {
  if ((held.get(wanted.mapping) ?? 0) > nowMs) return failed(deliveryProblem('held'));
  const answer = await inTurn({ type: 'map', wanted });
  if (answer.type !== 'stopped')
    return answer.type === 'messages' || answer.type === 'failed' ? answer : failed(deliveryProblem('failed'));
  for (const [mapping, untilMs] of held) if (untilMs <= nowMs) held.delete(mapping);
  held.set(wanted.mapping, nowMs + heldForMs);
  return failed(deliveryProblem('too-long'));
}

/** What is wrong with an expression; undefined if it can be applied. */
export async function faultOfMapping(mapping: string): Promise<string | undefined> {
  const answer = await inTurn({ type: 'check', mapping });
  return answer.type === 'checked' ? (answer.fault ?? undefined) : 'it takes too long to read';
}

type Answer = MappingAnswer | { readonly type: 'stopped' };

function inTurn(question: MappingQuestion): Promise<Answer> {
  const mine = last.then(() => answered(question));
  last = mine;
  return mine;
}

async function answered(question: MappingQuestion): Promise<Answer> {
  let limit: NodeJS.Timeout | undefined;
  try {
    await thread.ask({ type: 'ready' });
    limit = setTimeout(() => thread.stop(), mostMs);
    return await thread.ask(question);
  } catch {
    return { type: 'stopped' };
  } finally {
    clearTimeout(limit);
  }
}

const failed = (problem: Sentence): Mapped => ({ type: 'failed', code: 'webhook.mapping-failed', problem });
