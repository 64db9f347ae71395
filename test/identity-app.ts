import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { cliTokenPath } from '../packages/engine/src/govern/tokens/cli-token.js';
import { Projector } from '../packages/engine/src/resolve/project/projector.js';
import { Resolver } from '../packages/engine/src/resolve/worker/resolver.js';
import { openAnalytics } from '../packages/engine/src/store/analytics/open-analytics.js';
import { migrateAnalytics } from '../packages/engine/src/store/analytics-schema/migrate-analytics.js';
import { setUp, type TestApp, testApp } from './test-app.js';
import type { TestDatabase } from './test-postgres.js';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The HTTP edge with a resolver, a projector and an analytics engine that work while a request is answered. */
export class IdentityApp {
  readonly test: TestApp;
  readonly pool: pg.Pool;
  readonly slug: string;
  readonly #token: string;
  readonly #resolver: Resolver;
  readonly #projector: Projector;
  readonly #close: () => Promise<void>;

  private constructor(
    test: TestApp,
    pool: pg.Pool,
    slug: string,
    token: string,
    workers: { readonly resolver: Resolver; readonly projector: Projector },
    close: () => Promise<void>,
  ) {
    this.test = test;
    this.pool = pool;
    this.slug = slug;
    this.#token = token;
    this.#resolver = workers.resolver;
    this.#projector = workers.projector;
    this.#close = close;
  }

  static async open(database: TestDatabase): Promise<IdentityApp> {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-identity-'));
    const analytics = await openAnalytics({ dataFolder: folder, log: silent });
    await migrateAnalytics(analytics.client());
    const test = await testApp(database, { analytics });
    const { slug } = await setUp(test);
    const token = (await readFile(cliTokenPath(test.dataFolder), 'utf8')).trim();
    const pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 });
    const resolver = new Resolver({
      url: database.urls.worker,
      owner: randomUUID(),
      log: silent,
      now: Date.now,
      leaseMs: 30,
    });
    const projector = new Projector({ pool, analytics, log: silent, clock: Date.now, gapMs: 0, graceMs: 0 });
    await resolver.step();
    return new IdentityApp(test, pool, slug, token, { resolver, projector }, async () => {
      await projector.stop();
      await resolver.stop();
      await test.close();
      await pool.end();
      await analytics.stop();
      await rm(folder, { recursive: true, force: true });
    });
  }

  /** Of the command line, which may do everything. */
  get token(): string {
    return this.#token;
  }

  close(): Promise<void> {
    return this.#close();
  }

  /** Asks as the command line, or with another bearer token; below the workspace unless told. Whatever waits for the resolver is resolved. */
  async ask<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    options: { readonly payload?: object; readonly token?: string; readonly slug?: string } = {},
  ): Promise<Answer<T>> {
    let done = false;
    const answering = this.test.app
      .inject({
        method,
        url: `/api/w/${options.slug ?? this.slug}${path}`,
        headers: { authorization: `Bearer ${options.token ?? this.#token}` },
        ...(options.payload === undefined ? {} : { payload: options.payload }),
      })
      .finally(() => {
        done = true;
      });
    while (!done) await this.#resolver.step();
    const answer = await answering;
    // An answer without content has no body to read.
    return { status: answer.statusCode, body: answer.body === '' ? (undefined as T) : answer.json<T>() };
  }

  /** Adds a source; the server key it sends with. */
  async source(name: string, channel: string, trust = 50): Promise<{ readonly id: string; readonly writeKey: string }> {
    const payload = { name, channel, trust, key: 'server' };
    const { status, body } = await this.ask<{ id: string; writeKey: string }>('POST', '/sources', { payload });
    if (status !== 201) throw new Error(`the source was not added: ${JSON.stringify(body)}`);
    return body;
  }

  /** Makes another workspace; its slug. */
  async workspace(name: string): Promise<string> {
    const settings = { country: 'FR', zone: 'Europe/Paris', currency: 'EUR', language: 'en', weekStartsOn: 1 };
    const made = await this.test.app.inject({
      method: 'POST',
      url: '/api/workspaces',
      headers: { authorization: `Bearer ${this.#token}` },
      payload: { name, ...settings },
    });
    return made.json<{ workspace: string }>().workspace;
  }

  /** Sends messages through the tracking API, and waits until they are people and interactions. */
  async send(writeKey: string, messages: readonly object[]): Promise<void> {
    const sent = await this.test.app.inject({
      method: 'POST',
      url: '/v1/batch',
      headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
      payload: { batch: messages.map((message) => ({ messageId: randomUUID(), ...message })) },
    });
    const { accepted } = sent.json<{ accepted: number }>();
    if (accepted !== messages.length) throw new Error(`not all was accepted: ${sent.body}`);
    await this.settle();
  }

  /** Resolves and projects until nothing is left to do. */
  async settle(): Promise<void> {
    for (;;) {
      while ((await this.#resolver.step()) === 'worked');
      while ((await this.#projector.step()) === 'worked');
      const behind = await this.pool.query(
        `select 1 from consumer c join intake_head h using (workspace) where c.name = 'resolve' and c."offset" < h.next_offset - 1`,
      );
      if (behind.rowCount === 0) return;
    }
  }
}
