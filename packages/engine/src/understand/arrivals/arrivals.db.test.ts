import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let app: IdentityApp;
let site = '';

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  site = (await app.source('Site', 'web')).writeKey;
});
afterAll(async () => {
  await app?.close();
});

interface Arrivals {
  readonly channels: readonly { readonly channel: string | null; readonly arrivals: number }[];
  readonly notUnderstood: readonly { readonly field: string; readonly value: string; readonly arrivals: number }[];
  readonly rules: readonly { readonly id: string }[];
}
const arrivals = async () => (await app.ask<Arrivals>('GET', '/arrivals')).body;
const page = (search: string, referrer = '') => ({
  type: 'page',
  properties: { url: `https://www.shop.example/sale${search}`, referrer },
});

it('arrivals are told by channel, going on within the site is none, and what is not understood is listed', async () => {
  await app.send(site, [
    page('?utm_medium=CPC&utm_source=google'),
    page('?utm_medium=influencer&utm_source=anna', 'https://www.instagram.com/'),
    page('?utm_medium=influencer&utm_source=ben'),
    page('', 'https://www.google.de/'),
    page('', 'https://shop.example/start'),
    page(''),
    page('?gclid=x', 'https://www.google.de/'),
    { type: 'track', event: 'Bought', properties: { total: 5 } },
  ]);
  const { channels, notUnderstood } = await arrivals();
  expect(new Map(channels.map((one) => [one.channel, one.arrivals]))).toEqual(
    new Map([
      ['paid_search', 2],
      ['organic_search', 1],
      [null, 1],
    ]),
  );
  expect(notUnderstood).toEqual([{ field: 'medium', value: 'influencer', arrivals: 2 }]);
});

it('a rule places what came before it too, and its removal leaves no trace', async () => {
  const payload = { field: 'medium', value: ' Influencer ', channel: 'social' };
  expect((await app.ask('POST', '/arrivals/rules', { payload })).status).toBe(201);
  const ruled = await arrivals();
  expect(ruled.notUnderstood).toEqual([]);
  expect(ruled.channels).toContainEqual({ channel: 'social', arrivals: 2 });
  await app.ask('POST', '/arrivals/rules', { payload: { ...payload, channel: 'partner' } });
  expect((await arrivals()).channels).toContainEqual({ channel: 'partner', arrivals: 2 });
  const removed = await app.test.app.inject({
    method: 'DELETE',
    url: `/api/w/${app.slug}/arrivals/rules/${ruled.rules[0]?.id}`,
    headers: { authorization: `Bearer ${app.token}` },
  });
  expect(removed.statusCode).toBe(204);
  expect((await arrivals()).notUnderstood).toEqual([{ field: 'medium', value: 'influencer', arrivals: 2 }]);
});
