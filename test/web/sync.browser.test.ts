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
if (notRun !== undefined)
  console.log(`not run: a table that is read again and again, in the browser, because ${notRun}`);

const soon = { timeout: 60_000 };
const mapping = {
  version: 1,
  source: 'Shop',
  file: { format: 'jsonl' },
  zone: 'UTC',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      key: 'order_no',
      identifiers: { email: '{email}' },
      name: 'Order Completed',
      channel: 'store',
      time: '{ordered_at}',
      properties: { amount: '{amount}' },
    },
  ],
};

describe.skipIf(notRun !== undefined)('a table that is read again and again', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let shop: pg.Client;
  let address = '';

  beforeAll(async () => {
    if ('notRun' in postgres) return;
    shop = new pg.Client(postgres.url);
    await shop.connect();
    await shop.query(`create table orders as
      select n as order_no, 'person' || n || '@example.com' as email, timestamptz '2026-05-01' + n * interval '1 hour' as ordered_at,
        (n * 1.10)::numeric(10, 2) as amount
      from generate_series(1, 60) n`);
    await shop.query('create role reader login; grant select on orders to reader');
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    page.setDefaultTimeout(45_000);
    await signIn(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
    await shop?.end();
    if (!('notRun' in postgres)) postgres.stop();
  });

  test('is chosen with its password stored, and goes on as a file', async () => {
    if ('notRun' in postgres) return;
    await page.getByRole('link', { name: 'A database' }).click();
    address = page.url();
    await page.getByLabel('Host').fill('127.0.0.1');
    await page.getByLabel('Port').fill(new URL(postgres.url).port);
    await page.getByLabel('Database').fill('company');
    await page.getByLabel('User').fill('reader');
    await page.getByRole('button', { name: 'Look for tables' }).click();
    await page.getByRole('button', { name: 'Allow it and look' }).click();
    await page.getByLabel('Read it again and again').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bring in orders' }).click();
    await page.waitForURL(/\/data\/imports\/guide\?file=/);
    const file = new URL(page.url()).searchParams.get('file');
    const made = await page.evaluate(
      async ({ file, mapping }) => {
        const [, , workspace] = location.pathname.split('/');
        const answer = await fetch(`/api/w/${workspace}/imports/files/${file}/import`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ mapping, source: { new: { name: 'Shop', channel: 'store' } } }),
        });
        return { status: answer.status, id: (await answer.json()).id as string };
      },
      { file, mapping: JSON.stringify(mapping) },
    );
    expect(made.status).toBe(201);
    await page.goto(address.replace(/\/data\/.*/, `/data/imports/${made.id}`));
    await page.getByRole('link', { name: 'Say how often orders is read' }).click();
    await page.getByText('One table is read again and again. One waits for you.').waitFor();
    await expectAccessible(page);
  });

  test('is begun by keyboard, with what speaks for each column', async () => {
    await tabTo(page, /^Begin: orders/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('ordered_at: never empty; grows from line to line in 100% of cases.').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('What is read each time').selectOption('new lines by ordered_at');
    await dialog.getByLabel('How often').selectOption('every hour');
    await tabTo(page, /^Begin$/);
    await page.keyboard.press('Enter');
    await page.getByText('every hour · new lines by ordered_at').waitFor();
    await page.getByText(/^Last read .*: one line|^Last read .*: 1 line/).waitFor(soon);
    await expectAccessible(page);
  });

  test('is held when a column is gone, says so, and goes on as somebody decides by keyboard', async () => {
    await shop.query('alter table orders drop column amount, alter column order_no type bigint');
    await tabTo(page, /^Read now: orders/);
    await page.keyboard.press('Enter');
    await page.getByText('The column amount, which the mapping reads, is gone.').waitFor(soon);
    await page.getByText('order_no was integer and is bigint now.').waitFor();
    await expectAccessible(page);
    await tabTo(page, /^Go on without it: orders/);
    await page.keyboard.press('Enter');
    await page.getByText('The column amount, which the mapping reads, is gone.').waitFor({ state: 'hidden' });
    await page.getByText('read by itself').waitFor();
  });

  test('says that its server is away, and is paused and removed', async () => {
    await shop.query('alter role reader nologin');
    await page.getByRole('button', { name: 'Read now: orders' }).click();
    await page.getByText('It is tried again by itself').waitFor(soon);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pause: orders' }).click();
    await page.getByText('paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove: orders' }).click();
    await page.getByRole('dialog').getByText('Its password is forgotten.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('orders is not read any more.').waitFor();
    await page.getByRole('heading', { name: 'Tables that are read again and again' }).waitFor({ state: 'hidden' });
  });
});
