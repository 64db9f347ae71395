import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDebianPostgres } from '../debian-postgres.js';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { expectAccessible } from './expect-accessible.js';
import { tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

const postgres = await startDebianPostgres();
const notRun = 'notRun' in chromium ? chromium.notRun : 'notRun' in postgres ? postgres.notRun : undefined;
if (notRun !== undefined) console.log(`not run: reading a database in the browser, because ${notRun}`);

const soon = { timeout: 45_000 };

describe.skipIf(notRun !== undefined)('bringing in a table of a database', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let port = '';

  beforeAll(async () => {
    if ('notRun' in postgres) return;
    port = new URL(postgres.url).port;
    const client = new pg.Client(postgres.url);
    await client.connect();
    await client.query(`create table orders as
      select n as order_no, 'person' || n % 40 || '@example.com' as email, now() - n * interval '1 hour' as ordered_at, (n * 1.10)::numeric(10, 2) as amount
      from generate_series(1, 500) n`);
    await client.query('create role reader login; grant select on orders to reader; create table secret (x int)');
    await client.end();
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    page.setDefaultTimeout(20_000);
    await signIn(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
    if (!('notRun' in postgres)) postgres.stop();
  });

  test('by keyboard somebody says where it is, and is asked before a server is read from for the first time', async () => {
    await page.getByRole('link', { name: 'A database' }).waitFor();
    await tabTo(page, /^A database$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Host').waitFor();
    await tabTo(page, /^Host/);
    for (const text of ['127.0.0.1', port, 'company', 'nobody', 'top secret']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await tabTo(page, /^Look for tables$/);
    await page.keyboard.press('Enter');
    await page.getByText(`This workspace does not read from 127.0.0.1:${port} yet.`).waitFor();
    await expectAccessible(page);
  });

  test('a user that the database does not know is said so, and the fields keep what was typed', async () => {
    await page.getByRole('button', { name: 'Allow it and look' }).click();
    await page.getByText('The database does not accept this user and password.').waitFor();
    expect(await page.getByLabel('Database').inputValue()).toBe('company');
    await expectAccessible(page);
  });

  test('the tables that the user may read are listed', async () => {
    await page.getByLabel('User').fill('reader');
    await page.getByRole('button', { name: /look/i }).click();
    await page.getByText('Connected: 1 table can be read.').first().waitFor();
    expect(await page.getByText('secret').count()).toBe(0);
    await expectAccessible(page);
  });

  test('the chosen one is read and goes on as a file that was handed in', async () => {
    await page.getByRole('button', { name: 'Bring in orders' }).click();
    await page.waitForURL(/\/data\/imports\/guide\?file=/);
    await page.getByText('orders.jsonl').first().waitFor();
    await page.getByText('ordered_at').first().waitFor({ state: 'attached' });
    expect(page.url()).not.toContain('secret');
    expect(throughline.output()).not.toContain('top secret');
  });

  test('a read that is no more says so and leads back', async () => {
    await page.goto(page.url().replace(/imports\/guide.*/, 'database?read=01890000-0000-7000-8000-000000000000'));
    await page.getByText('There is no such read').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByLabel('Host').waitFor();
  });

  test('a server is removed by keyboard, after it was said what ends by that, and is asked about again', async () => {
    const server = `127.0.0.1:${port}`;
    await page.getByRole('heading', { name: 'Servers this workspace may read from' }).waitFor();
    await expectAccessible(page);
    await tabTo(page, new RegExp(`^Remove ${server}`));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('No table can be brought in from it any more').waitFor();
    await dialog.getByText('What was brought in from it before stays as it is.').waitFor();
    await expectAccessible(page);
    await tabTo(page, /^Remove it$/);
    await page.keyboard.press('Enter');
    await page.getByText(`${server} is removed.`).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: 'Servers this' }).count(), soon).toBe(0);
    for (const [label, text] of [
      ['Host', '127.0.0.1'],
      ['Port', port],
      ['Database', 'company'],
      ['User', 'reader'],
    ] as const)
      await page.getByLabel(label).fill(text);
    await page.getByRole('button', { name: 'Look for tables' }).click();
    await page.getByText(`This workspace does not read from ${server} yet.`).waitFor();
    expect(browser.complaints.filter((one) => !/status of (403|400|404)/.test(one))).toEqual([]);
  });
});
