import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let app: IdentityApp;
let shop = '';
let calls = '';

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  shop = (await app.source('Shop', 'web')).writeKey;
  calls = (await app.source('Calls', 'call_centre', 80)).writeKey;
});
afterAll(async () => {
  await app?.close();
});

const daysAgo = (days: number) => new Date(app.test.clock.nowMs - days * 86_400_000).toISOString();
const who = {
  context: { externalIds: [{ type: 'email', id: 'anna@example.com', collection: 'users', encoding: 'none' }] },
};
const track = (days: number, event: string, properties: object = {}, interaction: object = {}) => ({
  type: 'track',
  ...{ event, properties, timestamp: daysAgo(days) },
  context: { ...who.context, interaction },
});

async function story(): Promise<readonly string[]> {
  const found = await app.ask<{ items: readonly { id: string }[] }>('GET', '/customers?q=anna@example.com');
  const { status, body } = await app.ask<{ lines: string[] }>('GET', `/customers/${found.body.items[0]?.id}/story`);
  expect(status).toBe(200);
  return body.lines;
}

it('a story tells the open complaint, the last contact and what was bought, and leaves out trials', async () => {
  await app.send(shop, [
    track(400, 'Order Completed', { order_id: 'a', revenue: 10, currency: 'EUR' }),
    track(300, 'Order Completed', { order_id: 'b', revenue: 30, currency: 'EUR' }),
    track(300, 'Order Completed', { order_id: 'b', revenue: 2.5, currency: 'EUR' }),
    track(2, 'Order Completed', { order_id: 'c', revenue: 1_000, currency: 'EUR' }, { marks: { test: true } }),
  ]);
  await app.send(calls, [
    track(12, 'Complained', {}, { about: { kind: 'complaint', id: 'C-7' }, outcome: 'badly' }),
    track(5, 'Called', {}, { about: { kind: 'complaint', id: 'C-7' }, reason: 'delivery', outcome: 'neither' }),
  ]);
  const lines = await story();
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^A complaint of .* is open \(C-7\), with 1 contact since\.$/);
  expect(lines[1]).toMatch(/^Last contact on .*: Called \(Call centre\), about complaint C-7, because of delivery\.$/);
  expect(lines[2]).toMatch(/^Bought 2 times, mostly through Web, for 42\.50 EUR; the last time on /);
});

it('once the case is solved, nothing is open', async () => {
  await app.send(calls, [track(1, 'Case Closed', {}, { about: { kind: 'complaint', id: 'C-7' } })]);
  expect((await story())[0]).toMatch(/^Last contact on /);
});
