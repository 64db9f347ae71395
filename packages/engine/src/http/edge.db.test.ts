import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, setUp, type TestApp, testApp } from '../../../../test/test-app.js';
import { testPostgres } from '../../../../test/test-postgres.js';
import { cliTokenPath } from '../govern/tokens/cli-token.js';

let test: TestApp;
let slug: string;
let cli: { authorization: string };

beforeAll(async () => {
  test = await testApp(await testPostgres());
  ({ slug } = await setUp(test));
  cli = { authorization: `Bearer ${(await readFile(cliTokenPath(test.dataFolder), 'utf8')).trim()}` };
});
afterAll(() => test.close());

const addSource = (name: string, headers: Record<string, string> = {}) =>
  test.app.inject({
    method: 'POST',
    url: `/api/w/${slug}/sources`,
    headers: { ...cli, ...headers },
    payload: { name, channel: 'Call centre' },
  });

describe('problems', () => {
  it('name the field, carry a code and the id of the request', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: `/api/w/${slug}/sources`,
      headers: cli,
      payload: { name: 'Till', channel: 'store', trust: 'high' },
    });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({
      type: 'urn:throughline:error:request.invalid',
      status: 400,
      code: 'request.invalid',
      detail: expect.stringMatching(/^trust: /),
      details: { fields: [{ field: 'trust' }] },
      requestId: answer.headers['x-request-id'],
    });
  });

  it('a body that is no JSON, too large or of another type is told so', async () => {
    const post = (payload: string, type: string) =>
      test.app.inject({ method: 'POST', url: '/api/setup', headers: { 'content-type': type }, payload });
    expect((await post('{', 'application/json')).json()).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await post('', 'application/json')).json()).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await post('<a/>', 'text/xml')).json()).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await post(`"${'x'.repeat(1_100_000)}"`, 'application/json')).json()).toMatchObject({ status: 413 });
  });

  it('what is not there answers 404 as a problem under /api, and the application elsewhere', async () => {
    expect((await test.app.inject('/api/nothing')).json()).toMatchObject({ code: 'request.not-found' });
    expect((await test.app.inject('/assets/..%2f..%2fpackage.json')).statusCode).toBe(404);
    const page = await test.app.inject('/w/corner-shop/customers');
    expect([200, 503]).toContain(page.statusCode);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('an unchanged answer', () => {
  it('is 304 for whoever has it', async () => {
    const url = `/api/w/${slug}/channels`;
    const first = await test.app.inject({ url, headers: cli });
    const tag = String(first.headers.etag);
    const second = await test.app.inject({ url, headers: { ...cli, 'if-none-match': `"other", W/${tag}` } });
    expect([second.statusCode, second.body]).toEqual([304, '']);
    const other = await test.app.inject({ url, headers: { ...cli, 'if-none-match': '"other"' } });
    expect(other.statusCode).toBe(200);
  });
});

describe('an idempotency key', () => {
  it('makes a repeated request take effect once, with the same answer', async () => {
    const first = await addSource('Calls', { 'idempotency-key': 'one' });
    const again = await addSource('Calls', { 'idempotency-key': 'one' });
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.json(), again.headers['idempotent-replayed']]).toEqual([201, first.json(), 'true']);
    expect((await addSource('Calls')).json()).toMatchObject({ status: 409, code: 'sources.name-taken' });
  });

  it('of requests sent at once lets one through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => addSource('At once', { 'idempotency-key': 'two' })),
    );
    const made = answers.filter((answer) => answer.statusCode === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map((answer) => answer.body)).size).toBe(1);
    for (const answer of answers) {
      if (answer.statusCode !== 201) expect(answer.json()).toMatchObject({ code: 'idempotency.in-progress' });
    }
  });

  it('is refused for another request, and free again after a day', async () => {
    await addSource('First', { 'idempotency-key': 'three' });
    expect((await addSource('Second', { 'idempotency-key': 'three' })).json()).toMatchObject({
      code: 'idempotency.key-reused',
    });
    test.clock.nowMs += 24 * 3600 * 1000 + 1;
    expect((await addSource('Second', { 'idempotency-key': 'three' })).statusCode).toBe(201);
  });

  it('leaves no secret readable in the database', async () => {
    const made = (await addSource('Sealed', { 'idempotency-key': 'four' })).json<{ writeKey: string }>();
    const client = await test.ctx.appPool.connect();
    await client.query("begin; select set_config('app.workspace', '1', true)");
    const kept = await client.query<{ answer: Buffer }>("select answer from idempotency_key where key = 'four'");
    await client.query('rollback');
    client.release();
    expect(kept.rows[0]?.answer.toString('latin1')).not.toContain(made.writeKey);
  });
});

describe('sources', () => {
  it('have the spelling, defaults and kind of key that fit', async () => {
    const made = (await addSource('Hotline')).json<{ id: string; writeKey: string }>();
    expect(made.writeKey).toMatch(/^wk_srv_/);
    const items = (await test.app.inject({ url: `/api/w/${slug}/sources`, headers: cli })).json<{
      items: { id: string; days: unknown[] }[];
    }>().items;
    const source = items.find((one) => one.id === made.id);
    expect(source).toMatchObject({
      name: 'Hotline',
      channel: 'call_centre',
      trust: 50,
      zone: 'Europe/Berlin',
      country: 'DE',
      currency: 'EUR',
      keys: [{ kind: 'server', hint: made.writeKey.slice(0, 11) }],
      today: { stored: 0, duplicates: 0, setAside: 0 },
    });
    expect(source?.days).toHaveLength(30);
    expect(items.map((one) => (one as { name?: string }).name)).not.toContain('Decisions by people');
  });

  it('a rotated or archived key ends at once', async () => {
    const made = (await addSource('Rotated')).json<{ id: string; writeKey: string }>();
    const { writeKeys } = test.ctx;
    expect(await writeKeys.find(made.writeKey)).toMatchObject({ kind: 'server', zone: 'Europe/Berlin' });
    const url = `/api/w/${slug}/sources/${made.id}`;
    const { writeKey } = (
      await test.app.inject({ method: 'POST', url: `${url}/rotate`, headers: cli, payload: {} })
    ).json<{ writeKey: string }>();
    expect(await writeKeys.find(made.writeKey)).toBeUndefined();
    expect(await writeKeys.find(writeKey)).toBeDefined();
    await test.app.inject({ method: 'PATCH', url, headers: cli, payload: { archived: true } });
    expect(await writeKeys.find(writeKey)).toBeUndefined();
    expect(
      (await test.app.inject({ method: 'POST', url: `${url}/rotate`, headers: cli, payload: {} })).statusCode,
    ).toBe(404);
  });
});

describe('watching the instance', () => {
  it('says which stores are up, and counts without naming anybody', async () => {
    expect((await test.app.inject('/healthz')).json()).toEqual({ status: 'up' });
    const ready = await test.app.inject('/readyz');
    expect([ready.statusCode, ready.json()]).toEqual([503, { postgres: 'up', analytics: 'down' }]);
    const metrics = await test.app.inject('/metrics');
    expect(metrics.body).toContain('throughline_http_requests_total{method="POST",route="/api/w/:workspace/sources"');
    expect(metrics.body).not.toContain(slug);
    expect((await test.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })).statusCode).toBe(
      401,
    );
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const document = (await test.app.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/w/{workspace}/sources'].post).toMatchObject({
      'x-access': 'admin',
      requestBody: { content: { 'application/json': { schema: { type: 'object', required: ['name', 'channel'] } } } },
    });
    expect(JSON.stringify(document)).not.toContain(publicUrl);
  });
});
