import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminOfTest, cookieOf, publicUrl, setUp, type TestApp, testApp } from '../../../../../test/test-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { openSignIn } from './open-sign-in.js';

let test: TestApp;
let slug: string;

beforeAll(async () => {
  test = await testApp(await testPostgres());
  ({ slug } = await setUp(test));
});
afterAll(() => test.close());

const browser = { origin: publicUrl, host: '127.0.0.1:8080' };

function signIn(password: string = adminOfTest.password, options: { email?: string; address?: string } = {}) {
  return test.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: browser,
    remoteAddress: options.address ?? '203.0.113.7',
    payload: { email: options.email ?? adminOfTest.email, password },
  });
}

function ask(cookie: string, url = `/api/w/${slug}/settings`) {
  return test.app.inject({ method: 'GET', url, headers: { cookie } });
}

const code = (answer: LightMyRequestResponse) => answer.json<{ code: string }>().code;

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await signIn();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ user: { email: adminOfTest.email, name: adminOfTest.name } });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect((await ask(cookieOf(answer.headers['set-cookie']))).statusCode).toBe(200);
  });

  it('the cookie goes over https alone where people reach the instance by https', async () => {
    const { appPool: pool, clock, log, secret } = test.ctx;
    const behindTls = openSignIn({ pool, clock, log, secret, publicUrl: 'https://cx.example.com' });
    const { cookies } = await behindTls.withPassword(adminOfTest.email, adminOfTest.password);
    expect(cookies.join()).toMatch(/^__Secure-throughline\.session_token=.*; Secure/i);
  });

  it('says the same of a wrong password and of a person it does not know', async () => {
    const wrong = await signIn('not the password');
    const unknown = await signIn('not the password', { email: 'nobody@example.com' });
    expect([wrong.statusCode, code(wrong)]).toEqual([401, 'sign-in.refused']);
    expect(unknown.json<{ detail: string }>().detail).toBe(wrong.json<{ detail: string }>().detail);
  });

  it('takes no session that somebody else chose, and ends the one that was there', async () => {
    const first = cookieOf((await signIn()).headers['set-cookie']);
    const again = await test.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { ...browser, cookie: first },
      payload: adminOfTest,
    });
    const second = cookieOf(again.headers['set-cookie']);
    expect(second).not.toBe(first);
    expect((await ask(first)).statusCode).toBe(401);
    expect((await ask(second)).statusCode).toBe(200);
    expect((await ask('throughline.session_token=chosen.by-an-attacker')).statusCode).toBe(401);
  });

  it('ends at once when the person signs out', async () => {
    const cookie = cookieOf((await signIn()).headers['set-cookie']);
    const out = await test.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { ...browser, cookie } });
    expect(out.statusCode).toBe(200);
    expect((await ask(cookie)).statusCode).toBe(401);
  });

  it('a changed password ends every session but the new one', async () => {
    const here = cookieOf((await signIn()).headers['set-cookie']);
    const elsewhere = cookieOf((await signIn()).headers['set-cookie']);
    const change = (currentPassword: string, newPassword: string, cookie: string) =>
      test.app.inject({
        method: 'POST',
        url: '/api/auth/change-password',
        headers: { ...browser, cookie },
        payload: { currentPassword, newPassword },
      });
    expect(code(await change('not the password', 'another long one', here))).toBe('sign-in.refused');
    const changed = await change(adminOfTest.password, 'another long one', here);
    expect(changed.statusCode).toBe(200);
    const renewed = cookieOf(changed.headers['set-cookie']);
    expect((await ask(here)).statusCode).toBe(401);
    expect((await ask(elsewhere)).statusCode).toBe(401);
    expect((await ask(renewed)).statusCode).toBe(200);
    expect((await signIn()).statusCode).toBe(401);
    expect((await change('another long one', adminOfTest.password, renewed)).statusCode).toBe(200);
  });

  it('nobody can sign up by themselves', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/auth/sign-up/email',
      payload: { name: 'Eve', email: 'eve@example.com', password: 'a long enough one' },
    });
    expect(answer.statusCode).toBe(404);
  });

  it('refuses what a page of another site makes a browser send', async () => {
    const cookie = cookieOf((await signIn()).headers['set-cookie']);
    const post = (headers: Record<string, string>) =>
      test.app.inject({
        method: 'POST',
        url: `/api/w/${slug}/tokens`,
        headers: { host: '127.0.0.1:8080', cookie, ...headers },
        payload: { name: 'x', role: 'viewer' },
      });
    expect(code(await post({ origin: 'https://evil.example' }))).toBe('request.cross-site');
    expect(code(await post({ 'sec-fetch-site': 'cross-site' }))).toBe('request.cross-site');
    expect(code(await post({ 'sec-fetch-site': 'same-site', origin: 'http://evil.127.0.0.1:8080' }))).toBe(
      'request.cross-site',
    );
    expect(code(await post({}))).toBe('request.cross-site');
    expect((await post({ origin: publicUrl })).statusCode).toBe(201);
    expect((await post({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
  });
});

describe('trying passwords', () => {
  it('ten failed tries close an account for everybody for a quarter of an hour', async () => {
    const email = 'tried@example.com';
    for (let i = 0; i < 10; i += 1) {
      expect((await signIn('wrong', { email, address: `198.51.100.${i}` })).statusCode).toBe(401);
    }
    const closed = await signIn('wrong', { email, address: '198.51.100.99' });
    expect([closed.statusCode, code(closed)]).toEqual([429, 'sign-in.too-many']);
    expect(Number(closed.headers['retry-after'])).toBeGreaterThan(800);
    test.clock.nowMs += 15 * 60 * 1000;
    expect((await signIn('wrong', { email, address: '198.51.100.99' })).statusCode).toBe(401);
  });

  it('tries sent at once count one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => signIn('wrong', { email: 'atonce@example.com', address: `192.0.2.${i}` })),
    );
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(10);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(15);
  });

  it('ten failed tries from one network close it, whatever the account', async () => {
    const from = (i: number) => ({ email: `p${i}@example.com`, address: `2001:db8:1:2::${(i + 1).toString(16)}` });
    for (let i = 0; i < 10; i += 1) expect((await signIn('wrong', from(i))).statusCode).toBe(401);
    expect((await signIn('wrong', from(10))).statusCode).toBe(429);
    expect((await signIn('wrong', { ...from(11), address: '2001:db8:1:3::1' })).statusCode).toBe(401);
  });

  it('signing in gives the account its tries back', async () => {
    const at = { address: '203.0.113.200' };
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1)
        expect((await signIn('wrong', { address: `203.0.113.${10 * round + i + 20}` })).statusCode).toBe(401);
      expect((await signIn(adminOfTest.password, at)).statusCode).toBe(200);
    }
  });
});

describe('the log', () => {
  it('holds no password, address, cookie or token', () => {
    const all = test.logged.join('');
    expect(all).toContain('sign-in refused');
    for (const secret of [adminOfTest.password, adminOfTest.email, 'throughline.session_token', 'tl_', 'tls_']) {
      expect(all).not.toContain(secret);
    }
  });
});
