import { backOffMs } from './back-off.js';
import type { MessageQueue, Waiting } from './message-queue.js';
import { type Outcome, outcomeOf } from './outcome.js';

/** Below what browsers let out of a page that is going away, for all of its requests together (64 kB). */
const mostBytes = 60_000;
const mostWaitMs = 30_000;
const gatherMs = 500;

/*
 *   idle ──add──► gathering (half a second) ──► sending ──kept, unfit──► removed; next batch, or idle
 *                                                  │ again: back-off, or the browser is online again
 *                                                  ▼ refused: nothing more on this page
 *
 * One tab of a site sends at a time (a lock of the browser, where there is one); where two do, or an answer was lost, the server counts each
 * message once by its id. For the same reason the page that goes away may send with `sendBeacon`, whose answer nobody hears, and leave the
 * messages where they are: the next page sends them once more.
 */
export class Sender {
  readonly #url: string;
  readonly #writeKey: string;
  readonly #queue: MessageQueue;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();
  #failures = 0;
  #ended = false;
  #lastBeacon = '';
  readonly #online = (): void => this.#after(0);
  readonly #leaving = (): void => this.#beacon();
  readonly #hiding = (): void => {
    if (document.visibilityState === 'hidden') this.#beacon();
  };

  constructor(host: string, writeKey: string, queue: MessageQueue) {
    this.#url = `${host.replace(/\/+$/, '')}/v1/batch`;
    this.#writeKey = writeKey;
    this.#queue = queue;
    addEventListener('online', this.#online);
    addEventListener('pagehide', this.#leaving);
    document.addEventListener('visibilitychange', this.#hiding);
    this.wake();
  }

  /** Something waits. */
  wake(): void {
    if (this.#timer === undefined) this.#after(gatherMs);
  }

  /** Sends what waits, after what is being sent; resolves when that was tried once. */
  flush(): Promise<void> {
    this.#last = this.#last.then(() => this.#alone(() => this.#sendAll())).catch(reportError);
    return this.#last;
  }

  /** Sends nothing any more. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#online);
    removeEventListener('pagehide', this.#leaving);
    document.removeEventListener('visibilitychange', this.#hiding);
  }

  #after(ms: number): void {
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, ms);
  }

  async #alone(task: () => Promise<void>): Promise<void> {
    const locks = (navigator as { readonly locks?: LockManager }).locks;
    await (locks === undefined ? task() : locks.request('throughline', task));
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const batch = this.#queue.next(mostBytes, Date.now());
      if (this.#ended || batch.length === 0) return;
      const { outcome, retryAfter } = await this.#send(batch);
      if (outcome === 'refused') return this.end();
      if (outcome === 'again') {
        this.#failures += 1;
        return this.#after(backOffMs(this.#failures, Math.random(), retryAfter));
      }
      this.#failures = 0;
      for (const { name } of batch) this.#queue.remove(name);
    }
  }

  async #send(batch: readonly Waiting[]): Promise<{ readonly outcome: Outcome; readonly retryAfter: string | null }> {
    const given = new AbortController();
    const limit = setTimeout(() => given.abort(), mostWaitMs);
    try {
      const body = this.#body(batch);
      const answer = await fetch(this.#url, { method: 'POST', body, credentials: 'omit', signal: given.signal });
      return { outcome: outcomeOf(answer.status), retryAfter: answer.headers.get('retry-after') };
    } catch {
      return { outcome: 'again', retryAfter: null };
    } finally {
      clearTimeout(limit);
    }
  }

  /** Once for what waits, however many signs there are that the page goes. */
  #beacon(): void {
    const batch = this.#queue.next(mostBytes, Date.now());
    const last = batch.at(-1)?.name ?? '';
    if (last === '' || last === this.#lastBeacon) return;
    this.#lastBeacon = last;
    navigator.sendBeacon?.(this.#url, this.#body(batch));
  }

  /** As plain text, so that the browser asks no permission first. */
  #body(batch: readonly Waiting[]): string {
    const head = JSON.stringify({ writeKey: this.#writeKey, sentAt: new Date().toISOString() });
    return `${head.slice(0, -1)},"batch":[${batch.map(({ text }) => text).join(',')}]}`;
  }
}
