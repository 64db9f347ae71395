import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { Resolver } from '../packages/engine/src/resolve/worker/resolver.js';
import { publicUrl, setUp, type TestApp, testApp } from './test-app.js';
import { testPostgres } from './test-postgres.js';

/** The HTTP edge with a workspace that is set up, and a resolver that is moved by hand. */
export interface ResolvingApp {
  readonly test: TestApp;
  /** Sees every row. */
  readonly owner: Client;
  /** Calls the API of the workspace as its admin; throws unless the answer is good. */
  call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object): Promise<T>;
  /** The same, whatever the answer. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
  ): Promise<{ readonly statusCode: number; json(): { readonly code?: string; readonly detail?: string } }>;
  addSource(name: string, key: 'server' | 'public', channel?: string): Promise<string>;
  /** Sends a batch under a write key; what is answered. */
  send(writeKey: string, path: string, batch: readonly object[]): Promise<object>;
  /** Applies the whole log. */
  resolved(): Promise<void>;
  /** Imports a CSV file and waits until it has come to rest. */
  importCsv(mapping: object, content: string): Promise<ImportRun>;
  takeBack(id: string): Promise<void>;
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function resolvingApp(): Promise<ResolvingApp> {
  const postgres = await testPostgres();
  const test = await testApp(postgres);
  const owner = new Client({ connectionString: postgres.urls.owner });
  await owner.connect();
  const { slug, cookie } = await setUp(test);
  const headers = { cookie, origin: publicUrl };
  const url = postgres.urls.worker;
  const resolver = new Resolver({ url, owner: randomUUID(), log: silent, now: Date.now, leaseMs: 5_000 });

  const ask: ResolvingApp['ask'] = (method, path, payload) =>
    test.app.inject({ method, url: `/api/w/${slug}${path}`, headers, ...(payload === undefined ? {} : { payload }) });
  const call = async <T>(...asked: Parameters<ResolvingApp['ask']>): Promise<T> => {
    const answer = await ask(...asked);
    if (answer.statusCode >= 300) throw new Error(`${asked[1]} answered ${answer.statusCode} ${answer.json().detail}`);
    return (answer.statusCode === 204 ? undefined : answer.json()) as T;
  };
  const inState = async (id: string, wanted: ImportRun['state']): Promise<ImportRun> => {
    for (;;) {
      await resolver.step();
      const run = await call<ImportRun>('GET', `/imports/${id}`);
      if (run.state === wanted) return run;
      if (run.state === 'failed') throw new Error(`the import failed: ${run.error?.detail}`);
      await pause(20);
    }
  };

  return {
    test,
    owner,
    ask,
    call,
    async addSource(name, key, channel = 'store') {
      return (await call<{ writeKey: string }>('POST', '/sources', { name, channel, key })).writeKey;
    },
    async send(writeKey, path, batch) {
      const answer = await test.app.inject({
        method: 'POST',
        url: path,
        headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
        payload: JSON.stringify({ batch }),
      });
      return answer.json<object>();
    },
    async resolved() {
      for (;;) {
        await resolver.step();
        const behind = await owner.query(
          `select 1 from consumer c join intake_head h using (workspace)
           where c.name = 'resolve' and c."offset" < h.next_offset - 1`,
        );
        if (behind.rowCount === 0) return;
        await pause(10);
      }
    },
    async importCsv(mapping, content) {
      const order = { fileName: 'file.csv', mapping: JSON.stringify(mapping), createSource: true };
      const { id } = await call<ImportRun>('POST', '/imports', order);
      await test.app.inject({
        method: 'PUT',
        url: `/api/w/${slug}/imports/${id}/file?name=file.csv`,
        headers: { ...headers, 'content-type': 'text/csv' },
        payload: content,
      });
      await call('POST', `/imports/${id}/start`);
      return inState(id, 'done');
    },
    async takeBack(id) {
      await call('POST', `/imports/${id}/undo`);
      await inState(id, 'undone');
    },
    async close() {
      await resolver.stop();
      await test.close();
      await owner.end();
    },
  };
}
