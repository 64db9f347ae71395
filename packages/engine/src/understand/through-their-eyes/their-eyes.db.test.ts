import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Eyes {
  readonly opening: string;
  readonly facts: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly rows: readonly { label: string; last30: number; last90: number }[];
  }[];
}

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
const externalIds = (email: string) => [{ type: 'email', id: email, collection: 'users', encoding: 'none' }];
const track = (email: string, days: number, event: string, interaction: object = {}) => ({
  type: 'track',
  ...{ event, timestamp: daysAgo(days) },
  context: { externalIds: externalIds(email), interaction },
});

async function eyes(email: string): Promise<Eyes> {
  const found = await app.ask<{ items: readonly { id: string }[] }>('GET', `/customers?q=${email}`);
  const { status, body } = await app.ask<Eyes>('GET', `/customers/${found.body.items[0]?.id}/through-their-eyes`);
  expect(status).toBe(200);
  return body;
}
const sentences = ({ facts }: Eyes) => Object.fromEntries(facts.map(({ id, sentence }) => [id, sentence]));

it('what no source tells of cannot be told', async () => {
  await app.send(shop, [track('anna@example.com', 2, 'Page Viewed')]);
  const { opening, facts } = await eyes('anna@example.com');
  expect(opening).toMatch(/cannot be told, nor how often/);
  expect(facts.map(({ id }) => id)).toEqual(['sent', 'did', 'repeated', 'waited']);
  expect(sentences({ opening, facts }).repeated).toMatch(/^Cannot tell: no source/);
  expect(facts[1]?.rows).toEqual([{ label: 'Visit: Web', last30: 1, last90: 1 }]);
});

it('dealings are counted across sources, without trials, and without what happened to others', async () => {
  const order = { about: { kind: 'order', id: '8812' } };
  const mail = { channel: 'email' };
  await app.send(calls, [
    track('anna@example.com', 40, 'Called', { ...order, outcome: 'badly' }),
    track('anna@example.com', 37, 'Wrote', { ...order, ...mail }),
    track('anna@example.com', 36, 'Answered', { ...order, ...mail, direction: 'to-customer' }),
    track('anna@example.com', 12, 'Called', { outcome: 'well' }),
    track('anna@example.com', 11, 'Called', { marks: { test: true } }),
    track('ben@example.com', 11, 'Called'),
    track('ben@example.com', 0.01, 'Called'),
  ]);
  await app.send(shop, [
    track('anna@example.com', 60, 'Newsletter sent', { ...mail, direction: 'to-customer' }),
    track('anna@example.com', 5, 'Newsletter sent', { ...mail, direction: 'to-customer' }),
    track('anna@example.com', 5, 'Newsletter delivered', { ...mail, direction: 'to-customer' }),
    track('anna@example.com', 200, 'Newsletter sent', { ...mail, direction: 'to-customer' }),
  ]);
  // What the sources tell of at all is kept for a while.
  app.test.clock.nowMs += 11 * 60_000;
  const found = await vi.waitFor(
    async () => {
      const newest = await eyes('anna@example.com');
      expect(newest.opening).toBe('We turned to them 3 times, they turned to us 3 times in the last 90 days.');
      return newest;
    },
    { timeout: 60_000, interval: 200 },
  );
  expect(sentences(found)).toMatchObject({
    sent: '3 messages in 90 days, 1 of them in the last 30.',
    repeated:
      'After 1 of 3 contacts in a year they had to turn to us again. About the same case: 1. Once they came back through another channel.',
    waited: 'Half of 2 answers took 24 hours or less, the longest 4 days.',
  });
  expect(found.facts[1]?.rows).toEqual([
    { label: 'Contact: Call centre', last30: 1, last90: 2 },
    { label: 'Contact: E-mail', last30: 0, last90: 1 },
    { label: 'Visit: Web', last30: 1, last90: 1 },
  ]);
});
