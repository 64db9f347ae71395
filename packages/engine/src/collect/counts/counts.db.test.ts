import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ResolvingApp, resolvingApp } from '../../../../../test/resolving-app.js';

let app: ResolvingApp;
const keys = { server: '', public: '' };

beforeAll(async () => {
  app = await resolvingApp();
  for (const key of ['server', 'public'] as const) keys[key] = await app.addSource(`Doors ${key}`, key);
});
afterAll(() => app.close());

const send = (batch: readonly object[]) => app.send(keys.server, '/v1/counts', batch);

interface Values {
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly day: string; readonly value: number; readonly buckets: number }[];
  readonly places: readonly { readonly location: string; readonly value: number }[];
}
const values = (measure: string, per: string) =>
  app.call<Values>('GET', `/counts/values?measure=${measure}&per=${per}`);
const footfall = (hour: number, value: unknown, location = 'LDS') => ({
  measure: 'footfall',
  per: 'hour',
  timestamp: `2026-05-14T${String(hour).padStart(2, '0')}:10:00`,
  location,
  value,
});

it('counts are kept, each that cannot be used is said and set aside, and nobody comes of them', async () => {
  const answer = await send([footfall(9, 10), footfall(9, 7, 'YRK'), footfall(10, 'many'), footfall(11, 2.5)]);
  expect(answer).toMatchObject({
    accepted: 3,
    setAside: [{ index: 2, code: 'count.value-unreadable' }],
  });
  await app.resolved();
  expect(await values('footfall', 'hour')).toEqual({
    from: '2026-04-17',
    to: '2026-05-14',
    days: [{ day: '2026-05-14', value: 19.5, buckets: 3 }],
    places: [
      expect.objectContaining({ location: 'LDS', value: 12.5 }),
      expect.objectContaining({ location: 'YRK', value: 7 }),
    ],
  });
  const derived = await app.owner.query(
    'select (select count(*) from identifier) + (select count(*) from manifest) as rows',
  );
  expect(Number(derived.rows[0]?.rows)).toBe(0);
});

it('a later value for the same bucket takes the place of the former, which is not forgotten', async () => {
  await send([footfall(9, 11)]);
  await app.resolved();
  expect((await values('footfall', 'hour')).days).toEqual([{ day: '2026-05-14', value: 20.5, buckets: 3 }]);
  const { items } = await app.call<{ items: readonly object[] }>('GET', '/counts/replaced?measure=footfall&per=hour');
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
  await app.resolved();
  expect((await values('queue', 'quarter_hour')).days).toEqual([{ day: '2026-05-14', value: 6, buckets: 2 }]);
});

it('a key that stands in a page may not count, by neither way', async () => {
  const refused = await app.send(keys.public, '/v1/counts', [footfall(9, 1000)]);
  expect(refused).toMatchObject({ status: 403, code: 'intake.server-key-needed' });
  const batch = await app.send(keys.public, '/v1/batch', [{ type: 'count', ...footfall(9, 1000) }]);
  expect(batch).toMatchObject({ accepted: 0, setAside: [{ code: 'record.key-public' }] });
});

it('a count that was mended on screen counts for its own bucket', async () => {
  const { items } = await app.call<{ items: readonly { id: string; code: string }[] }>(
    'GET',
    '/set-aside/items?code=count.value-unreadable',
  );
  await app.call('POST', `/set-aside/${items[0]?.id}/replay`, { body: JSON.stringify(footfall(10, 3)) });
  await app.resolved();
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
  const run = await app.importCsv(
    mapping,
    'day,hour,store,people\n14.05.2026,9,LDS,100\n15.05.2026,9,LDS,50\n15.05.2026,10,LDS,few\n',
  );
  expect(run).toMatchObject({ read: 3, accepted: 2, setAside: 1, interactions: 0 });
  expect((await values('footfall', 'hour')).days).toEqual([
    { day: '2026-05-14', value: 112.5, buckets: 4 },
    { day: '2026-05-15', value: 50, buckets: 1 },
  ]);
  await app.takeBack(run.id);
  expect((await values('footfall', 'hour')).days).toEqual([{ day: '2026-05-14', value: 23.5, buckets: 4 }]);
});

it('what is counted is listed by measure and bucket', async () => {
  const { items } = await app.call<{ items: readonly object[] }>('GET', '/counts');
  expect(items).toMatchObject([
    { measure: 'footfall', per: 'hour', adds: true, places: 2 },
    { measure: 'queue', per: 'quarter_hour', adds: false, places: 1 },
  ]);
});
