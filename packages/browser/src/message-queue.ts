import type { Message } from './message.js';
import { memoryStore, type Store } from './store.js';

/** One message that waits. */
export interface Waiting {
  readonly name: string;
  /** As it will be sent. */
  readonly text: string;
}

/** Below the seven days within which the server counts a message once, so that sending again never counts twice. */
const oldestMs = 5 * 24 * 3_600_000;
const mostMessages = 500;
const prefix = 'throughline.queue.';

/**
 * Messages on their way, each under a name of its own, so that two tabs never overwrite each other's. Names begin with the time: they sort in
 * order. Beyond the cap the oldest go; what the store has no room for waits in memory.
 */
export class MessageQueue {
  readonly #store: Store;
  readonly #spare = memoryStore();
  readonly #own: string;
  #count = 0;

  constructor(store: Store, writeKey: string, nowMs: number) {
    this.#store = store;
    this.#own = `.${writeKey}`;
    for (const name of store.names()) if (name.startsWith(prefix) && isOld(name, nowMs)) store.remove(name);
  }

  add(message: Message, nowMs: number): void {
    this.#count += 1;
    const turn = `${nowMs}.${String(this.#count).padStart(6, '0')}`;
    const name = `${prefix}${turn}.${message.messageId}${this.#own}`;
    const text = JSON.stringify(message);
    if (!this.#store.write(name, text)) this.#spare.write(name, text);
    for (const tooMany of this.#names().slice(0, -mostMessages)) this.remove(tooMany);
  }

  /** The oldest that fit into one request, at least one if any waits. Those that became too old are dropped. */
  next(mostBytes: number, nowMs: number): readonly Waiting[] {
    const batch: Waiting[] = [];
    let bytes = 0;
    for (const name of this.#names()) {
      const text = this.#store.read(name) ?? this.#spare.read(name);
      if (text === null) continue;
      if (isOld(name, nowMs)) {
        this.remove(name);
        continue;
      }
      bytes += new Blob([text]).size + 1;
      if (batch.length > 0 && (bytes > mostBytes || batch.length === 100)) break;
      batch.push({ name, text });
    }
    return batch;
  }

  remove(name: string): void {
    this.#store.remove(name);
    this.#spare.remove(name);
  }

  #names(): readonly string[] {
    return [...this.#store.names(), ...this.#spare.names()]
      .filter((name) => name.startsWith(prefix) && name.endsWith(this.#own))
      .sort();
  }
}

/** A time that lies ahead was written by a clock that has been set back since; it counts as old once it is as far off. */
function isOld(name: string, nowMs: number): boolean {
  const sinceMs = nowMs - Number(name.slice(prefix.length).split('.')[0]);
  return !(Math.abs(sinceMs) <= oldestMs);
}
