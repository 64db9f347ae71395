import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Counted {
  readonly sentence: string;
  readonly customers: number;
  readonly visitors: number;
  readonly asOf: string;
  readonly look: readonly { readonly name: string | null; readonly identifiers: readonly { value: string }[] }[];
}
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly details: { readonly problems: readonly { readonly path: string; readonly type: string }[] };
}

let app: IdentityApp;

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  const shop = (await app.source('Shop', 'web')).writeKey;
  const daysAgo = (days: number) => new Date(app.test.clock.nowMs - days * 86_400_000).toISOString();
  const order = (userId: string, days: number, total: number) => ({
    ...{ type: 'track', event: 'Order Completed', userId, timestamp: daysAgo(days) },
    properties: { order_id: `${userId}-${days}`, total, currency: 'EUR' },
  });
  await app.send(shop, [
    { type: 'identify', userId: 'anna', traits: { name: 'Anna', plan: 'Gold' } },
    { type: 'identify', userId: 'ben', traits: { name: 'Ben', plan: 'silver' } },
    { type: 'identify', userId: 'cleo', traits: { name: 'Cleo' } },
    ...[order('anna', 10, 30), order('anna', 200, 5), order('ben', 100, 80)],
    ...['anna', 'ben'].flatMap((userId, more) => [
      { type: 'track', event: 'Asked', userId, timestamp: `${daysAgo(9).slice(0, 10)}T03:00:00Z` },
      { type: 'track', event: 'Parcel Sent', userId, timestamp: daysAgo(8 - more).slice(0, 10) },
    ]),
    { type: 'track', event: 'Product Viewed', anonymousId: 'somebody', timestamp: daysAgo(1) },
  ]);
});
afterAll(async () => {
  await app?.close();
});

const count = <T = Counted>(where: object) =>
  app.ask<T>('POST', '/segments/count', { payload: { condition: { version: 1, where } } });
const bought = { type: 'did', what: { kinds: ['buy'] } };

it('counts customers and visitors apart, says the condition in a sentence and shows some of them', async () => {
  const { status, body } = await count({ ...bought, in: { type: 'rolling', from: { count: 90, unit: 'day' } } });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...{ sentence: 'People who had a purchase in the last 90 days.', customers: 1, visitors: 0 },
    look: [{ name: 'Anna' }],
  });
  expect(Date.parse(body.asOf)).toBeLessThanOrEqual(app.test.clock.nowMs);
  expect((await count({ type: 'not', of: bought })).body).toMatchObject({ customers: 1, visitors: 1 });
});

it('puts traits and what people did together, as they are joined now', async () => {
  const spent = {
    ...{ type: 'sum', what: bought.what, of: { type: 'value', currency: 'EUR' } },
    test: { is: 'at-least', number: 35 },
  };
  const plan = { type: 'trait', trait: 'plan', test: { is: 'one-of', values: ['gold'] } };
  expect((await count(spent)).body.customers).toBe(2);
  expect((await count({ type: 'all', of: [spent, plan] })).body.look.map(({ name }) => name)).toEqual(['Anna']);
  expect((await count({ type: 'trait', trait: 'plan', test: { is: 'missing' } })).body).toMatchObject({
    ...{ customers: 1, visitors: 1 },
  });
});

it('within 24 hours is the same or the next day where only the day is known', async () => {
  const within = { count: 24, unit: 'hour' };
  const sent = { what: { names: ['Parcel Sent'] }, within };
  const { body } = await count({ type: 'sequence', steps: [{ what: { names: ['Asked'] } }, sent] });
  expect(body.look.map(({ name }) => name)).toEqual(['Anna']);
});

it('what is not there is named with its place, and nothing is counted', async () => {
  const { status, body } = await count<Problem>({
    type: 'all',
    of: [
      { type: 'did', what: { names: ['Order Complete'] } },
      { type: 'trait', trait: 'pla', test: { is: 'known' } },
    ],
  });
  expect(status).toBe(400);
  expect(body.code).toBe('segment.condition-invalid');
  expect(body.detail).toContain('where.of[0].what.names[0]: there is no interaction called “Order Complete”');
  expect(body.detail).toContain('did you mean “plan”?');
  expect((await count<Problem>({ type: 'nonsense' })).body.code).toBe('segment.condition-invalid');
});

it('counts nobody of another workspace', async () => {
  const slug = await app.workspace('Elsewhere');
  const { body } = await app.ask<Counted>('POST', '/segments/count', {
    ...{ slug, payload: { condition: { version: 1, where: { type: 'not', of: { type: 'did', what: {} } } } } },
  });
  expect(body).toMatchObject({ customers: 0, visitors: 0, look: [] });
});
