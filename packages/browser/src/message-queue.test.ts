import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from './message.js';
import { MessageQueue } from './message-queue.js';
import { memoryStore, type Store } from './store.js';

const now = Date.UTC(2026, 2, 4);
const dayMs = 24 * 3_600_000;

const message = (messageId: string, event = 'Viewed'): Message => ({
  type: 'track',
  event,
  properties: {},
  messageId,
  timestamp: new Date(now).toISOString(),
  anonymousId: 'a',
  context: {},
});
const idsOf = (queue: MessageQueue, mostBytes = 60_000, nowMs = now): readonly string[] =>
  queue.next(mostBytes, nowMs).map(({ text }) => (JSON.parse(text) as Message).messageId);

describe('the queue of messages', () => {
  it('gives a later page what an earlier one left, in order and with the same ids', () => {
    const store = memoryStore();
    const earlier = new MessageQueue(store, 'key', now);
    earlier.add(message('one'), now);
    earlier.add(message('two'), now);
    expect(idsOf(new MessageQueue(store, 'key', now + 1_000))).toEqual(['one', 'two']);
  });

  it('holds what two tabs add at once', () => {
    const store = memoryStore();
    const [left, right] = [new MessageQueue(store, 'key', now), new MessageQueue(store, 'key', now)];
    left.add(message('left'), now);
    right.add(message('right'), now);
    expect([...idsOf(left)].sort()).toEqual(['left', 'right']);
    expect(idsOf(right)).toEqual(idsOf(left));
  });

  it('leaves alone what belongs to another source', () => {
    const store = memoryStore();
    new MessageQueue(store, 'theirs', now).add(message('x'), now);
    expect(idsOf(new MessageQueue(store, 'ours', now))).toEqual([]);
    expect(idsOf(new MessageQueue(store, 'theirs', now))).toEqual(['x']);
  });

  it('drops what is older than five days, whoever left it', () => {
    const store = memoryStore();
    new MessageQueue(store, 'key', now).add(message('old'), now);
    new MessageQueue(store, 'gone', now).add(message('other'), now);
    const later = now + 5 * dayMs + 1;
    expect(idsOf(new MessageQueue(store, 'key', later), 60_000, later)).toEqual([]);
    expect(store.names()).toEqual([]);
  });

  it('keeps the newest five hundred', () => {
    const queue = new MessageQueue(memoryStore(), 'key', now);
    for (let n = 0; n < 520; n += 1) queue.add(message(`m${n}`), now + n);
    const all: string[] = [];
    for (let batch = queue.next(60_000, now); batch.length > 0; batch = queue.next(60_000, now)) {
      for (const { name, text } of batch) {
        all.push((JSON.parse(text) as Message).messageId);
        queue.remove(name);
      }
    }
    expect(all).toEqual(Array.from({ length: 500 }, (_, n) => `m${n + 20}`));
  });

  it('keeps in memory what the browser has no room for', () => {
    const full: Store = { ...memoryStore(), write: () => false };
    const queue = new MessageQueue(full, 'key', now);
    queue.add(message('one'), now);
    expect(idsOf(queue)).toEqual(['one']);
    for (const { name } of queue.next(60_000, now)) queue.remove(name);
    expect(idsOf(queue)).toEqual([]);
  });

  it('makes batches that fit and together hold each message once, in order, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 40 }), (sizes) => {
        const queue = new MessageQueue(memoryStore(), 'key', now);
        sizes.forEach((size, n) => {
          queue.add(message(`m${n}`, 'é'.repeat(size)), now);
        });
        const seen: string[] = [];
        for (let batch = queue.next(20_000, now); batch.length > 0; batch = queue.next(20_000, now)) {
          const bytes = batch.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 0);
          expect(batch.length === 1 || bytes <= 20_000).toBe(true);
          for (const { name, text } of batch) {
            seen.push((JSON.parse(text) as Message).messageId);
            queue.remove(name);
          }
        }
        expect(seen).toEqual(sizes.map((_, n) => `m${n}`));
      }),
      { numRuns: 200 },
    );
  });
});
