import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let app: IdentityApp;
let till: { readonly id: string; readonly writeKey: string };
const minuteMs = 60_000;

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  till = await app.source('Till', 'store');
});
afterAll(async () => {
  await app?.close();
});

interface Quality {
  readonly items: readonly {
    readonly source: string;
    readonly usualDelayMs: number | null;
    readonly slowDelayMs: number | null;
    readonly longestGapMs: number | null;
  }[];
}
const quality = async () => (await app.ask<Quality>('GET', '/sources/quality')).body.items;
const bought = (ageMinutes: number, marks: object = {}) => ({
  type: 'track',
  event: 'Bought',
  timestamp: new Date(app.test.clock.nowMs - ageMinutes * minuteMs).toISOString(),
  context: { interaction: { marks } },
});

it('a source that sent nothing is not among them', async () => {
  expect(await quality()).toEqual([]);
});

it('how late interactions come is measured of what people did, and what is left out is counted', async () => {
  await app.send(till.writeKey, [
    ...Array.from({ length: 19 }, () => bought(2)),
    bought(60),
    bought(600, { machine: true }),
    bought(1, { internal: true }),
    bought(1, { test: true }),
    bought(1, { test: true }),
  ]);
  // Answers are kept for a moment; from then on the new one is given.
  app.test.clock.nowMs += 11 * minuteMs;
  await expect.poll(async () => (await quality())[0]?.source, { timeout: 60_000, interval: 50 }).toBe(till.id);
  const [item] = await quality();
  expect(item).toMatchObject({ source: till.id, interactions: 24, machines: 1, staff: 1, tests: 2 });
  expect(item?.usualDelayMs).toBe(2 * minuteMs);
  expect(item?.slowDelayMs).toBeGreaterThanOrEqual(2 * minuteMs);
  expect(item?.slowDelayMs).toBeLessThanOrEqual(60 * minuteMs);
  expect(item?.longestGapMs).toBeNull();
});

it('a source that sends often has a rhythm: its longest silence', async () => {
  for (let n = 0; n < 22; n += 1) {
    app.test.clock.nowMs += (n === 12 ? 90 : 20) * minuteMs;
    await app.send(till.writeKey, [bought(0)]);
  }
  app.test.clock.nowMs += 11 * minuteMs;
  await expect
    .poll(async () => (await quality())[0]?.longestGapMs, { timeout: 60_000, interval: 50 })
    .toBe(90 * minuteMs);
});
