import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminOfTest, cookieOf, publicUrl, setUp, type TestApp, testApp } from '../../../../../test/test-app.js';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { cliTokenPath } from '../tokens/cli-token.js';
import { adminFromEnvironment } from './admin-from-environment.js';
import { newSetupLink } from './setup-link.js';

let postgres: TestPostgres;
let test: TestApp;
const apps: TestApp[] = [];

beforeAll(async () => {
  postgres = await testPostgres();
});
beforeEach(async () => {
  test = await testApp(await postgres.fresh());
  apps.push(test);
});
afterAll(() => Promise.all(apps.map((app) => app.close())));

const workspace = {
  name: 'Möller & Söhne',
  country: 'DE',
  zone: 'Europe/Berlin',
  currency: 'EUR',
  language: 'de',
  weekStartsOn: 1,
};

const finish = (token: string | undefined, change: object = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/api/setup',
    payload: { token, ...adminOfTest, workspace, ...change },
  });
const tokenOf = (link: string | undefined) => link?.split('token=')[1];
const needed = async () => (await test.app.inject('/api/setup')).json<{ needed: boolean }>().needed;

describe('the set-up', () => {
  it('makes one admin and one workspace, and signs the admin in', async () => {
    expect(await needed()).toBe(true);
    const done = await finish(tokenOf(await newSetupLink(test.ctx)));
    expect([done.statusCode, done.json()]).toEqual([201, { workspace: 'moller-sohne' }]);
    const me = await test.app.inject({ url: '/api/me', headers: { cookie: cookieOf(done.headers['set-cookie']) } });
    expect(me.json()).toMatchObject({
      user: { email: adminOfTest.email },
      workspaces: [{ slug: 'moller-sohne', name: 'Möller & Söhne', role: 'admin', zone: 'Europe/Berlin' }],
    });
    expect(await needed()).toBe(false);
  });

  it('links of earlier starts stay valid until one is renewed or the set-up is done', async () => {
    const first = tokenOf(await newSetupLink(test.ctx));
    const second = tokenOf(await newSetupLink(test.ctx));
    const renewed = tokenOf(await newSetupLink(test.ctx, { renew: true }));
    expect((await finish(first)).json()).toMatchObject({ status: 410, code: 'setup.link-invalid' });
    expect((await finish(second)).statusCode).toBe(410);
    expect((await finish(undefined)).statusCode).toBe(400);
    expect((await finish(renewed)).statusCode).toBe(201);
    expect((await finish(renewed)).json()).toMatchObject({ status: 409, code: 'setup.done' });
    expect(await newSetupLink(test.ctx)).toBeUndefined();
  });

  it('of many who use the link at once one succeeds', async () => {
    const token = tokenOf(await newSetupLink(test.ctx));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => finish(token, { email: `ada${i}@example.com` })),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('names the answer it does not understand', async () => {
    const token = tokenOf(await newSetupLink(test.ctx));
    const answer = await finish(token, { workspace: { ...workspace, zone: 'Mars/Base' } });
    expect(answer.json()).toMatchObject({
      code: 'request.invalid',
      detail: 'workspace.zone: is no time zone such as Europe/Berlin',
    });
    expect((await finish(token, { password: 'short' })).json()).toMatchObject({
      detail: 'password: must have at least 10 characters',
    });
  });
});

describe('the first boot', () => {
  it('has no admin and no password of its own', async () => {
    expect(await adminFromEnvironment(test.ctx, {})).toBe(false);
    expect(await needed()).toBe(true);
    for (const [email, password] of [
      ['admin@example.com', 'admin'],
      ['admin', 'password'],
      ['throughline', 'throughline'],
    ]) {
      const answer = await test.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        payload: { email, password },
      });
      expect(answer.statusCode).toBe(401);
    }
  });

  it('takes the first admin from the environment, once', async () => {
    const environment = { THROUGHLINE_ADMIN_EMAIL: 'Ops@Example.com', THROUGHLINE_ADMIN_PASSWORD: 'a long enough one' };
    expect(await adminFromEnvironment(test.ctx, environment)).toBe(true);
    expect(await adminFromEnvironment(test.ctx, environment)).toBe(false);
    const signedIn = await test.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: 'ops@example.com', password: 'a long enough one' },
    });
    expect(signedIn.statusCode).toBe(200);
  });

  it.each([
    [{ THROUGHLINE_ADMIN_EMAIL: 'ops@example.com' }],
    [{ THROUGHLINE_ADMIN_PASSWORD: 'a long enough one' }],
    [{ THROUGHLINE_ADMIN_EMAIL: 'ops@example.com', THROUGHLINE_ADMIN_PASSWORD: 'admin' }],
    [{ THROUGHLINE_ADMIN_EMAIL: 'ops', THROUGHLINE_ADMIN_PASSWORD: 'a long enough one' }],
  ])('refuses %j', async (environment) => {
    await expect(adminFromEnvironment(test.ctx, environment)).rejects.toMatchObject({ code: 'boot.admin-incomplete' });
    expect(await needed()).toBe(true);
  });

  it('keeps the command line’s token readable by its owner alone', async () => {
    expect((await stat(cliTokenPath(test.dataFolder))).mode & 0o777).toBe(0o600);
  });
});

describe('people of a workspace', () => {
  it('an invitation works once, for the address it names, and ends after seven days', async () => {
    const { slug, cookie } = await setUp(test);
    const invite = async (body: object) =>
      tokenOf(
        (
          await test.app.inject({
            method: 'POST',
            url: `/api/w/${slug}/users/invite`,
            headers: { cookie, origin: publicUrl },
            payload: body,
          })
        ).json<{ link: string }>().link,
      );
    const accept = (token: string | undefined, email: string, password = 'a long enough one') =>
      test.app.inject({
        method: 'POST',
        url: '/api/invitations/accept',
        payload: { token, name: 'Bob', email, password },
      });
    const named = await invite({ role: 'viewer', email: 'Bob@example.com' });
    expect((await accept(named, 'eve@example.com')).json()).toMatchObject({ code: 'invitation.invalid' });
    const answers = await Promise.all([accept(named, 'bob@example.com'), accept(named, 'bob@example.com')]);
    expect(answers.map((answer) => answer.statusCode).filter((status) => status === 200)).toHaveLength(1);
    expect((await accept(named, 'bob@example.com')).statusCode).toBe(410);

    const again = await invite({ role: 'admin' });
    expect((await accept(again, 'bob@example.com', 'not their password')).json()).toMatchObject({
      code: 'sign-in.refused',
    });

    const late = await invite({ role: 'viewer' });
    test.clock.nowMs += 7 * 24 * 3600 * 1000 + 1;
    expect((await accept(late, 'late@example.com')).statusCode).toBe(410);
  });

  it('a role that is taken away is gone with the next request, and the last admin stays', async () => {
    const { slug, cookie } = await setUp(test);
    const admin = { cookie, origin: publicUrl };
    const url = `/api/w/${slug}`;
    const { link } = (
      await test.app.inject({ method: 'POST', url: `${url}/users/invite`, headers: admin, payload: { role: 'admin' } })
    ).json<{ link: string }>();
    const joined = await test.app.inject({
      method: 'POST',
      url: '/api/invitations/accept',
      payload: { token: tokenOf(link), name: 'Bob', email: 'bob@example.com', password: 'a long enough one' },
    });
    const bob = { cookie: cookieOf(joined.headers['set-cookie']), origin: publicUrl };
    const post = () =>
      test.app.inject({ method: 'POST', url: `${url}/tokens`, headers: bob, payload: { name: 'x', role: 'viewer' } });
    expect((await post()).statusCode).toBe(201);
    const users = (await test.app.inject({ url: `${url}/users`, headers: admin })).json<{
      items: { id: string; email: string; lastSeenAt: string | null }[];
    }>().items;
    expect(users.map((user) => user.lastSeenAt === null)).toEqual([false, false]);
    const idOf = (email: string) => users.find((user) => user.email === email)?.id ?? '';
    const change = (id: string, payload: object | undefined) =>
      test.app.inject({
        method: payload === undefined ? 'DELETE' : 'PATCH',
        url: `${url}/users/${id}`,
        headers: admin,
        ...(payload === undefined ? {} : { payload }),
      });
    expect((await change(idOf('bob@example.com'), { role: 'viewer' })).statusCode).toBe(200);
    expect((await post()).statusCode).toBe(403);
    expect((await change(idOf(adminOfTest.email), { role: 'viewer' })).json()).toMatchObject({
      code: 'users.last-admin',
    });
    expect((await change(idOf(adminOfTest.email), undefined)).json()).toMatchObject({ code: 'users.last-admin' });
    expect((await change(idOf('bob@example.com'), undefined)).statusCode).toBe(204);
    expect((await post()).statusCode).toBe(401);
  });

  it('each change is in the audit with who made it, and holds no secret', async () => {
    const { slug, cookie } = await setUp(test);
    const headers = { cookie, origin: publicUrl };
    const token = (
      await test.app.inject({
        method: 'POST',
        url: `/api/w/${slug}/tokens`,
        headers,
        payload: { name: 'nightly', role: 'viewer' },
      })
    ).json<{ token: string }>().token;
    await test.app.inject({ method: 'PATCH', url: `/api/w/${slug}/settings`, headers, payload: { name: 'Corner' } });
    const rows = await test.ctx.appPool.connect().then(async (client) => {
      await client.query("begin; select set_config('app.workspace', '1', true)");
      const found = await client.query<{ action: string; actor: string; detail: unknown }>(
        'select action, actor, detail from audit',
      );
      await client.query('rollback');
      client.release();
      return found.rows;
    });
    expect(rows.map((row) => row.action).sort()).toEqual(['settings.changed', 'tokens.created', 'workspaces.created']);
    expect(rows.every((row) => /^user:[0-9a-f-]{36}$/.test(row.actor))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(token.slice(8));
  });
});
