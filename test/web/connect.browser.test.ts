import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: connecting a site in the browser, because ${chromium.notRun}`);

const soon = { timeout: 45_000 };

/** A site of somebody else, at another origin, whose every page holds the script it was given. */
class Site {
  script = '';
  readonly server: Server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><head><title>A shop</title>${this.script}</head><body>Hello</body></html>`,
    );
  });

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

describe.skipIf('notRun' in chromium)('connecting a site', () => {
  const site = new Site();
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    await site.open();
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url, [site.origin]);
    page = await browser.page();
    await signIn(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
    site.server.close();
  });

  const ask = async <T>(path: string): Promise<T> => (await (await throughline.api(path)).json()) as T;

  const arrived = async (): Promise<number> => {
    const slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const { items } = await ask<{ items: { name: string; total: { stored: number } }[] }>(`/api/w/${slug}/sources`);
    return items.find(({ name }) => name === 'Corner shop')?.total.stored ?? 0;
  };

  test('by keyboard somebody names a site, gets its script, and sends a test event that arrives by itself', async () => {
    await page.goto(page.url().replace(/customers.*/, 'data/sources'));
    await page.getByRole('link', { name: 'Connect a site' }).waitFor();
    await tabTo(page, /^Connect a site$/);
    await page.keyboard.press('Enter');
    await page.getByText('give it a name').waitFor();
    await tabTo(page, /^What is the site called/);
    await page.keyboard.type('Corner shop');
    await page.keyboard.press('Enter');
    await page.getByText('Waiting for the first event of Corner shop …').first().waitFor();
    site.script = await page.locator('pre').first().innerText();
    await tabTo(page, /^Send a test event$/);
    await page.keyboard.press('Enter');
    await page.getByText('The test event was taken in').waitFor();
    await page
      .getByText(/^Corner shop is connected: 1 event arrived/)
      .first()
      .waitFor();
    expect(await focused(page)).toBe('Send a test event');
  });

  test('the script tells from another origin who was there and what they did, and nothing behind the path', async () => {
    const visitor = await browser.page();
    await visitor.goto(`${site.origin}/shoes?coupon=secret#top`);
    await visitor.evaluate(() => {
      const { throughline: tell } = window as unknown as {
        throughline: { track(event: string, properties: object): void; identify(id: string, traits: object): void };
      };
      tell.identify('4711', { email: 'anna@example.com', name: 'Anna' });
      tell.track('Ordered', { order_id: '8812', value: 59.9, currency: 'EUR' });
    });
    await page
      .getByText(/^Corner shop is connected: 4 events arrived/)
      .first()
      .waitFor();
    const slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const told = await vi.waitFor(async () => {
      const { items } = await ask<{ items: { id: string }[] }>(`/api/w/${slug}/customers?q=4711`);
      const path = `/api/w/${slug}/customers/${items[0]?.id}/interactions`;
      const found = await ask<{ items: { name: string; about: string | null; value: string | null }[] }>(path);
      expect(found.items.map(({ name, about, value }) => `${name} ${about} ${value}`).sort()).toEqual([
        'Ordered order 8812 59.9',
        'Page Viewed null null',
      ]);
      return JSON.stringify(found);
    }, soon);
    expect(told).toContain('/shoes');
    expect(told).not.toContain('secret');
    expect(await visitor.evaluate(() => localStorage.getItem('throughline.anonymous-id'))).toMatch(/^[0-9a-f]{32}$/);
  });

  test('the address of the script stays, says for how long it holds, and names its integrity', async () => {
    const address = `${throughline.url}/v1/throughline.js`;
    const first = await fetch(address);
    const tag = first.headers.get('etag') ?? '';
    const integrity = tag.slice(1, -1);
    const digest = createHash('sha384').update(Buffer.from(await first.arrayBuffer()));
    expect(integrity).toBe(`sha384-${digest.digest('base64')}`);
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
    expect((await fetch(address, { headers: { 'if-none-match': tag } })).status).toBe(304);
    const forever = await fetch(`${address}?v=${integrity}`);
    expect(forever.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const other = await fetch(`${address}?v=sha384-other`);
    expect(other.headers.get('cache-control')).toBe('public, max-age=3600');
    expect((await fetch(`${throughline.url}/v1/throughline.mjs`)).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('a page that pins the script by its integrity, and asks for consent first, tells once it is given', async () => {
    const tag = (await fetch(`${throughline.url}/v1/throughline.js`)).headers.get('etag') ?? '';
    const pinned = site.script
      .replace("writeKey: '", "consent: 'pending', writeKey: '")
      .replace('script.async = true;', `script.integrity = ${tag}; script.crossOrigin = 'anonymous';`);
    expect(pinned).toContain('sha384-');
    const [whole, before] = [site.script, await arrived()];
    site.script = pinned;
    const visitor = await browser.page();
    await visitor.goto(site.origin);
    site.script = whole;
    await visitor.waitForFunction(() => 'flush' in (window as unknown as { throughline: object }).throughline);
    expect(await visitor.evaluate(() => localStorage.length)).toBe(0);
    await visitor.evaluate(() => {
      (window as unknown as { throughline: { consent(answer: string): void } }).throughline.consent('granted');
    });
    await vi.waitFor(async () => expect(await arrived()).toBe(before + 1), soon);
  });

  test.each(['light', 'dark'] as const)(
    '%s: axe finds nothing, before and after, also at 380 px',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 380]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => axeFindings(page), soon).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  );

  test('opened again, the address shows the site and offers a new key, since the old one is not shown twice', async () => {
    await page.reload();
    await page.getByText('The script is shown once').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make a new key' }).click();
    await page.locator('pre').first().waitFor();
    expect(await page.locator('pre').first().innerText()).not.toBe(site.script);
    expect(browser.complaints).toEqual([]);
  });
});
