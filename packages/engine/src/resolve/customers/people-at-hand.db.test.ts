import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface AtHand {
  readonly saved: readonly { readonly id: string; readonly name: string }[];
  readonly recent: readonly { readonly id: string; readonly name: string }[];
}

let app: IdentityApp;
const ids = new Map<string, string>();

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  const { writeKey } = await app.source('Shop', 'web');
  await app.send(
    writeKey,
    ['Anna', 'Ben', 'Cleo'].map((name) => ({ type: 'identify', userId: `u-${name}`, traits: { name } })),
  );
  for (const name of ['Anna', 'Ben', 'Cleo']) {
    const { body } = await app.ask<{ items: { id: string }[] }>('GET', `/customers?q=u-${name}`);
    ids.set(name, body.items[0]?.id ?? '');
  }
});
afterAll(async () => {
  await app?.close();
});

const open = (name: string) => {
  app.test.clock.nowMs += 1_000;
  return app.ask('GET', `/customers/${ids.get(name)}`);
};
const change = (name: string, payload: object) => {
  app.test.clock.nowMs += 1_000;
  return app.ask<AtHand>('PATCH', `/customers/${ids.get(name)}/at-hand`, { payload });
};
async function atHand(token?: string) {
  const { status, body } = await app.ask<AtHand>('GET', '/customers/at-hand', token === undefined ? {} : { token });
  expect(status).toBe(200);
  const names = (people: AtHand['saved']) => people.map(({ name }) => name);
  return { saved: names(body.saved), recent: names(body.recent) };
}

it('lists whom I opened, the latest first, and whom I saved; others have lists of their own', async () => {
  for (const name of ['Anna', 'Ben', 'Cleo', 'Anna']) expect((await open(name)).status).toBe(200);
  expect(await atHand()).toEqual({ saved: [], recent: ['Anna', 'Cleo', 'Ben'] });
  await change('Ben', { saved: true });
  await change('Ben', { saved: true });
  expect(await atHand()).toEqual({ saved: ['Ben'], recent: ['Anna', 'Cleo', 'Ben'] });
  const made = await app.ask<{ token: string }>('POST', '/tokens', { payload: { name: 'other', role: 'viewer' } });
  expect(made.status).toBe(201);
  expect(await atHand(made.body.token)).toEqual({ saved: [], recent: [] });
});

it('forgets whom I take off a list, and only there', async () => {
  await change('Ben', { recent: false });
  expect(await atHand()).toEqual({ saved: ['Ben'], recent: ['Anna', 'Cleo'] });
  await change('Cleo', { recent: false });
  await change('Anna', { saved: true });
  await change('Ben', { saved: false });
  expect(await atHand()).toEqual({ saved: ['Anna'], recent: ['Anna'] });
  const left = await app.pool.query('select count(*)::integer as rows from person_of_user');
  expect(left.rows).toEqual([{ rows: 1 }]);
});

it('follows joins: two that became one are one entry, and are taken off under any id they had', async () => {
  await open('Cleo');
  await change('Cleo', { saved: true });
  const pair = { a: { namespace: 'user_id', value: 'u-Anna' }, b: { namespace: 'user_id', value: 'u-Cleo' } };
  expect((await app.ask('POST', '/customers/join', { payload: pair })).status).toBe(200);
  const { saved, recent } = await atHand();
  expect([saved.length, recent.length]).toEqual([1, 1]);
  await change('Cleo', { saved: false, recent: false });
  expect(await atHand()).toEqual({ saved: [], recent: [] });
});
