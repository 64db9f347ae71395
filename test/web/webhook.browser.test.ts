import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: setting up a webhook in the browser, because ${chromium.notRun}`);

const soon = { timeout: 60_000 };
const order = JSON.stringify({ number: 'A-1', customer: { id: 4711 }, total: 12.5 });
const mapping =
  '{"type": "track", "event": "Ordered", "userId": $string(customer.id), "properties": {"order_id": number}}';

describe.skipIf('notRun' in chromium)('setting up a webhook', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let address = '';
  let secret = '';

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    await signIn(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  const expectAccessible = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 380]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => axeFindings(page), soon).toEqual([]);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(beyond).toBeLessThanOrEqual(0);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const deliver = async (body: string, delivery: string, by = secret): Promise<number> => {
    const signature = createHmac('sha256', by).update(body).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-signature': `sha256=${signature}`,
      'x-delivery': delivery,
    };
    return (await fetch(address, { method: 'POST', headers, body })).status;
  };

  test('by keyboard somebody names a system, tries a mapping on a sample, and is given address and secret', async () => {
    await page.goto(page.url().replace(/customers.*/, 'data/sources'));
    await page.getByRole('link', { name: 'Add a webhook' }).waitFor();
    await tabTo(page, /^Add a webhook$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('What is the system called?').waitFor();
    await tabTo(page, /^What is the system called/);
    await page.keyboard.type('Order desk');
    await page.keyboard.press('Enter');
    await page.getByText('Paste a sample to see the messages here.').waitFor();
    await expectAccessible();
    await tabTo(page, /^A sample of what it sends/);
    await page.keyboard.insertText(order);
    await page.getByText('The mapping makes one message of this sample.').first().waitFor();
    await page.getByText('This message cannot be applied: a track call needs the name of its event.').first().waitFor();
    await tabTo(page, /^Mapping/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('{"type": ');
    await page
      .getByText(/^The mapping cannot be applied: .*character/)
      .first()
      .waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(mapping);
    await expect.poll(() => page.locator('pre').allInnerTexts(), soon).toEqual([expect.stringContaining('"4711"')]);
    await expectAccessible();
    await tabTo(page, /^Header with the number of the delivery/);
    await page.keyboard.type('X-Delivery');
    await tabTo(page, /^Save the webhook$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Give this to the other system' }).waitFor();
    address = await page.getByLabel('Address', { exact: true }).inputValue();
    secret = await page
      .locator('section[aria-labelledby="webhook-address"]')
      .getByLabel('Secret', { exact: true })
      .inputValue();
    expect(address).toContain(`${throughline.url}/v1/webhooks/`);
    expect(secret).toMatch(/^whsec_/);
    await page.getByText('Waiting for the first delivery to Order desk …').first().waitFor();
    await expectAccessible();
  }, 300_000);

  test('what is delivered appears by itself, with what became of it', async () => {
    expect(await deliver(order, 'd-1')).toBe(200);
    expect(await deliver('{"number": "A-2"}', 'd-2')).toBe(200);
    expect(await deliver('{"cut":', 'd-3')).toBe(200);
    expect(await deliver(order, 'd-4', 'another secret')).toBe(401);
    await page
      .getByText(/One of the last 3 was set aside\. One was refused/)
      .first()
      .waitFor();
    const rows = page.getByRole('table').getByRole('row');
    await expect.poll(() => rows.count(), soon).toBe(4);
    expect(await rows.nth(1).innerText()).toContain('set aside: the delivery cannot be read: it is not valid JSON');
    expect(await rows.nth(3).innerText()).toMatch(/1 message in the log.*d-1/s);
    await expectAccessible();
  });

  test('the source leads to it, and the secret is not shown twice; a new one ends the old', async () => {
    await page.getByRole('link', { name: 'Sources' }).click();
    await page.getByRole('link', { name: 'Webhook of Order desk and its deliveries' }).click();
    await page.getByText('is not shown again').waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: 'Make a new secret' }).click();
    const shown = page.locator('section[aria-labelledby="webhook-address"]').getByLabel('Secret', { exact: true });
    await shown.waitFor();
    expect(await deliver(order, 'd-5')).toBe(401);
    expect(await deliver(order, 'd-5', await shown.inputValue())).toBe(200);
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
