import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import type { StagedFile } from '../packages/engine/src/collect/import/staged/staged-file.js';
import { Resolver } from '../packages/engine/src/resolve/worker/resolver.js';
import { publicUrl, setUp, type TestApp, testApp } from './test-app.js';
import { type TestDatabase, testPostgres } from './test-postgres.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The HTTP edge with a workspace whose admin imports files, and a resolver that is moved by hand. */
export class ImportApp {
  readonly test: TestApp;
  readonly database: TestDatabase;
  readonly owner: pg.Client;
  /** Address of the workspace's routes. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly resolver: Resolver;

  private constructor(test: TestApp, database: TestDatabase, owner: pg.Client, slug: string, cookie: string) {
    this.test = test;
    this.database = database;
    this.owner = owner;
    this.base = `/api/w/${slug}`;
    this.headers = { cookie, origin: publicUrl };
    this.resolver = new Resolver({
      url: database.urls.worker,
      owner: randomUUID(),
      log: silent,
      now: Date.now,
      leaseMs: 5_000,
    });
  }

  static async open(): Promise<ImportApp> {
    const database = await testPostgres();
    const test = await testApp(database);
    const owner = new pg.Client({ connectionString: database.urls.owner });
    await owner.connect();
    const { slug, cookie } = await setUp(test);
    return new ImportApp(test, database, owner, slug, cookie);
  }

  async close(): Promise<void> {
    await this.resolver.stop();
    await this.test.close();
    await this.owner.end();
  }

  get staging(): string {
    return join(this.test.dataFolder, 'staging');
  }

  readonly ask = (method: Method, path: string, payload?: object) =>
    this.test.app.inject({
      method,
      url: this.base + path,
      headers: this.headers,
      ...(payload === undefined ? {} : { payload }),
    });

  /** As `ask`, for what is not meant to be refused. */
  readonly call = async <T>(method: Method, path: string, payload?: object): Promise<T> => {
    const answer = await this.ask(method, path, payload);
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode} ${answer.body}`);
    return answer.statusCode === 204 ? (undefined as T) : answer.json<T>();
  };

  /** Hands a file in, as the screen does. */
  readonly drop = (name: string, content: string | Buffer) =>
    this.test.app.inject({
      method: 'POST',
      url: `${this.base}/imports/files?name=${encodeURIComponent(name)}`,
      headers: { ...this.headers, 'content-type': 'application/octet-stream' },
      payload: content,
    });

  readonly staged = async (name: string, content: string | Buffer): Promise<StagedFile> => {
    const answer = await this.drop(name, content);
    if (answer.statusCode !== 201) throw new Error(`${name} answered ${answer.statusCode} ${answer.body}`);
    return answer.json<StagedFile>();
  };

  /** Moves the resolver by hand until the import has come to rest. */
  readonly ended = async (id: string): Promise<ImportRun> => {
    for (;;) {
      await this.resolver.step();
      const run = await this.call<ImportRun>('GET', `/imports/${id}`);
      if (['done', 'failed', 'undone'].includes(run.state)) return run;
      await pause(20);
    }
  };
}
