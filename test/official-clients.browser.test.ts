import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSource } from './add-source.js';
import { caughtUp, withDatabase } from './faults/count-stores.js';
import { chromium, type RunningThroughline, startThroughline } from './start-throughline.js';
import { openBrowser, type TestBrowser } from './web/open-browser.js';
import { admin } from './web/sign-in.js';

if ('notRun' in chromium) console.log(`not run: the official clients in the browser, because ${chromium.notRun}`);

const soon = { timeout: 90_000 };

interface Calls {
  identify(userId: string, traits: object): unknown;
  track(event: string, properties: object): unknown;
  page(name: string): unknown;
  group(groupId: string, traits: object): unknown;
  alias(userId: string, previousId: string): unknown;
}

declare global {
  interface Window {
    load(url: string, writeKey: string): Calls;
    client: Calls;
  }
}

/** The clients as npm has them, unmodified, and how a site of theirs is pointed at us. */
const clients = {
  segment: `
    import { AnalyticsBrowser } from '@segment/analytics-next';
    window.load = (url, writeKey) => AnalyticsBrowser.load({ writeKey, cdnURL: url });`,
  rudder: `
    import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';
    window.load = (url, writeKey) => {
      const client = new RudderAnalytics();
      client.load(writeKey, url, { configUrl: url + '/v1' });
      return client;
    };`,
};
type Client = keyof typeof clients;

/** A site at another origin, whose page holds a client. */
class Site {
  readonly #scripts = new Map<string, string>();
  readonly server: Server = createServer((request, response) => {
    const [, client = '', script] = (request.url ?? '').split('/');
    response.setHeader('content-type', `text/${script === undefined ? 'html' : 'javascript'}; charset=utf-8`);
    response.end(
      script === undefined
        ? `<!doctype html><title>A shop</title><script src="/${client}/client.js"></script>`
        : this.#scripts.get(client),
    );
  });

  async open(): Promise<void> {
    for (const [client, code] of Object.entries(clients)) this.#scripts.set(client, await bundled(code));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

describe.skipIf('notRun' in chromium)('the official browser clients, unmodified', () => {
  const site = new Site();
  let system: RunningThroughline;
  let browser: TestBrowser;

  beforeAll(async () => {
    await site.open();
    system = await startThroughline({ admin });
    browser = await openBrowser(site.origin, [system.url]);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    site.server.close();
  });

  test.each(['segment', 'rudder'] as const)('%s: every call arrives, and nobody else is asked', async (client) => {
    const page = await visit(client, `${client} calls`);
    await page.evaluate(() => {
      window.client.page('Home');
      window.client.identify('u-1', { email: 'anna@example.com', name: 'Anna' });
      window.client.track('Ordered', { total: 12.5 });
      window.client.group('g-1', { name: 'Acme' });
      window.client.alias('u-2', 'u-1');
    });
    await expect.poll(() => kindsOf(`${client} calls`), soon).toEqual(['alias', 'group', 'identify', 'page', 'track']);
    await caughtUp(system.dataFolder);
    expect(await toldBy(`${client} calls`)).toEqual({ interactions: 2, aside: 0, duplicates: 0 });
    expect(browser.strayed).toEqual([]);
    await page.context().close();
  });

  test.each(['segment', 'rudder'] as const)(
    '%s: what a busy server refused, and what it took without the answer getting through, comes again under its id and counts once',
    async (client) => {
      const page = await visit(client, `${client} again`);
      const tries = new Map<string, string[]>();
      let kept = 0;
      await page.route(
        (address) => address.origin === system.url && /^\/v1\/(t|track|b|batch)$/.test(address.pathname),
        async (route) => {
          if (route.request().method() === 'OPTIONS') return route.continue();
          const said = route.request().postDataJSON() as { event: string; messageId: string };
          const ids = tries.get(said.event) ?? [];
          tries.set(said.event, [...ids, said.messageId]);
          if (ids.length > 0) return route.continue();
          if (said.event === 'Refused') {
            return route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' } });
          }
          kept = (await route.fetch()).status();
          return route.abort();
        },
      );
      await page.evaluate(() => {
        window.client.track('Refused', {});
        window.client.track('Unheard', {});
      });
      await expect.poll(() => [...tries.values()].map((ids) => ids.length >= 2), soon).toEqual([true, true]);
      expect(kept).toBe(200);
      for (const ids of tries.values()) expect(new Set(ids).size).toBe(1);
      await expect
        .poll(async () => {
          await caughtUp(system.dataFolder);
          return toldBy(`${client} again`);
        }, soon)
        .toEqual({ interactions: 2, aside: 0, duplicates: 1 });
      expect(browser.strayed).toEqual([]);
      await page.context().close();
    },
  );

  async function visit(client: Client, source: string): Promise<Page> {
    const writeKey = await addSource(system, source, 'public');
    const page = await browser.page();
    await page.goto(`/${client}`);
    await page.evaluate(
      ([url, key]) => {
        window.client = window.load(url, key);
      },
      [system.url, writeKey] as const,
    );
    return page;
  }

  /** Kinds of the messages in the log, by name. */
  async function kindsOf(source: string): Promise<readonly string[]> {
    return withDatabase(system.dataFolder, async (client) => {
      const found = await client.query<{ kind: string }>(
        `select distinct body::jsonb->>'type' as kind from intake join source s using (workspace, source) where s.name = $1 order by 1`,
        [source],
      );
      return found.rows.map(({ kind }) => kind);
    });
  }

  async function toldBy(source: string): Promise<object | undefined> {
    return withDatabase(system.dataFolder, async (client) => {
      const found = await client.query(
        `select (select count(distinct message)::float8 from intake i
             where i.workspace = s.workspace and i.source = s.source and i.kind in (2, 3, 4)) as interactions,
           (select count(*)::float8 from set_aside a where a.workspace = s.workspace and a.source = s.source) as aside,
           (select coalesce(sum(d.duplicates), 0)::float8 from source_day d where d.workspace = s.workspace and d.source = s.source) as duplicates
         from source s where s.name = $1`,
        [source],
      );
      return found.rows[0];
    });
  }
});

/** One script of a client and all it imports, as a site's own build makes it. */
async function bundled(code: string): Promise<string> {
  const built = await build({
    root: fileURLToPath(new URL('../', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: 'client-of-a-site', formats: ['iife'], name: 'site' } },
    plugins: [
      {
        name: 'client-of-a-site',
        resolveId: (id) =>
          id.endsWith('client-of-a-site')
            ? fileURLToPath(new URL('./client-of-a-site.js', import.meta.url))
            : undefined,
        load: (id) => (id.endsWith('client-of-a-site.js') ? code : undefined),
      },
    ],
  });
  for (const { output } of [built].flat() as { readonly output: readonly object[] }[])
    for (const file of output) if ('code' in file && typeof file.code === 'string') return file.code;
  throw new Error('nothing was built');
}
