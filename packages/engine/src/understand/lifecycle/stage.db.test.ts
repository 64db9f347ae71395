import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let app: IdentityApp;
let shop = '';

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  shop = (await app.source('Shop', 'web')).writeKey;
});
afterAll(async () => {
  await app?.close();
});

const daysAgo = (days: number) => new Date(app.test.clock.nowMs - days * 86_400_000).toISOString();
const track = (email: string, days: number, event: string, interaction: object = {}) => ({
  type: 'track',
  ...{ event, timestamp: daysAgo(days) },
  context: { externalIds: [{ type: 'email', id: email, collection: 'users', encoding: 'none' }], interaction },
});

async function stage(email: string): Promise<{ readonly stage: string | null; readonly how: string }> {
  const found = await app.ask<{ items: readonly { id: string }[] }>('GET', `/customers?q=${email}`);
  const { status, body } = await app.ask<{ stage: string | null; how: string }>(
    'GET',
    `/customers/${found.body.items[0]?.id}/stage`,
  );
  expect(status).toBe(200);
  return body;
}

it('each person stands in one stage, and lapses by the gaps between purchases of customers here', async () => {
  const regulars = Array.from({ length: 12 }, (_, n) => `regular-${n}@example.com`);
  await app.send(shop, [
    ...regulars.flatMap((email) => [130, 100, 70, 40, 10].map((days) => track(email, days, 'Order Completed'))),
    track('lapsed@example.com', 60, 'Order Completed'),
    track('kept@example.com', 20, 'Order Completed'),
    track('basket@example.com', 5, 'Product Added to Cart'),
    track('basket@example.com', 4, 'Page Viewed'),
    track('looker@example.com', 3, 'Page Viewed'),
    track('reached@example.com', 3, 'Newsletter sent', { channel: 'email', direction: 'to-customer' }),
    track('reached@example.com', 2, 'Newsletter opened', { channel: 'email' }),
  ]);
  expect(await stage('lapsed@example.com')).toMatchObject({ stage: 'win-back' });
  expect((await stage('lapsed@example.com')).how).toContain(
    'nine of ten gaps between purchases here are at most 30 days',
  );
  expect(await stage('kept@example.com')).toMatchObject({ stage: 'retention' });
  expect(await stage('basket@example.com')).toMatchObject({ stage: 'conversion' });
  expect(await stage('looker@example.com')).toMatchObject({ stage: 'acquisition' });
  expect(await stage('reached@example.com')).toMatchObject({ stage: 'branding' });
});
