import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSiteScript } from '../../../test/build-site-script.js';
import { chromium } from '../../../test/start-throughline.js';
import { openBrowser, type TestBrowser } from '../../../test/web/open-browser.js';
import type { Options } from './options.js';
import type { Throughline } from './throughline.js';

if ('notRun' in chromium)
  process.stdout.write(`not run: the script for sites in the browser, because ${chromium.notRun}\n`);

const soon = { timeout: 60_000 };

interface Told {
  readonly type: string;
  readonly event?: string;
  readonly name?: string;
  readonly messageId: string;
  readonly anonymousId: string;
  readonly userId?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}

/** A site whose pages load the module, and what its collecting address was told. */
class Site {
  readonly server: Server = createServer((request, response) => void this.#answer(request, response));
  module = '';
  /** Of the running test: what a page of an earlier one says as it goes is not for this one. */
  key = '';
  told: Told[] = [];
  requests = 0;
  status = 200;

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0];
    if (path === '/throughline.mjs') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(this.module);
    } else if (path === '/v1/batch') {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const { writeKey, batch } = JSON.parse(text) as { readonly writeKey: string; readonly batch: readonly Told[] };
      if (writeKey === this.key) {
        this.requests += 1;
        if (this.status === 200) this.told.push(...batch);
      }
      response.writeHead(this.status).end('{}');
    } else {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        `<!doctype html><title>${path}</title><script type="module">
        import { createThroughline } from '/throughline.mjs';
        window.createThroughline = createThroughline;
        </script>`,
      );
    }
  }

  async open(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Each message once, however often it came. */
  get once(): readonly Told[] {
    return [...new Map(this.told.map((one) => [one.messageId, one])).values()];
  }

  get names(): readonly string[] {
    return this.once.map(({ type, event, name }) => event ?? name ?? type);
  }
}

declare global {
  interface Window {
    createThroughline: (options: Options) => Throughline;
    t: Throughline;
  }
}

describe.skipIf('notRun' in chromium)('the script for sites', () => {
  const site = new Site();
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    site.module = await buildSiteScript('module');
    await site.open();
    browser = await openBrowser(site.origin);
  });
  beforeEach(async () => {
    Object.assign(site, { told: [], requests: 0, status: 200, key: `wk_pub_${randomUUID()}` });
    page = await browser.page();
  });
  afterEach(async () => {
    await page.context().close();
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    site.server.close();
  });

  /** Opens an address and makes `window.t` of the options. */
  async function visit(on: Page, path: string, options: Partial<Options> = {}): Promise<void> {
    await on.goto(path);
    await on.evaluate(
      (given) => {
        window.t = window.createThroughline({ host: location.origin, ...given });
      },
      { writeKey: site.key, ...options },
    );
  }
  const kept = (on: Page): Promise<readonly string[]> => on.evaluate(() => Object.keys(localStorage));

  test('tells every kind of call in Segment’s shapes, with who, where and which campaign', async () => {
    await visit(page, '/shoes?utm_source=news&utm_campaign=spring&token=secret#top');
    await page.evaluate(() => {
      window.t.page('Shoes');
      window.t.identify('4711', { email: 'anna@example.com' });
      window.t.track('Ordered', { total: 12.5 });
      window.t.group('acme', { name: 'Acme' });
      window.t.alias('4712');
    });
    await expect.poll(() => site.once.length, soon).toBe(5);
    expect(site.once.map(({ type, userId }) => `${type} ${userId}`)).toEqual([
      'page undefined',
      'identify 4711',
      'track 4711',
      'group 4711',
      'alias 4712',
    ]);
    expect(new Set(site.once.map(({ anonymousId }) => anonymousId)).size).toBe(1);
    expect(site.once[4]).toMatchObject({ previousId: '4711' });
    expect(site.once[0]).toMatchObject({
      properties: { path: '/shoes', url: `${site.origin}/shoes` },
      context: {
        page: { path: '/shoes', url: `${site.origin}/shoes`, title: '/shoes' },
        campaign: { source: 'news', name: 'spring' },
        locale: 'en-GB',
        timezone: 'Europe/Berlin',
        screen: { width: 1280, height: 900 },
        userAgent: expect.stringContaining('Chrome'),
      },
    });
    expect(JSON.stringify(site.told)).not.toContain('secret');
    await expect.poll(() => kept(page), soon).toEqual(['throughline.anonymous-id', 'throughline.user-id']);
  });

  test('what was said without network survives a reload and arrives once, under its first id', async () => {
    await visit(page, '/');
    await page.route('**/v1/batch', (route) => route.abort());
    await page.evaluate(() => window.t.track('Offline'));
    await page.evaluate(() => window.t.flush());
    const [waiting] = (await kept(page)).filter((name) => name.includes('queue'));
    expect(waiting).toBeDefined();
    expect(site.told).toEqual([]);
    await visit(page, '/later');
    await page.unroute('**/v1/batch');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(() => site.names, soon).toEqual(['Offline']);
    expect(waiting).toContain(site.once[0]?.messageId);
    await expect.poll(async () => (await kept(page)).filter((name) => name.includes('queue')), soon).toEqual([]);
  });

  test('a server that is busy is asked again, with the same messages', async () => {
    site.status = 503;
    await visit(page, '/');
    await page.evaluate(() => window.t.track('Patient'));
    await expect.poll(() => site.requests, soon).toBeGreaterThan(0);
    site.status = 200;
    await expect.poll(() => site.names, soon).toEqual(['Patient']);
    expect(site.requests).toBeGreaterThan(1);
  });

  test('what the server will never take is given up; a refused key is not asked with again on this page', async () => {
    site.status = 400;
    await visit(page, '/');
    await page.evaluate(() => window.t.track('Unfit'));
    await page.evaluate(() => window.t.flush());
    expect((await kept(page)).filter((name) => name.includes('queue'))).toEqual([]);
    site.status = 401;
    await page.evaluate(() => window.t.track('Refused'));
    await page.evaluate(() => window.t.flush());
    const asked = site.requests;
    await page.evaluate(() => window.t.flush());
    expect(site.requests).toBe(asked);
    site.status = 200;
    await visit(page, '/mended');
    await expect.poll(() => site.names, soon).toEqual(['Refused']);
  });

  test('two tabs lose nothing of each other', async () => {
    const other = await page.context().newPage();
    await visit(page, '/left');
    await visit(other, '/right');
    await Promise.all(
      [page, other].map((tab, side) =>
        tab.evaluate((n) => {
          for (let i = 0; i < 50; i += 1) window.t.track(`${n} ${i}`);
        }, side),
      ),
    );
    await expect.poll(() => site.once.length, soon).toBe(100);
    expect(new Set(site.names).size).toBe(100);
    expect(site.told.length).toBe(100);
    expect(new Set(site.once.map(({ anonymousId }) => anonymousId)).size).toBe(1);
  });

  test('a page that goes away sends what it had not sent yet', async () => {
    await visit(page, '/');
    await page.evaluate(() => {
      window.t.track('Last words');
      location.href = '/elsewhere';
    });
    await expect.poll(() => site.names, soon).toEqual(['Last words']);
  });

  test('while consent is pending nothing is stored, read or sent; granted, all of it is told as the visitor the browser knows', async () => {
    await visit(page, '/');
    const known = await page.evaluate(() => window.t.anonymousId);
    await visit(page, '/', { consent: 'pending' });
    const before = await kept(page);
    await page.evaluate(() => {
      window.t.page('Home');
      window.t.track('Looked');
    });
    await page.evaluate(() => window.t.flush());
    expect([site.requests, await kept(page)]).toEqual([0, before]);
    expect(await page.evaluate(() => window.t.anonymousId)).not.toBe(known);
    await page.evaluate(() => window.t.consent('granted', { marketing: false }));
    await expect.poll(() => site.names, soon).toEqual(['Home', 'Looked']);
    expect(new Set(site.once.map(({ anonymousId }) => anonymousId))).toEqual(new Set([known]));
    await page.evaluate(() => window.t.track('Agreed'));
    await expect.poll(() => site.once[2]?.context.consent, soon).toEqual({ categoryPreferences: { marketing: false } });
  });

  test('a visitor who never agreed leaves no trace', async () => {
    await visit(page, '/', { consent: 'pending' });
    await page.evaluate(() => {
      window.t.identify('4711');
      window.t.consent('denied');
      window.t.track('Not told');
      window.t.identify('4711');
      window.t.reset();
    });
    await page.evaluate(() => window.t.flush());
    await page.goto('/elsewhere');
    expect([site.requests, await kept(page), await page.context().cookies()]).toEqual([0, [], []]);
  });

  test('consent withdrawn removes what waits and who it was', async () => {
    site.status = 503;
    await visit(page, '/');
    await page.evaluate(() => {
      window.t.identify('4711');
      window.t.track('Waiting');
    });
    expect((await kept(page)).length).toBeGreaterThan(2);
    await page.evaluate(() => window.t.consent('denied'));
    expect(await kept(page)).toEqual([]);
    site.status = 200;
    await visit(page, '/again');
    await page.evaluate(() => window.t.page('Again'));
    await expect.poll(() => site.names, soon).toEqual(['Again']);
    expect(site.once[0]?.userId).toBeUndefined();
  });

  test('Global Privacy Control is told, or means no, as the site says; an answer of the visitor outranks it', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await visit(page, '/');
    await page.evaluate(() => window.t.track('Told'));
    await expect.poll(() => site.once[0]?.context.consent, soon).toEqual({ globalPrivacyControl: true });
    await visit(page, '/', { globalPrivacyControl: 'deny' });
    await page.evaluate(() => {
      window.t.track('Not told');
      window.t.consent('granted');
      window.t.track('Agreed');
    });
    await expect.poll(() => site.names, soon).toEqual(['Told', 'Agreed']);
  });

  test('a site of one page tells of each path, where that is wanted, with the title it then has', async () => {
    await visit(page, '/a', { singlePage: true });
    await page.evaluate(() => {
      history.pushState(null, '', '/b');
      document.title = 'B';
    });
    await expect
      .poll(() => site.once.map(({ properties }) => `${properties?.path} ${properties?.title}`), soon)
      .toEqual(['/b B']);
    await page.evaluate(() => history.replaceState(null, '', '/b?sorted=1'));
    await page.evaluate(() => history.back());
    await expect.poll(() => site.once.map(({ properties }) => properties?.path), soon).toEqual(['/b', '/a']);
  });

  test('what cannot be told is the site’s error and stops nothing', async () => {
    await visit(page, '/');
    const reported = await page.evaluate(() => {
      const seen: string[] = [];
      addEventListener('error', (event) => {
        seen.push(event.message);
        event.preventDefault();
      });
      const circle: Record<string, unknown> = {};
      circle.itself = circle;
      window.t.track('Circle', circle);
      window.t.track('Fine');
      return seen.length;
    });
    expect(reported).toBe(1);
    await expect.poll(() => site.names, soon).toEqual(['Fine']);
  });
});
