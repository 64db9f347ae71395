import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cliTokenPath } from '../packages/engine/src/govern/tokens/cli-token.js';
import { setUp, type TestApp, testApp } from './test-app.js';
import { type TestDatabase, testPostgres } from './test-postgres.js';

const order =
  '{"type": "track", "event": "Ordered", "userId": customer, "properties": {"order_id": id, "total": total}}';
const hmac = { type: 'hmac', header: 'x-signature', encoding: 'hex', prefix: 'sha256=' } as const;
const body = JSON.stringify({ id: 'A-1', customer: 'c-1', total: 12.5 });

let postgres: TestDatabase;
let test: TestApp;
let slug: string;
let headers: Record<string, string>;
let owner: pg.Client;
let made = 0;

beforeAll(async () => {
  postgres = await testPostgres();
  test = await testApp(postgres);
  slug = (await setUp(test)).slug;
  headers = { authorization: `Bearer ${(await readFile(cliTokenPath(test.dataFolder), 'utf8')).trim()}` };
  owner = new pg.Client({ connectionString: postgres.urls.worker });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await test?.close();
});

interface Made {
  readonly id: string;
  readonly path: string;
  readonly secret: string;
}

async function api<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  payload?: object,
  status = 200,
): Promise<T> {
  const answer = await test.app.inject({
    method,
    url: `/api/w/${slug}${path}`,
    headers,
    remoteAddress: '127.0.0.1',
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode, answer.body).toBe(status);
  return answer.json<T>();
}

async function webhook(settings: object = {}): Promise<Made> {
  made += 1;
  const { id } = await api<{ id: string }>('POST', '/sources', { name: `Shop ${made}`, channel: 'web' }, 201);
  const secret = `secret-${randomBytes(8).toString('hex')}`;
  const set = await api<{ address: string; secret: string | null }>('PUT', `/sources/${id}/webhook`, {
    scheme: hmac,
    deliveryHeader: 'x-delivery',
    mapping: order,
    secret: { type: 'given', secret },
    ...settings,
  });
  return { id, path: new URL(set.address).pathname, secret: set.secret ?? secret };
}

function signed({ secret }: Made, of: string | Buffer = body): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-signature': `sha256=${createHmac('sha256', secret).update(of).digest('hex')}`,
  };
}

async function deliver(to: Made, payload: string | Buffer = body, extra: InjectOptions['headers'] = {}) {
  const answer = await test.app.inject({
    method: 'POST',
    url: to.path,
    payload,
    headers: { ...signed(to, payload), ...extra },
  });
  return {
    status: answer.statusCode,
    ...answer.json<{ accepted?: number; setAside?: { code: string } | null; code?: string }>(),
  };
}

async function log(
  to: Made,
): Promise<readonly { body: string; message: string; authority: number; replayed: boolean }[]> {
  const found = await owner.query<{ body: string; message: string; authority: number; replayed: boolean }>(
    `select i.body, i.message, i.authority, i.replayed
     from intake i
     join source s using (workspace, source)
     where s.id = $1
     order by "offset"`,
    [to.id],
  );
  return found.rows;
}

async function aside(
  to: Made,
): Promise<readonly { id: string; code: string; body: Buffer; status: string; envelope: string }[]> {
  const found = await owner.query<{ id: string; code: string; body: Buffer; status: string; envelope: string }>(
    `select a.id, a.code, a.body, a.status, a.envelope
     from set_aside a
     join source s using (workspace, source)
     where s.id = $1
     order by a.received_at, a.id`,
    [to.id],
  );
  return found.rows;
}

interface Told {
  readonly refused: number;
  readonly secretHint: string;
  readonly deliveries: readonly { outcome: string; messages: number; delivery: string | null; reason: string | null }[];
}
const told = (to: Made): Promise<Told> => api<Told>('GET', `/sources/${to.id}/webhook`);

describe('a delivery', () => {
  it('that is signed becomes messages in the log, and is told', async () => {
    const shop = await webhook();
    expect(await deliver(shop, body, { 'x-delivery': 'd-1' })).toMatchObject({
      status: 200,
      accepted: 1,
      setAside: null,
    });
    const [row] = await log(shop);
    expect(JSON.parse(row?.body ?? '')).toMatchObject({
      type: 'track',
      event: 'Ordered',
      userId: 'c-1',
      properties: { order_id: 'A-1', total: 12.5 },
    });
    expect(row).toMatchObject({ authority: 2, replayed: false });
    expect((await told(shop)).deliveries).toMatchObject([{ outcome: 'kept', messages: 1, delivery: 'd-1' }]);
  });

  it('that comes again has the same message id, so that it counts once; another one has another', async () => {
    const shop = await webhook();
    for (const delivery of ['d-1', 'd-1', 'd-2']) await deliver(shop, body, { 'x-delivery': delivery });
    const ids = (await log(shop)).map(({ message }) => message);
    expect(ids).toHaveLength(3);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('that is not signed with the secret is refused, and nothing of it is kept but the count', async () => {
    const [shop, other] = [await webhook(), await webhook()];
    const forged: Record<string, string>[] = [
      { 'content-type': 'application/json' },
      { ...signed(shop), 'x-signature': 'sha256=' },
      signed(shop, `${body} `),
      signed(other),
      { 'content-type': 'application/json', authorization: 'Basic d2tfc3J2Xzo=' },
    ];
    for (const one of forged) {
      const answer = await test.app.inject({ method: 'POST', url: shop.path, payload: body, headers: one });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'webhooks.signature-invalid']);
    }
    expect([await log(shop), await aside(shop)]).toEqual([[], []]);
    await vi.waitFor(async () => expect((await told(shop)).refused).toBe(forged.length), { timeout: 30_000 });
    expect((await told(shop)).deliveries).toEqual([]);
    expect((await told(other)).refused).toBe(0);
  });

  it('to an address without webhook is refused in the same words', async () => {
    const { id } = await api<{ id: string }>('POST', '/sources', { name: 'Plain', channel: 'web' }, 201);
    const archived = await webhook();
    await api('PATCH', `/sources/${archived.id}`, { archived: true });
    const said = new Set<string>();
    for (const path of [
      `/v1/webhooks/${id}`,
      '/v1/webhooks/x',
      archived.path,
      '/v1/webhooks/00000000-0000-0000-0000-000000000000',
    ]) {
      const answer = await test.app.inject({ method: 'POST', url: path, payload: body, headers: signed(archived) });
      said.add(`${answer.statusCode} ${answer.json<{ detail: string }>().detail}`);
    }
    expect([...said]).toEqual([expect.stringMatching(/^401 there is no webhook/)]);
  });

  it('may be packed, signed before or after, up to 500 kB and not beyond', async () => {
    const shop = await webhook();
    const large = JSON.stringify({ id: 'A-1', customer: 'c-1', total: 1, note: 'n'.repeat(500 * 1024 - 60) });
    expect(large.length).toBeLessThanOrEqual(500 * 1024);
    const packed = gzipSync(large);
    const gzip = { 'content-encoding': 'gzip' };
    expect(await deliver(shop, large, { 'x-delivery': 'plain' })).toMatchObject({ status: 200, accepted: 1 });
    expect(await deliver(shop, packed, { ...gzip, 'x-delivery': 'packed' })).toMatchObject({
      status: 200,
      accepted: 1,
    });
    expect(await deliver(shop, packed, { ...gzip, ...signed(shop, large) })).toMatchObject({
      status: 200,
      accepted: 1,
    });
    expect(await deliver(shop, packed, { ...gzip, ...signed(shop, 'other') })).toMatchObject({ status: 401 });
    expect(await deliver(shop, gzipSync('0'.repeat(5_000_000)), gzip)).toMatchObject({ status: 413 });
    expect(await deliver(shop, Buffer.from('no gzip'), gzip)).toMatchObject({ status: 400 });
    expect(await log(shop)).toHaveLength(3);
    expect(await aside(shop)).toEqual([]);
  });
});

describe('what a mapping cannot do', () => {
  it('is set aside byte by byte, mended in the mapping, and read again at its own time', async () => {
    const shop = await webhook({ mapping: 'customer + 1' });
    const odd = Buffer.from('{ "id":"A-1",\t"customer":"c-1", "total": 1.50 }\n');
    expect(await deliver(shop, odd, { 'x-delivery': 'd-1', authorization: 'Bearer hidden' })).toMatchObject({
      status: 200,
      accepted: 0,
      setAside: { code: 'webhook.mapping-failed' },
    });
    const [item] = await aside(shop);
    expect(item?.body.equals(odd)).toBe(true);
    expect(item?.envelope).not.toMatch(/hidden|sha256=/);
    expect((await told(shop)).deliveries).toMatchObject([{ outcome: 'set-aside', messages: 0 }]);

    await api('POST', `/set-aside/${item?.id}/replay`, {}, 400);
    await api('PUT', `/sources/${shop.id}/webhook`, { scheme: hmac, deliveryHeader: 'x-delivery', mapping: order });
    test.clock.nowMs += 3_600_000;
    await api('POST', `/set-aside/${item?.id}/replay`, {});
    const [row] = await log(shop);
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ event: 'Ordered', userId: 'c-1' });
    expect(row?.replayed).toBe(true);
    expect((await aside(shop)).map(({ status }) => status)).toEqual(['replayed']);

    // The other system, which had heard 200 or had not, delivers once more: the same message.
    await deliver(shop, odd, { 'x-delivery': 'd-1' });
    const ids = (await log(shop)).map(({ message }) => message);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('includes messages that cannot be applied: the delivery stays whole', async () => {
    const shop = await webhook({ mapping: '[{"type": "track", "event": "Fine"}, {"type": "track"}]' });
    expect(await deliver(shop)).toMatchObject({ accepted: 0, setAside: { code: 'webhook.message-unfit' } });
    expect(await log(shop)).toEqual([]);
    expect((await aside(shop))[0]?.body.toString()).toBe(body);
  });

  it.each([
    ['is cut off', Buffer.from('{"id":'), 'webhook.body-unreadable'],
    ['is no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'webhook.body-unreadable'],
    ['is empty', Buffer.alloc(0), 'webhook.body-unreadable'],
  ])('a body that %s is kept as it came', async (_, odd, code) => {
    const shop = await webhook();
    expect(await deliver(shop, odd)).toMatchObject({ status: 200, setAside: { code } });
    expect((await aside(shop))[0]?.body.equals(odd)).toBe(true);
  });

  it('a body mended by hand is read by the mapping', async () => {
    const shop = await webhook();
    await deliver(shop, '{"id": "A-1", "customer": "c-1" "total": 1}');
    const [item] = await aside(shop);
    await api('POST', `/set-aside/${item?.id}/replay`, { body });
    expect(JSON.parse((await log(shop))[0]?.body ?? '')).toMatchObject({ event: 'Ordered' });
  });

  it('an expression that never ends keeps no other delivery and no other request waiting', async () => {
    const [poisoned, shop] = [await webhook({ mapping: '($f := function(){$f()}; $f())' }), await webhook()];
    const slow = deliver(poisoned);
    expect((await test.app.inject('/healthz')).statusCode).toBe(200);
    expect(await deliver(shop)).toMatchObject({ status: 200, accepted: 1 });
    expect(await slow).toMatchObject({ status: 200, setAside: { code: 'webhook.mapping-failed' } });
    expect(await deliver(poisoned)).toMatchObject({ status: 200, setAside: { code: 'webhook.mapping-failed' } });
    expect(await aside(poisoned)).toHaveLength(2);
  });

  it('a delivery that means nothing is told as such', async () => {
    const shop = await webhook({ mapping: 'kind = "order" ? {"type": "track", "event": "Ordered"} : []' });
    expect(await deliver(shop, '{"kind":"ping"}')).toMatchObject({ status: 200, accepted: 0, setAside: null });
    expect((await told(shop)).deliveries).toMatchObject([{ outcome: 'nothing', messages: 0 }]);
  });
});

describe('CloudEvents', () => {
  const event = (id: string) => ({
    specversion: '1.0',
    id,
    source: '/shop',
    type: 'ordered',
    time: '2026-03-04T10:15:00Z',
    data: { customer: 'c-1' },
  });
  const mapping = '{"type": "track", "event": type, "timestamp": time, "userId": data.customer}';

  it('are read one by one, in batches and from headers, and count once by source and id', async () => {
    const shop = await webhook({ mapping, scheme: { type: 'token', header: 'authorization', prefix: 'Bearer ' } });
    const token = { authorization: `Bearer ${shop.secret}` };
    const send = async (payload: string, extra: Record<string, string>) => {
      const answer = await test.app.inject({
        method: 'POST',
        url: shop.path,
        payload,
        headers: { ...token, ...extra },
      });
      return [answer.statusCode, answer.json<{ accepted: number }>().accepted];
    };
    expect(await send(JSON.stringify(event('1')), { 'content-type': 'application/cloudevents+json' })).toEqual([
      200, 1,
    ]);
    const batch = JSON.stringify([event('1'), event('2')]);
    expect(await send(batch, { 'content-type': 'application/cloudevents-batch+json; charset=utf-8' })).toEqual([
      200, 2,
    ]);
    const attributes = {
      'ce-specversion': '1.0',
      'ce-id': '2',
      'ce-source': '/shop',
      'ce-type': 'ordered',
      'ce-time': '2026-03-04T10:15:00Z',
    };
    expect(await send('{"customer":"c-1"}', { 'content-type': 'application/json', ...attributes })).toEqual([200, 1]);
    const rows = await log(shop);
    expect(rows.map(({ message }) => message)).toEqual([
      rows[0]?.message,
      rows[0]?.message,
      rows[2]?.message,
      rows[2]?.message,
    ]);
    expect(new Set(rows.map(({ message }) => message)).size).toBe(2);
    for (const { body: text } of rows) {
      expect(JSON.parse(text)).toMatchObject({ event: 'ordered', userId: 'c-1', timestamp: '2026-03-04T10:15:00Z' });
    }
  });

  it('that lack what the specification asks for are set aside with their headers', async () => {
    const shop = await webhook({ mapping });
    expect(await deliver(shop, '{}', { 'ce-specversion': '1.0', 'ce-id': '7' })).toMatchObject({
      setAside: { code: 'webhook.body-unreadable' },
    });
    expect((await aside(shop))[0]?.envelope).toContain('"ce-id":"7"');
  });
});

describe('Standard Webhooks', () => {
  const scheme = { type: 'standard-webhooks' } as const;
  const sign = ({ secret }: Made, id: string, atMs: number, of: string) => {
    const at = String(Math.floor(atMs / 1_000));
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${at}.${of}`).digest('base64');
    return {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': `v1,${signature}`,
    };
  };

  it('are taken with a secret that was made here, for five minutes, and named by their id', async () => {
    const shop = await webhook({ scheme, deliveryHeader: null, secret: { type: 'anew' } });
    expect(shop.secret).toMatch(/^whsec_/);
    const { nowMs } = test.clock;
    const send = async (id: string, atMs: number) =>
      (await test.app.inject({ method: 'POST', url: shop.path, payload: body, headers: sign(shop, id, atMs, body) }))
        .statusCode;
    expect([await send('m-1', nowMs), await send('m-1', nowMs), await send('m-2', nowMs - 240_000)]).toEqual([
      200, 200, 200,
    ]);
    expect([await send('m-3', nowMs - 400_000), await send('m-3', nowMs + 400_000)]).toEqual([401, 401]);
    expect(new Set((await log(shop)).map(({ message }) => message)).size).toBe(2);
  });
});

describe('setting a webhook up', () => {
  it('tells a secret that was made once, keeps it sealed, and keeps it while other things change', async () => {
    const shop = await webhook({ secret: undefined });
    expect(shop.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const stored = await owner.query<{ secret: Buffer }>(
      'select secret from webhook w join source s using (workspace, source) where s.id = $1',
      [shop.id],
    );
    expect(stored.rows[0]?.secret.includes(shop.secret)).toBe(false);
    const again = await api<{ secret: string | null }>('PUT', `/sources/${shop.id}/webhook`, {
      scheme: hmac,
      mapping: order,
    });
    expect(again.secret).toBeNull();
    expect(await deliver(shop)).toMatchObject({ status: 200, accepted: 1 });
    const { secret } = await api<{ secret: string | null }>('PUT', `/sources/${shop.id}/webhook`, {
      scheme: hmac,
      mapping: order,
      secret: { type: 'anew' },
    });
    expect(await deliver(shop)).toMatchObject({ status: 401 });
    expect(await deliver({ ...shop, secret: secret ?? '' })).toMatchObject({ status: 200 });
    expect(JSON.stringify(await told(shop))).not.toContain(secret);
    expect(test.logged.join()).not.toContain(secret);
  });

  it('refuses a mapping that is no expression, a secret of another form, and a source that is not there', async () => {
    const shop = await webhook();
    const settings = { scheme: hmac, mapping: order };
    const put = (change: object, status: number, id = shop.id) =>
      api<{ code: string; detail: string }>('PUT', `/sources/${id}/webhook`, { ...settings, ...change }, status);
    expect(await put({ mapping: '{"a": ' }, 400)).toMatchObject({ code: 'webhooks.mapping-invalid' });
    expect(await put({ scheme: { type: 'standard-webhooks' } }, 400)).toMatchObject({
      code: 'webhooks.secret-invalid',
    });
    expect(await put({ scheme: { ...hmac, header: 'no header' } }, 400)).toMatchObject({ code: 'request.invalid' });
    await put({}, 404, '00000000-0000-7000-8000-000000000000');
    expect(await deliver(shop)).toMatchObject({ status: 200, accepted: 1 });
  });

  it('previews what a mapping makes of a sample, and what is wrong with it, and keeps nothing', async () => {
    const preview = (mapping: string, sample = body) =>
      api<{ type: string; messages?: { text: string; fault: string | null }[]; problem?: string }>(
        'POST',
        '/webhook-preview',
        { mapping, body: sample },
      );
    const good = await preview(order);
    expect(good.messages).toMatchObject([{ fault: null }]);
    expect(JSON.parse(good.messages?.[0]?.text ?? '')).toMatchObject({ event: 'Ordered', userId: 'c-1' });
    expect((await preview('{"type": "track"}')).messages).toMatchObject([
      { fault: 'a track call needs the name of its event' },
    ]);
    expect(await preview('customer + 1')).toMatchObject({ type: 'failed' });
    expect(await preview('{"a": ')).toMatchObject({ type: 'failed', problem: expect.stringContaining('character') });
  });

  it('keeps the last fifty deliveries for people to look at', async () => {
    const shop = await webhook();
    for (let n = 0; n < 55; n += 1) {
      test.clock.nowMs += 1;
      await deliver(shop, body, { 'x-delivery': `d-${n}` });
    }
    const { deliveries } = await told(shop);
    expect(deliveries.map(({ delivery }) => delivery)).toEqual(Array.from({ length: 50 }, (_, n) => `d-${54 - n}`));
  });
});
