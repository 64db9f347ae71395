import { setTimeout as pause } from 'node:timers/promises';

export interface Acknowledged {
  /** Messages whose request was answered with 2xx, by id. */
  readonly tracks: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

export interface SteadyClientsOptions {
  /** Where the server is at the moment. */
  readonly url: () => string;
  readonly writeKey: string;
  readonly clients: number;
  readonly batch: number;
  /** Rest between two requests of a client. */
  readonly restMs: number;
  /** How many visitors most messages are of. */
  readonly visitors: number;
}

/** Clients that send batches one after the other; each is sent again, under the same message ids, until it is acknowledged. */
export class SteadyClients {
  readonly #options: SteadyClientsOptions;
  readonly #tracks = new Set<string>();
  readonly #others = new Set<string>();
  readonly #running: Promise<void>[] = [];
  #stopping = false;
  #next = 0;
  retries = 0;
  /** When the latest of the acknowledged requests was begun: what was acknowledged before a kill may still be on its way after it. */
  acknowledgedBegunAtMs = 0;
  /** Answers that are neither 2xx nor "send again". */
  readonly odd: string[] = [];

  constructor(options: SteadyClientsOptions) {
    this.#options = options;
    for (let client = 0; client < options.clients; client += 1) this.#running.push(this.#run());
  }

  get acknowledged(): Acknowledged {
    return { tracks: this.#tracks, others: this.#others };
  }

  /** Lets each client finish what it sends. */
  async stop(): Promise<Acknowledged> {
    this.#stopping = true;
    await Promise.all(this.#running);
    return this.acknowledged;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const batch = Array.from({ length: this.#options.batch }, () => this.#message(this.#next++));
      const body = JSON.stringify({ batch });
      let begunAtMs = Date.now();
      while (!(await this.#send(body))) {
        this.retries += 1;
        await pause(25);
        begunAtMs = Date.now();
      }
      this.acknowledgedBegunAtMs = Math.max(this.acknowledgedBegunAtMs, begunAtMs);
      for (const { messageId, type } of batch) (type === 'track' ? this.#tracks : this.#others).add(messageId);
      await pause(this.#options.restMs);
    }
  }

  async #send(body: string): Promise<boolean> {
    try {
      const answer = await fetch(`${this.#options.url()}/v1/batch`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${this.#options.writeKey}:`).toString('base64')}` },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      const said = (await answer.json()) as { accepted?: number };
      if (answer.status === 200 && said.accepted !== this.#options.batch) this.odd.push(JSON.stringify(said));
      if (![200, 429, 500, 503, 507].includes(answer.status)) this.odd.push(`${answer.status} ${JSON.stringify(said)}`);
      return answer.status === 200;
    } catch {
      return false;
    }
  }

  /** Each twentieth message signs a visitor in whom the one before made known; three visitors are one user. */
  #message(n: number): Sent {
    const turn = n % 20;
    const anonymousId = `a${turn === 0 ? n : turn === 19 ? n + 1 : n % this.#options.visitors}`;
    const timestamp = new Date(Date.UTC(2026, 0, 1) + (n % 1_000_000) * 1_000).toISOString();
    const common = { messageId: `k${n}`, anonymousId, timestamp };
    return turn === 0
      ? { ...common, type: 'identify', userId: `u${Math.floor(n / 60)}` }
      : { ...common, type: 'track', event: 'Ordered', properties: { n } };
  }
}

type Sent = { readonly messageId: string; readonly anonymousId: string; readonly timestamp: string } & (
  | { readonly type: 'identify'; readonly userId: string }
  | { readonly type: 'track'; readonly event: string; readonly properties: object }
);
