import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicUrl, setUp, type TestApp, testApp } from '../../../../../test/test-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { Resolver } from '../../resolve/worker/resolver.js';
import type { ImportRun } from '../import/import-run.js';

let test: TestApp;
let owner: Client;
let resolver: Resolver;
let base = '';
let headers: Record<string, string> = {};
const keys = { server: '', public: '' };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeAll(async () => {
  const postgres = await testPostgres();
  test = await testApp(postgres);
  owner = new Client({ connectionString: postgres.urls.owner });
  await owner.connect();
  const { slug, cookie } = await setUp(test);
  base = `/api/w/${slug}`;
  headers = { cookie, origin: publicUrl };
  resolver = new Resolver({
    url: postgres.urls.worker,
    owner: randomUUID(),
    log: silent,
    now: Date.now,
    leaseMs: 5_000,
  });
  for (const key of ['server', 'public'] as const) {
    const { writeKey } = await call<{ writeKey: string }>('POST', '/sources', {
      name: `Doors ${key}`,
      channel: 'store',
      key,
    });
    keys[key] = writeKey;
  }
});
afterAll(async () => {
  await resolver.stop();
  await test.close();
  await owner.end();
});

async function call<T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<T> {
  const answer = await test.app.inject({
    method,
    url: base + path,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode} ${answer.body}`);
  return answer.json<T>();
}

const send = (batch: readonly object[], key: 'server' | 'public' = 'server', path = '/v1/counts') =>
  test.app.inject({
    method: 'POST',
    url: path,
    headers: { authorization: `Basic ${Buffer.from(`${keys[key]}:`).toString('base64')}` },
    payload: JSON.stringify({ batch }),
  });

/** Moves the resolver by hand until the whole log is applied. */
async function resolved(): Promise<void> {
  for (;;) {
    await resolver.step();
    const behind = await owner.query(
      `select 1 from consumer c join intake_head h using (workspace) where c.name = 'resolve' and c."offset" < h.next_offset - 1`,
    );
    if (behind.rowCount === 0) return;
    await pause(10);
  }
}

interface Values {
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly day: string; readonly value: number; readonly buckets: number }[];
  readonly places: readonly { readonly location: string; readonly value: number }[];
}
const values = (measure: string, per: string) => call<Values>('GET', `/counts/values?measure=${measure}&per=${per}`);
const footfall = (hour: number, value: unknown, location = 'LDS') => ({
  measure: 'footfall',
  per: 'hour',
  timestamp: `2026-05-14T${String(hour).padStart(2, '0')}:10:00`,
  location,
  value,
});

it('counts are kept, each that cannot be used is said and set aside, and nobody comes of them', async () => {
  const answer = await send([footfall(9, 10), footfall(9, 7, 'YRK'), footfall(10, 'many'), footfall(11, 2.5)]);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    accepted: 3,
    setAside: [{ index: 2, code: 'count.value-unreadable' }],
  });
  await resolved();
  expect(await values('footfall', 'hour')).toEqual({
    from: '2026-04-17',
    to: '2026-05-14',
    days: [{ day: '2026-05-14', value: 19.5, buckets: 3 }],
    places: [
      expect.objectContaining({ location: 'LDS', value: 12.5 }),
      expect.objectContaining({ location: 'YRK', value: 7 }),
    ],
  });
  const derived = await owner.query(
    'select (select count(*) from identifier) + (select count(*) from manifest) as rows',
  );
  expect(Number(derived.rows[0]?.rows)).toBe(0);
});

it('a later value for the same bucket takes the place of the former, which is not forgotten', async () => {
  await send([footfall(9, 11)]);
  await resolved();
  expect((await values('footfall', 'hour')).days).toEqual([{ day: '2026-05-14', value: 20.5, buckets: 3 }]);
  const { items } = await call<{ items: readonly object[] }>('GET', '/counts/replaced?measure=footfall&per=hour');
  expect(items).toMatchObject([
    { location: 'LDS', startsAt: '2026-05-14T07:00:00.000Z', value: 11, isCurrent: true },
    { location: 'LDS', startsAt: '2026-05-14T07:00:00.000Z', value: 10, isCurrent: false },
  ]);
});

it('a level is averaged, never added', async () => {
  const queue = (minute: number, value: number) => ({
    measure: 'queue',
    per: 'quarter_hour',
    adds: false,
    timestamp: `2026-05-14T09:${minute}:00`,
    value,
  });
  await send([queue(10, 4), queue(20, 8)]);
  await resolved();
  expect((await values('queue', 'quarter_hour')).days).toEqual([{ day: '2026-05-14', value: 6, buckets: 2 }]);
});

it('a key that stands in a page may not count, by neither way', async () => {
  const refused = await send([footfall(9, 1000)], 'public');
  expect(refused.json()).toMatchObject({ status: 403, code: 'intake.server-key-needed' });
  const batch = await send([{ type: 'count', ...footfall(9, 1000) }], 'public', '/v1/batch');
  expect(batch.json()).toMatchObject({ accepted: 0, setAside: [{ code: 'record.key-public' }] });
});

it('a count that was mended on screen counts for its own bucket', async () => {
  const { items } = await call<{ items: readonly { id: string; code: string }[] }>(
    'GET',
    '/set-aside/items?code=count.value-unreadable',
  );
  await call('POST', `/set-aside/${items[0]?.id}/replay`, { body: JSON.stringify(footfall(10, 3)) });
  await resolved();
  expect((await values('footfall', 'hour')).days).toEqual([{ day: '2026-05-14', value: 23.5, buckets: 4 }]);
});

it('a file of counts is imported by a mapping, and what it replaced is back when it is taken back', async () => {
  const mapping = {
    version: 1,
    source: 'Doors server',
    file: { format: 'csv' },
    zone: 'Europe/Berlin',
    rows: [
      {
        rule: 'door',
        make: 'count',
        measure: 'footfall',
        number: '{people}',
        time: { from: '{day} {hour}', format: 'dd.MM.yyyy H' },
        per: 'hour',
        location: '{store}',
      },
    ],
  };
  const made = await call<ImportRun>('POST', '/imports', { fileName: 'doors.csv', mapping: JSON.stringify(mapping) });
  await test.app.inject({
    method: 'PUT',
    url: `${base}/imports/${made.id}/file?name=doors.csv`,
    headers: { ...headers, 'content-type': 'text/csv' },
    payload: 'day,hour,store,people\n14.05.2026,9,LDS,100\n15.05.2026,9,LDS,50\n15.05.2026,10,LDS,few\n',
  });
  await call('POST', `/imports/${made.id}/start`);
  const state = async (wanted: string): Promise<ImportRun> => {
    for (;;) {
      await resolver.step();
      const run = await call<ImportRun>('GET', `/imports/${made.id}`);
      if (run.state === wanted) return run;
      await pause(20);
    }
  };
  expect(await state('done')).toMatchObject({ read: 3, accepted: 2, setAside: 1, interactions: 0 });
  expect((await values('footfall', 'hour')).days).toEqual([
    { day: '2026-05-14', value: 112.5, buckets: 4 },
    { day: '2026-05-15', value: 50, buckets: 1 },
  ]);
  await call('POST', `/imports/${made.id}/undo`);
  await state('undone');
  expect((await values('footfall', 'hour')).days).toEqual([{ day: '2026-05-14', value: 23.5, buckets: 4 }]);
});

it('what is counted is listed by measure and bucket', async () => {
  const { items } = await call<{ items: readonly object[] }>('GET', '/counts');
  expect(items).toMatchObject([
    { measure: 'footfall', per: 'hour', adds: true, places: 2 },
    { measure: 'queue', per: 'quarter_hour', adds: false, places: 1 },
  ]);
});
