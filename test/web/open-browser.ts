import { type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import { chromium } from '../start-throughline.js';

export interface TestBrowser {
  /** A page of a session of its own, or of the session given. Requests to another origin than `url` are refused and kept in `strayed`. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Requests that tried to leave our own origin. */
  readonly strayed: readonly string[];
  /** What the pages complained of: failed scripts, refused styles, uncaught errors. Answers of 4xx and 5xx are not counted. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Chromium without a window, for pages of the server at `url`; `others` are origins that may be asked besides. */
export async function openBrowser(url: string, others: readonly string[] = []): Promise<TestBrowser> {
  if ('notRun' in chromium) throw new Error(chromium.notRun);
  const browser = await driver.launch({
    executablePath: chromium.path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const strayed: string[] = [];
  const complaints: string[] = [];
  const { origin } = new URL(url);
  return {
    strayed,
    complaints,
    async page(options = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      await context.route(
        (address) =>
          address.origin !== origin && !others.includes(address.origin) && address.protocol.startsWith('http'),
        (route) => {
          strayed.push(route.request().url());
          return route.abort();
        },
      );
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          complaints.push(message.text());
        }
      });
      return page;
    },
    close: () => browser.close(),
  };
}
