import type { Fields, Message, Saying } from './message.js';
import { MessageQueue } from './message-queue.js';
import type { Consent, Options } from './options.js';
import { pageContext, pageFields } from './page-context.js';
import { onPathChange } from './path-changes.js';
import { firstConsent, privacySignals } from './privacy-signals.js';
import { randomId } from './random-id.js';
import { Sender } from './sender.js';
import { clearStore, localStore, memoryStore } from './store.js';
import type { Throughline } from './throughline.js';
import { Visitor } from './visitor.js';

const mostPending = 200;

/** One for each source that a page tells of. */
export function createThroughline(options: Options): Throughline {
  return new Client(options);
}

/*
 *   pending: messages wait in this object alone; nothing is stored, read or sent
 *   granted: messages go into the queue of the browser and from there to the server
 *   denied:  calls do nothing; what was stored is gone
 */
class Client implements Throughline {
  readonly #options: Options;
  readonly #signals = privacySignals();
  readonly #visitor = new Visitor();
  #consent: Consent = 'pending';
  #categories: Fields | undefined;
  #pending: Message[] = [];
  #open: { readonly queue: MessageQueue; readonly sender: Sender } | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.consent(firstConsent(options, this.#signals));
    if (options.singlePage === true) onPathChange(() => this.page());
  }

  get anonymousId(): string {
    return this.#visitor.anonymousId;
  }

  get userId(): string | undefined {
    return this.#visitor.userId;
  }

  page(name?: string, properties?: Fields): void {
    const seen = { ...pageFields(this.#options.withQuery === true), ...properties };
    this.#say({ type: 'page', ...(name === undefined ? {} : { name }), properties: seen });
  }

  track(event: string, properties: Fields = {}): void {
    this.#say({ type: 'track', event, properties });
  }

  identify(userId?: string | Fields, traits?: Fields): void {
    const isNamed = typeof userId === 'string' || typeof userId === 'number';
    if (isNamed && this.#consent !== 'denied') this.#visitor.signIn(String(userId));
    this.#say({ type: 'identify', traits: traits ?? (isNamed ? {} : (userId ?? {})) });
  }

  group(groupId: string, traits: Fields = {}): void {
    this.#say({ type: 'group', groupId: String(groupId), traits });
  }

  alias(userId: string, previousId: string = this.userId ?? this.anonymousId): void {
    if (this.#consent !== 'denied') this.#say({ type: 'alias', previousId: String(previousId) }, String(userId));
  }

  reset(): void {
    if (this.#consent !== 'denied') this.#visitor.reset();
  }

  consent(answer: Consent, categories?: Readonly<Record<string, boolean>>): void {
    this.#categories = categories ?? this.#categories;
    this.#consent = answer;
    if (answer === 'granted') this.#begin();
    else this.#stop(answer === 'denied');
  }

  flush(): Promise<void> {
    return this.#open?.sender.flush() ?? Promise.resolve();
  }

  #begin(): void {
    if (this.#open !== undefined) return;
    const { host, writeKey } = this.#options;
    const store = localStore() ?? memoryStore();
    const madeUp = this.#visitor.anonymousId;
    this.#visitor.keepIn(store);
    const queue = new MessageQueue(store, writeKey, Date.now());
    for (const message of this.#pending.splice(0)) {
      const { anonymousId } = message.anonymousId === madeUp ? this.#visitor : message;
      queue.add({ ...message, anonymousId }, Date.now());
    }
    this.#open = { queue, sender: new Sender(host, writeKey, queue) };
  }

  #stop(isDenied: boolean): void {
    this.#open?.sender.end();
    this.#open = undefined;
    if (!isDenied) return;
    const store = localStore();
    if (store !== undefined) clearStore(store);
    this.#visitor.forget();
    this.#pending = [];
  }

  #say(said: Saying, userId: string | undefined = this.userId): void {
    if (this.#consent === 'denied') return;
    const now = new Date();
    const copied = copyOf(said);
    if (copied === undefined) return;
    const message: Message = {
      ...copied,
      messageId: randomId(),
      timestamp: now.toISOString(),
      anonymousId: this.anonymousId,
      ...(userId === undefined ? {} : { userId }),
      context: { ...pageContext(this.#options.withQuery === true), ...this.#consentContext() },
    };
    if (this.#open === undefined) this.#pending = [...this.#pending, message].slice(-mostPending);
    else {
      this.#open.queue.add(message, now.getTime());
      this.#open.sender.wake();
    }
  }

  #consentContext(): Fields {
    const { globalPrivacyControl, doNotTrack } = this.#signals;
    const consent = {
      ...(globalPrivacyControl ? { globalPrivacyControl } : {}),
      ...(doNotTrack ? { doNotTrack } : {}),
      ...(this.#categories === undefined ? {} : { categoryPreferences: this.#categories }),
    };
    return Object.keys(consent).length === 0 ? {} : { consent };
  }
}

/** As it is now, whatever the site does with its objects later. What is no JSON is reported as the site's error, and not told. */
function copyOf(said: Saying): Saying | undefined {
  try {
    return JSON.parse(JSON.stringify(said)) as Saying;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
