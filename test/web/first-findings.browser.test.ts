import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: first findings in the browser, because ${chromium.notRun}`);

const soon = { timeout: 60_000, interval: 300 };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const known = (type: string, id: string) => ({ externalIds: [{ type, id, collection: 'users', encoding: 'none' }] });

/** Sixty people who ordered in the shop and called a day later, and thirty callers whom the shop cannot know. */
const customers = Array.from({ length: 60 }, (_, n) => `buyer-${n}@example.com`);
const orders = customers.map((email, n) => ({
  type: 'track',
  ...{ event: 'Order Completed', context: known('email', email), timestamp: daysAgo(30 + (n % 20)) },
}));
const calls = [
  ...customers.map((email, n) => ({
    type: 'track',
    ...{ event: 'Called', context: known('email', email), timestamp: daysAgo(29 + (n % 20)) },
  })),
  ...Array.from({ length: 90 }, (_, n) => ({
    type: 'track',
    ...{ event: 'Called', context: known('phone', `+49301234${100 + n}`), timestamp: daysAgo(1 + n) },
  })),
];

describe.skipIf('notRun' in chromium)('first findings, from two exports', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let slug = '';

  const send = async (writeKey: string, batch: readonly object[]) => {
    const sent = await fetch(`${throughline.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
      body: JSON.stringify({ batch }),
    });
    expect(sent.status).toBe(200);
  };

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    await signIn(page);
    slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await send(await writeKeyOf('Web shop', 'web'), orders);
    await send(await writeKeyOf('Call centre', 'call_centre'), calls);
    await vi.waitFor(async () => {
      const answer = await throughline.api(`/api/w/${slug}/findings`);
      const { opening } = (await answer.json()) as { opening: string };
      expect(opening).toContain('60 customers of 60 ordered and then contacted us');
    }, soon);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  const writeKeyOf = async (name: string, channel: string): Promise<string> => {
    const added = await throughline.api(`/api/w/${slug}/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, channel, key: 'server' }),
    });
    return ((await added.json()) as { writeKey: string }).writeKey;
  };

  test('by keyboard somebody opens Pulse, reads the finding, and looks at one of ten people', async () => {
    await page.reload();
    await page.getByRole('link', { name: 'Pulse' }).waitFor();
    await tabTo(page, /^Pulse$/);
    await page.keyboard.press('Enter');
    await page.getByText('60 customers of 60 ordered and then contacted us within two days.').first().waitFor();
    await page.getByText(/^A week before or after, nobody did\./).waitFor();
    await tabTo(page, /^Look at 10 of them/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^buyer-\d+@example.com$/);
    const name = await focused(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByText(/^Last contact on .*: Called \(Call centre\)\.$/).waitFor();
  });

  test('who knows whom names the hole and the list that would close it', async () => {
    await page.goto(`/w/${slug}/data/who-knows-whom`);
    await page
      .getByText(/of 150 callers|of 60 people/)
      .first()
      .waitFor();
    await page.getByText('90 of 150 people are known to no other system.').waitFor();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(['/pulse', '/data/who-knows-whom'])(
      '%s: axe finds nothing, at full width and at 380 px',
      async (path) => {
        await page.emulateMedia({ colorScheme });
        for (const width of [1280, 380]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`/w/${slug}${path}`);
          await page.getByText(/^As of /).waitFor();
          for (const summary of await page.locator('summary').all()) await summary.click();
          await expect.poll(() => axeFindings(page), soon).toEqual([]);
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(tooWide).toBeLessThanOrEqual(0);
        }
      },
    );
  });

  test('while findings are made, and when they cannot be, the page says so', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/findings', async (route) => {
      await held;
      await route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 503, code: 'analytics.unavailable', detail: 'the analytics engine restarts' }),
      });
    });
    await page.goto(`/w/${slug}/pulse`);
    await page.getByText('Loading …').first().waitFor();
    release();
    await page.getByText('This could not be loaded').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/findings');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('60 customers of 60').first().waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
