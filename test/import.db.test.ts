import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import type { DescribedMending } from '../packages/engine/src/collect/set-aside/mending-schema.js';
import { ImportApp } from './import-app.js';
import { mended } from './mended.js';

let app: ImportApp;
beforeAll(async () => {
  app = await ImportApp.open();
});
afterAll(() => app.close());

const send = (id: string, name: string, content: string | Buffer) =>
  app.test.app.inject({
    method: 'PUT',
    url: `${app.base}/imports/${id}/file?name=${encodeURIComponent(name)}`,
    headers: { ...app.headers, 'content-type': 'text/csv' },
    payload: content,
  });
const importFile = async (mapping: object, content: string | Buffer, more: object = {}): Promise<ImportRun> => {
  const made = await app.call<ImportRun>('POST', '/imports', {
    fileName: 'orders.csv',
    mapping: JSON.stringify(mapping),
    createSource: true,
    ...more,
  });
  expect((await send(made.id, 'orders.csv', content)).statusCode).toBe(204);
  await app.call('POST', `/imports/${made.id}/start`);
  return app.ended(made.id);
};
const orders = (source: string, more: object = {}) => ({
  version: 1,
  source,
  file: { format: 'csv' },
  zone: 'Europe/Berlin',
  channel: 'web',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      'group by': 'order',
      identifiers: { email: '{email}' },
      name: 'Ordered',
      time: '{at}',
      value: { from: '{price}', merge: 'sum' },
      currency: 'EUR',
    },
  ],
  ...more,
});
const csv = (...lines: string[]) => `order,email,at,price\n${lines.map((line) => `${line}\n`).join('')}`;
const persons = async () =>
  Number((await app.owner.query<{ n: string }>('select count(*) as n from person where person > 0')).rows[0]?.n);

describe('an import', () => {
  it('goes from a file to persons, and its counts add up', async () => {
    const run = await importFile(
      orders('Shop'),
      csv(
        'o1,a@example.com,2026-04-01 10:00,5.50',
        'o2,b@example.com,2026-04-02 10:00,1',
        'o1,a@example.com,2026-04-01 10:00,2',
        'o3,c@example.com,whenever,3',
      ),
    );
    expect(run).toMatchObject({
      state: 'done',
      read: 4,
      received: 3,
      interactions: 2,
      accepted: 2,
      duplicates: 0,
      setAside: 1,
    });
    expect(await persons()).toBe(2);
    expect(existsSync(join(app.staging, run.id, 'file'))).toBe(false);
  });

  it('says that a file was imported already, and counts nothing twice when it is imported again', async () => {
    const content = csv('s1,s@example.com,2026-04-01,1', 's2,s@example.com,2026-04-02,1');
    const first = await importFile(orders('Twice'), content);
    const made = await app.call<ImportRun>('POST', '/imports', {
      fileName: 'orders.csv',
      mapping: JSON.stringify(orders('Twice')),
    });
    await send(made.id, 'orders.csv', content);
    const refused = await app.test.app.inject({
      method: 'POST',
      url: `${app.base}/imports/${made.id}/start`,
      headers: app.headers,
    });
    expect(refused.json()).toMatchObject({ status: 409, code: 'import.same-file', details: { import: first.id } });
    const fileHash = createHash('sha256').update(content).digest('hex');
    const early = await app.test.app.inject({
      method: 'POST',
      url: `${app.base}/imports`,
      headers: app.headers,
      payload: { fileName: 'orders.csv', mapping: JSON.stringify(orders('Twice')), fileHash },
    });
    expect(early.json()).toMatchObject({ code: 'import.same-file' });
    const again = await importFile(orders('Twice'), content, { again: true });
    expect(again).toMatchObject({ accepted: 0, duplicates: 2, interactions: 0 });
  });

  it('is taken back whole, and what it had hidden as a duplicate counts in the later import', async () => {
    const before = await persons();
    const first = await importFile(
      orders('Back'),
      csv('k1,k@example.com,2026-04-01,1', 'k2,l@example.com,2026-04-02,1'),
    );
    const second = await importFile(
      orders('Back'),
      csv('k1,k@example.com,2026-04-01,1', 'k3,m@example.com,2026-04-03,1'),
    );
    expect(second).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await app.call('GET', `/imports/${first.id}/preview-undo`)).toEqual({ interactions: 2, persons: 2 });
    expect(await app.call<ImportRun>('POST', `/imports/${first.id}/undo`)).toMatchObject({ state: 'undoing' });
    expect((await app.ended(first.id)).state).toBe('undone');
    expect(await app.call<ImportRun>('GET', `/imports/${second.id}`)).toMatchObject({ accepted: 2, duplicates: 0 });
    await app.call<ImportRun>('POST', `/imports/${second.id}/undo`);
    await app.ended(second.id);
    expect(await persons()).toBe(before);
    expect(existsSync(join(app.staging, first.id))).toBe(false);
    const third = await importFile(orders('Back'), csv('k1,k@example.com,2026-04-01,1'));
    expect(third).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  it('is tried without a trace', async () => {
    const content = csv('d1,d@example.com,2026-04-01,1', 'd1,d@example.com,2026-04-01,1', 'd2,,never,1');
    const logged = async () => (await app.owner.query('select count(*) from intake')).rows[0];
    const before = await logged();
    const run = await importFile(orders('Dry'), content, { dryRun: true });
    expect(run).toMatchObject({ state: 'done', read: 3, accepted: 1, setAside: 1, interactions: 1, duplicates: 0 });
    expect(run.dryRun?.sample).toMatchObject([{ event: 'Ordered', context: { interaction: { value: '2' } } }]);
    expect(run.dryRun?.setAside).toMatchObject([{ line: 4, code: 'line.date-unreadable' }]);
    expect(await logged()).toEqual(before);
    const listed = await app.call<{ items: ImportRun[] }>('GET', '/imports?limit=500');
    expect(listed.items.map(({ id }) => id)).not.toContain(run.id);
  });

  it('reads JSON lines and UTF-16, and keeps numbers that are ids exact', async () => {
    const mapping = orders('Lines', { file: { format: 'jsonl', encoding: 'utf-16le' } });
    const lines = `{"order":12345678901234567890,"email":"ü@example.com","at":"2026-04-01","price":1.5}\n{"order":1}\n`;
    const run = await importFile(mapping, Buffer.from(`\ufeff${lines}`, 'utf16le'));
    expect(run).toMatchObject({ state: 'done', read: 2, accepted: 1, setAside: 1 });
    const body = await app.owner.query<{ body: string }>(
      `select body from intake where body like '%12345678901234567890%'`,
    );
    expect(JSON.parse(body.rows[0]?.body ?? '{}')).toMatchObject({ messageId: 'order:12345678901234567890' });
  });

  it('sets aside the lines that are no text in the encoding that the mapping names, and takes in the others', async () => {
    const lines =
      'e1,a@example.com,2026-04-01,1\ne2,m\u00fcller@example.com,2026-04-01,2\ne3,c@example.com,2026-04-01,3\n';
    const run = await importFile(orders('Encodings'), Buffer.from(`order,email,at,price\n${lines}`, 'latin1'));
    expect(run).toMatchObject({ state: 'done', read: 3, received: 3, accepted: 2, duplicates: 0, setAside: 1 });
    const aside = await app.owner.query<{ code: string; reason: string; line: number }>(
      `select a.code, a.reason, a.line::integer as line from set_aside a join source s using (workspace, source) where s.name = 'Encodings'`,
    );
    expect(aside.rows).toEqual([{ code: 'line.unreadable', line: 3, reason: expect.stringContaining('line 3') }]);
    const read = await importFile(
      orders('Encodings', { file: { format: 'csv', encoding: 'windows-1252' } }),
      Buffer.from(`order,email,at,price\n${lines.replaceAll(/e(\d)/g, 'f$1')}`, 'latin1'),
    );
    expect(read).toMatchObject({ state: 'done', accepted: 3, setAside: 0 });
  });

  it('reads Parquet, in a process of its own that is gone afterwards', async () => {
    const path = join(app.test.dataFolder, 'orders.parquet');
    const rows = `select toInt64(9007199254740993 + number) as order, concat('q', toString(number), '@example.com') as email,
      toDateTime64('2026-04-01 10:00:00', 3, 'UTC') + number as at, toDecimal64(number, 2) / 4 as price from numbers(1000)`;
    const write = `require('chdb').query(${JSON.stringify(`insert into function file('${path}', 'Parquet') ${rows}`)}, 'Null')`;
    execFileSync(process.execPath, ['-e', write]);
    const run = await importFile(orders('Parquet', { file: { format: 'parquet' } }), readFileSync(path));
    expect(run).toMatchObject({ state: 'done', read: 1000, accepted: 1000, setAside: 0 });
    const first = await app.owner.query<{ body: string }>(
      `select body from intake where body like '%order:9007199254740993"%'`,
    );
    expect(JSON.parse(first.rows[0]?.body ?? '{}')).toMatchObject({
      timestamp: '2026-04-01T10:00:00.000Z',
      context: { externalIds: [{ type: 'email', id: 'q0@example.com' }], interaction: { value: '0' } },
    });
    const broken = await importFile(orders('Parquet', { file: { format: 'parquet' } }), 'PAR1 no parquet');
    expect(broken).toMatchObject({ state: 'failed', error: { code: 'import.file-unreadable' } });
    expect(broken.error?.detail).not.toContain(app.test.dataFolder);
  });

  it('says why it failed, and goes on with the file once that is put right', async () => {
    const lookups = { product: { file: '../lists/products.csv', key: 'id', match: '{order}', required: false } };
    const mapping = orders('Lookups', { lookups });
    const rows = [{ ...mapping.rows[0], properties: { product: '{product.name}' } }];
    const failed = await importFile({ ...mapping, rows }, csv('p1,p@example.com,2026-04-01,1'));
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'import.file-missing' } });
    expect((await send(failed.id, '../../etc/passwd', 'x')).statusCode).toBe(404);
    expect((await send(failed.id, '../lists/products.csv', 'id,name\np1,Tea\n')).statusCode).toBe(204);
    expect(readdirSync(app.staging).every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
    await app.call('POST', `/imports/${failed.id}/start`);
    expect(await app.ended(failed.id)).toMatchObject({ state: 'done', accepted: 1 });
  });

  it('refuses a mapping, a source and a file that do not fit, saying so', async () => {
    const post = async (payload: object) =>
      (await app.test.app.inject({ method: 'POST', url: `${app.base}/imports`, headers: app.headers, payload })).json<{
        code: string;
      }>().code;
    expect(await post({ fileName: 'f', mapping: 'a: [' })).toBe('mapping.invalid');
    expect(await post({ fileName: 'f', mapping: JSON.stringify(orders('Nowhere')) })).toBe('import.source-missing');
    const made = await app.call<ImportRun>('POST', '/imports', {
      fileName: 'f.csv',
      mapping: JSON.stringify(orders('Shop')),
      fileHash: 'ab'.repeat(32),
    });
    expect((await send(made.id, 'f.csv', 'other')).json()).toMatchObject({ code: 'import.file-differs' });
  });
});

describe('what was set aside', () => {
  interface Groups {
    readonly waiting: number;
    readonly groups: readonly {
      code: string;
      count: number;
      samples: { id: string; body: string; line: number | null }[];
    }[];
  }
  const ordered = async (path: string, body: object): Promise<DescribedMending> =>
    mended(await app.call('POST', `/set-aside/${path}`, body), (at) => app.call('GET', at));
  const groupOf = async (code: string) =>
    (await app.call<Groups>('GET', '/set-aside')).groups.find((group) => group.code === code);

  it('shows the line as it was, and takes it in once it is mended', async () => {
    const run = await importFile(
      orders('Mended'),
      csv('m1,x@example.com,2026-04-01,1', 'm2,y@example.com,2026-04-01,twelve'),
    );
    const group = await groupOf('line.number-unreadable');
    expect(group?.samples).toMatchObject([{ line: 3, body: 'm2,y@example.com,2026-04-01,twelve\n' }]);
    const id = group?.samples[0]?.id ?? '';
    const still = await app.test.app.inject({
      method: 'POST',
      url: `${app.base}/set-aside/${id}/replay`,
      headers: app.headers,
      payload: {},
    });
    expect(still.json()).toMatchObject({ status: 400, code: 'set-aside.still-invalid' });
    expect(await app.call('POST', `/set-aside/${id}/replay`, { body: 'm2,y@example.com,2026-04-01,12' })).toEqual({
      replayed: 1,
    });
    const twice = await app.test.app.inject({
      method: 'POST',
      url: `${app.base}/set-aside/${id}/replay`,
      headers: app.headers,
      payload: {},
    });
    expect(twice.json()).toMatchObject({ code: 'set-aside.decided' });
    while ((await app.resolver.step()) !== 'idle');
    expect(await app.call('GET', `/imports/${run.id}`)).toMatchObject({ accepted: 2, setAside: 0, received: 2 });
    const logged = await app.owner.query(`select replayed, message from intake where body like '%order:m2%'`);
    expect(logged.rows).toMatchObject([{ replayed: true }]);
  });

  it('takes in all messages of one reason at once, at the time they were received, and leaves out the rest', async () => {
    const { writeKey } = await app.call<{ writeKey: string }>('POST', '/sources', {
      name: 'Calls',
      channel: 'call_centre',
    });
    const receivedAt = app.test.clock.nowMs;
    const batch = [
      { type: 'track', messageId: 'c1', event: 'Called', userId: 'u1', context: { interaction: { outcome: 'great' } } },
      { type: 'track', event: 'Called', userId: 'u2', context: { interaction: { outcome: 'great' } } },
      { type: 'track', event: 'Called', userId: 'u3', context: { interaction: { outcome: 'so so' } } },
    ];
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const sent = await app.test.app.inject({
      method: 'POST',
      url: '/v1/batch',
      headers: { authorization },
      payload: { batch },
    });
    expect(sent.json()).toMatchObject({ accepted: 0, setAside: [{}, {}, {}] });
    app.test.clock.nowMs += 3 * 3_600_000;
    const code = 'interaction.outcome-unknown';
    expect(await ordered('replay', { code, find: '"great"', replace: '"well"' })).toMatchObject({
      replayed: 2,
      stillAside: 1,
    });
    const logged = await app.owner.query<{ occurred_at: Date; replayed: boolean }>(
      `select occurred_at, replayed from intake where body like '%"Called"%'`,
    );
    expect(logged.rows.map(({ occurred_at: at, replayed }) => [at.getTime(), replayed])).toEqual([
      [receivedAt, true],
      [receivedAt, true],
    ]);
    expect(await ordered('leave-out', { code, note: 'a test call' })).toMatchObject({
      state: 'done',
      leftOut: 1,
    });
    expect(await groupOf(code)).toBeUndefined();
  });

  it('remembers of a single call which one it was', async () => {
    const { writeKey } = await app.call<{ writeKey: string }>('POST', '/sources', {
      name: 'Single',
      channel: 'call_centre',
    });
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const payload = { userId: 'single', messageId: 'single-1' };
    await app.test.app.inject({ method: 'POST', url: '/v1/track', headers: { authorization }, payload });
    const { id = '' } =
      (await groupOf('message.event-missing'))?.samples.find(({ body }) => body.includes('single-1')) ?? {};
    const body = JSON.stringify({ ...payload, event: 'Called' });
    expect(await app.call('POST', `/set-aside/${id}/replay`, { body })).toEqual({ replayed: 1 });
  });

  it('counts once what was replayed twice because of a crash in between', async () => {
    const { writeKey } = await app.call<{ writeKey: string }>('POST', '/sources', {
      name: 'Crash',
      channel: 'call_centre',
    });
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const batch = [{ type: 'track', event: '', userId: 'crash' }];
    await app.test.app.inject({ method: 'POST', url: '/v1/batch', headers: { authorization }, payload: { batch } });
    const id = (await groupOf('message.event-missing'))?.samples[0]?.id ?? '';
    const body = JSON.stringify({ ...batch[0], event: 'Mended' });
    await app.call('POST', `/set-aside/${id}/replay`, { body });
    await app.owner.query(`update set_aside set status = 'waiting' where id = $1`, [id]);
    await app.call('POST', `/set-aside/${id}/replay`, { body });
    while ((await app.resolver.step()) !== 'idle');
    const counted = await app.owner.query(
      `select stored::integer, duplicates::integer from source_day join source using (workspace, source) where name = 'Crash'`,
    );
    expect(counted.rows).toEqual([{ stored: 1, duplicates: 1 }]);
  });
});
