import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Comparison {
  readonly opening: string;
  readonly a: { readonly id: string; readonly name: string };
  readonly b: { readonly id: string; readonly name: string };
  readonly traits: readonly { readonly trait: string; readonly verdict: string }[];
  readonly why: readonly string[];
}

let app: IdentityApp;

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  const { writeKey } = await app.source('Shop', 'web');
  await app.send(writeKey, [
    { type: 'identify', userId: 'u-1', traits: { name: 'Anna Roth', city: 'Leeds', email: 'anna@example.com' } },
    { type: 'identify', userId: 'u-2', traits: { name: 'ANNA ROTH', city: 'York', birthday: '1980-01-02' } },
  ]);
});
afterAll(async () => {
  await app?.close();
});

const pair = { a: { namespace: 'user_id', value: 'u-1' }, b: { namespace: 'user_id', value: 'u-2' } };
const compare = (a: string, b: string) => app.ask<Comparison>('GET', `/customers/${a}/compare/${b}`);
async function idOf(q: string): Promise<string> {
  return (await app.ask<{ items: { id: string }[] }>('GET', `/customers?q=${q}`)).body.items[0]?.id ?? '';
}

it('shows where two persons agree and differ, and why they are not one', async () => {
  const [a, b] = [await idOf('u-1'), await idOf('u-2')];
  const { status, body } = await compare(a, b);
  expect(status).toBe(200);
  expect(body).toMatchObject({ a: { id: a, name: 'Anna Roth' }, b: { id: b, name: 'ANNA ROTH' } });
  expect(body.traits).toEqual([
    { trait: 'city', verdict: 'different' },
    { trait: 'name', verdict: 'same' },
    { trait: 'birthday', verdict: 'one-sided' },
    { trait: 'email', verdict: 'one-sided' },
  ]);
  expect(body.opening).toBe('They agree in 1 value and differ in 1; nothing has ever joined them.');
  expect(body.why).toEqual(['No source ever named something of one together with something of the other.']);
});

it('says that somebody decided against it, and that two that were joined are one', async () => {
  const [a, b] = [await idOf('u-1'), await idOf('u-2')];
  const joined = await app.ask<{ decision: string }>('POST', '/customers/join', { payload: pair });
  const refused = await compare(a, b);
  expect(refused).toMatchObject({ status: 409, body: { code: 'customers.already-one' } });
  const split = await app.ask('POST', `/customers/${a}/split`, { payload: pair });
  expect(split.status).toBe(200);
  const { status, body } = await compare(a, b);
  expect(status).toBe(200);
  expect(body.opening).toContain('they are kept apart');
  expect(body.why.join(' ')).toContain('different');
  await app.ask('POST', `/matches/${joined.body.decision}/undo`);
});

it('writes into the audit that both were looked at', async () => {
  const read = await app.pool.query<{ target: string }>(
    `select distinct target from audit where action = 'customers.looked-at'`,
  );
  expect(read.rows.map(({ target }) => target).sort()).toEqual([await idOf('u-1'), await idOf('u-2')].sort());
});
