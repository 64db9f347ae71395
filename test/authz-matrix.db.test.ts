import { readFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cliTokenPath } from '../packages/engine/src/govern/tokens/cli-token.js';
import type { Access } from '../packages/engine/src/http/access.js';
import { publicUrl, setUp, type TestApp, testApp } from './test-app.js';
import { testPostgres } from './test-postgres.js';

/*
 * Every route of the running server's own OpenAPI document × every kind of credential. What is expected follows from the access
 * the route declares, so a new route is in the matrix by itself, and one without declared access keeps the server from starting.
 */

const callers = [
  'nobody',
  'public write key',
  'server write key',
  'viewer token',
  'admin token',
  'viewer session',
  'admin session',
  'other workspace: admin token',
  'other workspace: admin session',
  'revoked token',
  'command line',
  'command line from elsewhere',
] as const;
type Caller = (typeof callers)[number];
type Outcome = 'in' | 401 | 403 | 404;

const known = new Set<Caller>(
  callers.filter((one) => /token$|session$|^command line$/.test(one) && one !== 'revoked token'),
);

function expected(access: Access, caller: Caller): Outcome {
  switch (access) {
    case 'public':
      return 'in';
    case 'write-key':
      return caller.endsWith('write key') ? 'in' : 401;
    case 'signature':
      return 401;
    case 'monitor':
      if (!known.has(caller)) return 401;
      return caller.endsWith('admin token') || caller === 'command line' ? 'in' : 403;
    case 'known':
      return known.has(caller) ? 'in' : 401;
    case 'signed-in':
      return !known.has(caller) ? 401 : caller.endsWith('session') ? 'in' : 403;
    case 'command-line':
      return !known.has(caller) ? 401 : caller === 'command line' ? 'in' : 403;
    case 'viewer':
    case 'admin':
      if (!known.has(caller)) return 401;
      if (caller.startsWith('other workspace')) return 404;
      return access === 'admin' && caller.startsWith('viewer') ? 403 : 'in';
  }
}

interface Credential {
  readonly headers: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
}

describe('who may call what', () => {
  it('each route lets in whom it declares, for every kind of credential', async () => {
    const test = await testApp(await testPostgres());
    onTestFinished(() => test.close());
    const { slug, credentials } = await everybody(test);
    const document = (await test.app.inject('/api/openapi.json')).json<{
      paths: Record<string, Record<string, { 'x-access'?: Access }>>;
    }>();
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { 'x-access': access }]) => ({ path, method, access })),
    );
    routes.sort((a, b) => Number(a.path.endsWith('/sign-out')) - Number(b.path.endsWith('/sign-out')));
    expect(routes.length).toBeGreaterThan(20);

    const wrong: string[] = [];
    let tried = 0;
    for (const { path, method, access } of routes) {
      if (access === undefined) throw new Error(`${method} ${path} declares no access`);
      const url = path.replace('{workspace}', slug).replace(/\{\w+\}/g, '01890000-0000-7000-8000-000000000000');
      for (const caller of callers) {
        tried += 1;
        const before = test.logged.length;
        const { headers, remoteAddress = '198.51.100.1' } = credentials[caller];
        const answer = await test.app.inject({
          method: method.toUpperCase() as 'GET',
          url,
          headers: { ...headers },
          remoteAddress,
          ...(method === 'get' || method === 'delete' ? {} : { payload: access === 'write-key' ? { batch: [] } : {} }),
        });
        const refused =
          access === 'write-key' || access === 'signature'
            ? answer.statusCode === 401
            : test.logged.slice(before).some((line) => line.includes('access refused'));
        const outcome: Outcome | number = refused ? answer.statusCode : 'in';
        if (outcome !== expected(access, caller)) {
          wrong.push(`${method} ${path} (${access}) as ${caller}: ${outcome} instead of ${expected(access, caller)}`);
        }
        if (caller.startsWith('other') && path.includes('{workspace}') && answer.json().code !== 'request.not-found') {
          wrong.push(`${method} ${path} as ${caller}: code ${answer.json().code}`);
        }
      }
    }
    console.log(
      `authorisation: ${routes.length} routes × ${callers.length} callers, ${tried} requests, ${wrong.length} unexpected`,
    );
    expect(wrong).toEqual([]);
  });
});

async function everybody(test: TestApp): Promise<{ slug: string; credentials: Record<Caller, Credential> }> {
  const { app } = test;
  const { slug, cookie } = await setUp(test);
  const cli = { authorization: `Bearer ${await cliToken(test)}` };
  const post = async <T>(url: string, payload: object, headers: Record<string, string>): Promise<T> => {
    const answer = await app.inject({ method: 'POST', url, payload, headers: { origin: publicUrl, ...headers } });
    if (answer.statusCode >= 300) throw new Error(`${url} answered ${answer.statusCode} ${answer.body}`);
    return answer.json<T>();
  };
  const session = async (workspace: string, role: string, email: string): Promise<Credential> => {
    const { link } = await post<{ link: string }>(`/api/w/${workspace}/users/invite`, { role }, cli);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/invitations/accept',
      payload: { token: link.split('token=')[1], name: email, email, password: 'a long enough password' },
    });
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]);
    return { headers: { cookie: cookies.join('; '), origin: publicUrl } };
  };
  const bearer = async (workspace: string, role: string): Promise<Credential & { readonly id: string }> => {
    const made = await post<{ id: string; token: string }>(`/api/w/${workspace}/tokens`, { name: role, role }, cli);
    return { id: made.id, headers: { authorization: `Bearer ${made.token}` } };
  };
  const writeKey = async (key: string): Promise<Credential> => {
    const made = await post<{ writeKey: string }>(`/api/w/${slug}/sources`, { name: key, channel: 'web', key }, cli);
    return { headers: { authorization: `Basic ${Buffer.from(`${made.writeKey}:`).toString('base64')}` } };
  };
  const questions = { country: 'FR', zone: 'Europe/Paris', currency: 'EUR', language: 'fr', weekStartsOn: 1 };
  const other = (await post<{ workspace: string }>('/api/workspaces', { name: 'Other', ...questions }, cli)).workspace;
  const revoked = await bearer(slug, 'admin');
  await app.inject({ method: 'DELETE', url: `/api/w/${slug}/tokens/${revoked.id}`, headers: cli });
  return {
    slug,
    credentials: {
      nobody: { headers: {} },
      'public write key': await writeKey('public'),
      'server write key': await writeKey('server'),
      'viewer token': await bearer(slug, 'viewer'),
      'admin token': await bearer(slug, 'admin'),
      'viewer session': await session(slug, 'viewer', 'viewer@example.com'),
      'admin session': { headers: { cookie, origin: publicUrl } },
      'other workspace: admin token': await bearer(other, 'admin'),
      'other workspace: admin session': await session(other, 'admin', 'other@example.com'),
      'revoked token': revoked,
      'command line': { headers: cli, remoteAddress: '127.0.0.1' },
      'command line from elsewhere': { headers: cli },
    },
  };
}

async function cliToken(test: TestApp): Promise<string> {
  return (await readFile(cliTokenPath(test.dataFolder), 'utf8')).trim();
}
