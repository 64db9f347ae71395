import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSource } from './add-source.js';
import { badKinds, goodMessage } from './bad-kinds.js';
import { caughtUp, withDatabase } from './faults/count-stores.js';
import { runningParts } from './faults/running-parts.js';
import { seeded } from './properties/seeded.js';
import { type RunningThroughline, startThroughline } from './start-throughline.js';

let system: RunningThroughline;
let folder: string;
let dataFolder: string;
let serverKey: string;
let publicKey: string;
const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-bad-input-'));
  chmodSync(folder, 0o711);
  dataFolder = join(folder, 'data');
  system = await startThroughline({
    dataFolder,
    admin: { email: 'admin@example.com', password: 'correct horse battery staple' },
    environment: { NODE_OPTIONS: '--disable-proto=throw' },
  });
  serverKey = await addSource(system, 'shop');
  publicKey = await addSource(system, 'page', 'public');
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: { accepted?: number; setAside?: { index: number; code: string }[] } & Record<string, unknown>;
  readonly text: string;
}

const basic = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;

async function post(
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = { authorization: basic(serverKey) },
): Promise<Answer> {
  const answer = await fetch(`${system.url}${path}`, { method: 'POST', headers, body: body as BodyInit });
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text === '' ? '{}' : text), text };
}

/** The stored text of a message, from the log or from what is set aside; in that order. */
async function stored(messageId: string): Promise<{ log: string[]; aside: { code: string; body: string }[] }> {
  return withDatabase(dataFolder, async (client) => {
    const log = await client.query<{ body: string }>(
      `select body from intake where position($1 in body) > 0 and kind <> 9`,
      [messageId],
    );
    const aside = await client.query<{ code: string; body: string }>(
      `select code, encode(body, 'escape') as body from set_aside where position(convert_to($1, 'UTF8') in body) > 0`,
      [messageId],
    );
    return { log: log.rows.map((row) => row.body), aside: aside.rows };
  });
}

describe('one request', () => {
  const wrap = (id: string, properties: string): string =>
    `{"type":"track","event":"E","anonymousId":"a","messageId":"${id}","properties":${properties}}`;
  const padded = (id: string, bytes: number): string => {
    const empty = wrap(id, '{"pad":""}');
    return wrap(id, `{"pad":"${'x'.repeat(bytes - Buffer.byteLength(empty))}"}`);
  };
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const keys = (count: number): string => `{${Array.from({ length: count }, (_, n) => `"k${n}":${n}`).join(',')}}`;

  it.each([
    ['depth 90', 'deep-ok', nested(90), 'log'],
    ['depth 10,000', 'deep', nested(10_000), 'message.too-large'],
    ['depth 5,000', 'deep-5', nested(5_000), 'message.too-deep'],
    ['2,000 keys', 'keys', keys(2_000), 'log'],
    ['duplicate keys', 'duplicate', '{"a":1,"a":2}', 'log'],
    ['1e400', 'huge', '{"n":1e400}', 'log'],
    ['a lone surrogate', 'surrogate', '{"s":"\\ud800"}', 'message.not-storable'],
    ['an escaped zero', 'zero', '{"s":"\\u0000"}', 'message.not-storable'],
    ['an escaped zero in a key', 'zero-key', '{"\\u0000":1}', 'message.not-storable'],
    ['prototype names', 'proto', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', 'log'],
  ])('with %s is kept byte for byte, in the log or set aside with a reason', async (_, id, properties, where) => {
    const body = wrap(`m-${id}-end`, properties);
    const answer = await post('/v1/track', body);
    expect(answer.status).toBe(200);
    const kept = await stored(`m-${id}-end`);
    if (where === 'log') {
      expect(answer.body).toMatchObject({ accepted: 1, setAside: [] });
      expect(kept).toEqual({ log: [body], aside: [] });
    } else {
      expect(answer.body).toMatchObject({ accepted: 0, setAside: [{ index: 0, code: where }] });
      expect(kept.log).toEqual([]);
      expect(kept.aside[0]?.code).toBe(where);
      expect(kept.aside[0]?.body.replaceAll('\\\\', '\\')).toBe(body);
    }
  });

  it('of 32 kB is taken, one byte more is set aside', async () => {
    expect((await post('/v1/track', padded('m-32k', 32_768))).body).toMatchObject({ accepted: 1 });
    expect((await post('/v1/track', padded('m-32k1', 32_769))).body).toMatchObject({
      accepted: 0,
      setAside: [{ index: 0, code: 'message.too-large' }],
    });
  });

  it('of 100,000 keys is set aside as too large', async () => {
    const answer = await post(
      '/v1/track',
      wrap('m-many-keys', `{${Array.from({ length: 36_000 }, (_, n) => `"k${n}":1`).join(',')}}`),
    );
    expect(answer.body).toMatchObject({ accepted: 0, setAside: [{ code: 'message.too-large' }] });
    const over = await post('/v1/track', wrap('m-more-keys', keys(100_000)));
    expect(over.status).toBe(413);
    expect((await stored('m-more-keys')).log).toEqual([]);
  });

  it.each([
    ['NaN', '{"type":"track","properties":{"n":NaN}}', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['a number', '7', 400],
    ['half an object', '{"type":"track"', 400],
    ['text after the object', '{"type":"track"} x', 400],
  ])('that is %s is refused whole', async (_, body, status) => {
    const answer = await post('/v1/track', body);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe('intake.body-unreadable');
  });

  it('with a byte order mark is read, with broken UTF-8 refused', async () => {
    const body = wrap('m-bom-end', '{}');
    expect((await post('/v1/track', `\ufeff${body}`)).body).toMatchObject({ accepted: 1 });
    expect((await stored('m-bom-end')).log).toEqual([body]);
    expect((await post('/v1/track', new Uint8Array([0x7b, 0xff, 0x7d]))).status).toBe(400);
  });
});

describe('one batch', () => {
  const batchOf = (count: number, prefix: string): string =>
    JSON.stringify({
      batch: Array.from({ length: count }, (_, n) => ({
        type: 'track',
        event: 'E',
        anonymousId: 'a',
        messageId: `${prefix}${n}`,
      })),
    });

  it('of 2,500 messages is taken, one more refused', async () => {
    expect((await post('/v1/batch', batchOf(2_500, 'b'))).body).toMatchObject({ accepted: 2_500 });
    const over = await post('/v1/batch', batchOf(2_501, 'o'));
    expect(over.status).toBe(413);
    expect((await stored('"o2500"')).log).toEqual([]);
  });

  it('of 500 kB is taken, one byte more refused, gzipped or not', async () => {
    const sized = (bytes: number, prefix: string): string => {
      const messages = Array.from({ length: 20 }, (_, n) => goodMessage(`${prefix}${n}`, 25_000));
      const short = JSON.stringify({ batch: messages, pad: '' });
      return JSON.stringify({ batch: messages, pad: 'x'.repeat(bytes - Buffer.byteLength(short)) });
    };
    const headers = { authorization: basic(serverKey), 'content-encoding': 'gzip' };
    expect((await post('/v1/batch', sized(512_000, 's'))).status).toBe(200);
    expect((await post('/v1/batch', sized(512_001, 't'))).status).toBe(413);
    expect((await post('/v1/batch', gzipSync(sized(512_000, 'u')), headers)).status).toBe(200);
    expect((await post('/v1/batch', gzipSync(sized(512_001, 'v')), headers)).status).toBe(413);
  });

  it('that inflates a thousandfold is refused without being inflated', async () => {
    const before = process.hrtime.bigint();
    const bomb = gzipSync(Buffer.alloc(500 * 1024 * 1024, 0x20));
    const answer = await post('/v1/batch', bomb, { authorization: basic(serverKey), 'content-encoding': 'gzip' });
    expect(answer.status).toBe(413);
    console.log(
      `gzip bomb: ${bomb.length} bytes, refused with ${answer.body.code}, ${(process.hrtime.bigint() - before) / 1_000_000n} ms with making it`,
    );
    expect((await post('/v1/batch', 'x', { authorization: basic(serverKey), 'content-encoding': 'gzip' })).status).toBe(
      400,
    );
    expect((await post('/v1/batch', 'x', { authorization: basic(serverKey), 'content-encoding': 'br' })).status).toBe(
      400,
    );
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json\t; charset=utf-8',
    'application/jsonx',
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('is judged by its content, whatever type it names: %s', async (type) => {
    const id = `c-${Buffer.from(type).toString('hex')}`;
    const body = JSON.stringify({
      writeKey: publicKey,
      batch: [{ type: 'track', event: 'E', anonymousId: 'a', messageId: id }],
    });
    const answer = await post('/v1/batch', body, { 'content-type': type });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ accepted: 1 });
    const form = await post('/v1/batch', 'writeKey=x&batch=[]', {
      'content-type': type,
      authorization: basic(serverKey),
    });
    expect(form.status).toBe(400);
  });
});

it('a batch under a content type that is none is refused whole', async () => {
  const body = JSON.stringify({ batch: [goodMessage('untyped')] });
  const answer = await post('/v1/batch', body, { authorization: basic(serverKey), 'content-type': 'nonsense' });
  expect(answer.status).toBe(400);
  expect(await stored('"untyped"')).toEqual({ log: [], aside: [] });
});

it('names a client makes up change no object of the server (T-40, 10,000 cases)', async () => {
  const random = seeded(seed);
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];
  const pick = (): string => names[Math.floor(random() * names.length)] ?? '__proto__';
  const odd = (depth: number): string =>
    depth === 0 ? '{"polluted":"yes"}' : `{"${pick()}":${odd(depth - 1)},"polluted":1}`;
  let accepted = 0;
  let aside = 0;
  for (let batch = 0; batch < 20; batch += 1) {
    const items = Array.from({ length: 500 }, (_, n) => {
      const part = odd(1 + Math.floor(random() * 10));
      const place = ['properties', 'traits', 'context', pick()][Math.floor(random() * 4)];
      const type = ['track', 'identify', 'group', pick()][Math.floor(random() * 4)];
      return `{"type":"${type}","event":"E","userId":"proto-${batch}-${n}","groupId":"g","messageId":"p${batch}-${n}","${place}":${part}}`;
    });
    const answer = await post(
      `/v1/batch?${pick()}[polluted]=1`,
      `{"batch":[${items.join(',')}],"${pick()}":{"polluted":1}}`,
    );
    expect(answer.status).toBe(200);
    accepted += answer.body.accepted ?? 0;
    aside += answer.body.setAside?.length ?? 0;
  }
  await caughtUp(dataFolder);
  const { worker } = runningParts(dataFolder, system.pid);
  const ready = (await (await fetch(`${system.url}/healthz`)).json()) as Record<string, unknown>;
  console.log(`prototype pollution: seed ${seed}, 10000 cases, ${accepted} accepted, ${aside} set aside`);
  expect(accepted + aside).toBe(10_000);
  expect(worker).toBeDefined();
  expect(ready.polluted).toBeUndefined();
});

it('accounts for each of 100,000 messages, good, repeated or bad (T-37)', async () => {
  const random = seeded(seed);
  const key = await addSource(system, 'ledger');
  const expected = { good: 0, repeated: 0, bad: 0 };
  const codes: Record<string, number> = {};
  let answered = 0;
  let asideAnswered = 0;
  const sent: string[] = [];
  for (let batch = 0; batch < 1_000; batch += 1) {
    const items: string[] = [];
    const bad: number[] = [];
    for (let n = 0; n < 100; n += 1) {
      const fate = random();
      if (fate < 0.1 && sent.length > 0) {
        items.push(sent[Math.floor(random() * sent.length)] ?? '');
        expected.repeated += 1;
      } else if (fate < 0.25) {
        const kind = badKinds[Math.floor(random() * badKinds.length)] ?? badKinds[0];
        bad.push(items.length);
        items.push(kind.make(`bad${batch}-${n}`));
        codes[kind.code] = (codes[kind.code] ?? 0) + 1;
        expected.bad += 1;
      } else {
        const text = JSON.stringify(goodMessage(`good${batch}-${n}`));
        items.push(text);
        sent.push(text);
        expected.good += 1;
      }
    }
    const answer = await post('/v1/batch', `{"batch":[${items.join(',')}]}`, { authorization: basic(key) });
    expect(answer.status).toBe(200);
    expect(answer.body.setAside?.map(({ index }) => index)).toEqual(bad);
    answered += answer.body.accepted ?? 0;
    asideAnswered += answer.body.setAside?.length ?? 0;
  }
  await caughtUp(dataFolder);
  const listed = (await (await system.api('/api/w/company/sources')).json()) as {
    items: { name: string; total: { stored: number; duplicates: number; setAside: number } }[];
  };
  const total = listed.items.find(({ name }) => name === 'ledger')?.total;
  const byCode = await withDatabase(dataFolder, (client) =>
    client.query<{ code: string; count: number }>(
      `select code, count(*)::float8 as count from set_aside join source using (workspace, source) where name = 'ledger' group by code`,
    ),
  );
  console.log('ledger:', JSON.stringify({ seed, received: answered + asideAnswered, ...total, expected }));
  expect(answered + asideAnswered).toBe(100_000);
  expect(total).toEqual({ stored: expected.good, duplicates: expected.repeated, setAside: expected.bad });
  expect(Object.fromEntries(byCode.rows.map(({ code, count }) => [code, count]))).toEqual(codes);
}, 600_000);

it('no public key joins two known people, nor learns anything, in 1,000 attempts (T-48)', async () => {
  const victims = 100;
  const known = Array.from({ length: victims }, (_, n) => ({
    type: 'identify',
    messageId: `victim${n}`,
    userId: `victim${n}`,
    anonymousId: `victim-browser${n}`,
    traits: { email: `victim${n}@example.com`, name: `Secret ${n}` },
  }));
  const attackers = Array.from({ length: victims }, (_, n) => ({
    type: 'identify',
    messageId: `attacker${n}`,
    userId: `attacker${n}`,
    traits: { email: `attacker${n}@example.com` },
  }));
  await post('/v1/batch', JSON.stringify({ batch: [...known, ...attackers] }));
  const forms: readonly ((n: number) => object)[] = [
    (n) => ({ type: 'alias', previousId: `victim${n}`, userId: `attacker${n}` }),
    (n) => ({ type: 'alias', previousId: `attacker${n}`, userId: `victim${n}` }),
    (n) => ({ type: 'identify', userId: `attacker${n}`, traits: { email: `victim${n}@example.com` } }),
    (n) => ({ type: 'identify', userId: `victim${n}`, traits: { email: `attacker${n}@example.com` } }),
    (n) => ({ type: 'identify', userId: `attacker${n}`, anonymousId: `victim-browser${n}`, traits: {} }),
    (n) => ({
      type: 'track',
      event: 'E',
      userId: `attacker${n}`,
      context: { traits: { email: `victim${n}@example.com` } },
    }),
    (n) => ({
      type: 'track',
      event: 'E',
      userId: `attacker${n}`,
      context: { externalIds: [{ type: 'user_id', id: `victim${n}` }] },
    }),
    (n) => ({
      type: 'group',
      groupId: 'g',
      userId: `attacker${n}`,
      context: { traits: { email: `victim${n}@example.com` } },
    }),
    (n) => ({
      type: 'page',
      anonymousId: `victim-browser${n}`,
      context: { traits: { email: `attacker${n}@example.com` } },
    }),
    (n) => ({ type: 'identify', userId: `attacker${n}`, traits: { email: `VICTIM${n}@Example.com ` } }),
  ];
  let attempts = 0;
  let told = 0;
  for (let n = 0; n < victims; n += 1) {
    for (const form of forms) {
      const message = { ...form(n), messageId: `attack${attempts}`, writeKey: publicKey };
      const { type } = message as { type?: string };
      const answer = await post(`/v1/${type}`, JSON.stringify(message), {});
      if (/Secret|victim\d+@|"traits"/.test(answer.text)) told += 1;
      attempts += 1;
    }
  }
  for (const path of ['/api/w/company/customers', '/api/w/company/sources', '/api/me']) {
    const answer = await fetch(`${system.url}${path}`, { headers: { authorization: basic(publicKey) } });
    expect(answer.status).toBe(401);
  }
  await caughtUp(dataFolder);
  const joined = await withDatabase(dataFolder, (client) =>
    client.query(
      `select np.person from node_person np join identifier i using (workspace, node)
       join namespace n on n.workspace = i.workspace and n.code = i.namespace
       where n.name in ('user_id', 'email') and i.value ~ '^(victim|attacker)\\d+(@|$)'
       group by np.workspace, np.person
       having count(distinct substring(i.value from '^(victim|attacker)')) > 1`,
    ),
  );
  console.log(`takeover: ${attempts} attempts, ${joined.rowCount} persons joined, ${told} answers told something`);
  expect(attempts).toBe(1_000);
  expect(joined.rowCount).toBe(0);
  expect(told).toBe(0);
});
