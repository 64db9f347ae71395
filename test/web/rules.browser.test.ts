import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the rules for joining in the browser, because ${chromium.notRun}`);

const day = (n: number) => new Date(Date.UTC(2026, 4, 1 + n)).toISOString();
const names = ['Anna Roth', 'Bert Roth', 'Carla Roth'];

/** Twelve people who gave one mailbox, a family of whom three lists know one each under their address, and two accounts on one browser. */
const messages = [
  ...Array.from({ length: 12 }, (_, n) => ({
    type: 'identify',
    userId: `customer-${n}`,
    timestamp: day(n),
    traits: { email: 'info@acme.example', name: `Customer ${n}` },
  })),
  ...names.map((name, n) => ({
    type: 'identify',
    anonymousId: `browser-${n}`,
    timestamp: day(n),
    context: { externalIds: [{ type: `crm:list-${n}`, id: name, collection: 'users', encoding: 'none' }] },
    traits: { email: 'roth@home.example', name },
  })),
  ...['u-1', 'u-2'].map((userId, n) => ({
    type: 'identify',
    ...{ userId, anonymousId: 'tablet', timestamp: day(n), traits: { name: `Double ${n}` } },
  })),
];

describe.skipIf('notRun' in chromium)('rules for joining', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let slug = '';

  const open = async () => {
    await page.goto(`/w/${slug}/data/rules`);
    await page
      .getByText(/^One that a single system names/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Joins that were refused' }).waitFor();
  };

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    await signIn(page);
    slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
    const added = await throughline.api(`/api/w/${slug}/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Web shop', channel: 'web', key: 'server' }),
    });
    const { writeKey } = (await added.json()) as { writeKey: string };
    const sent = await fetch(`${throughline.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
      body: JSON.stringify({ batch: messages }),
    });
    expect(sent.status).toBe(200);
    await vi.waitFor(
      async () => {
        const answer = await throughline.api(`/api/w/${slug}/hubs`);
        expect(((await answer.json()) as { count: number }).count).toBe(1);
      },
      { timeout: 60_000, interval: 300 },
    );
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each([1280, 380])('axe finds nothing at %d px, and nothing is wider, in the dialog too', async (width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await open();
      await page.getByRole('button', { name: 'With whom' }).click();
      await page.getByRole('link', { name: 'Customer 3', exact: true }).waitFor();
      const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth > 0);
      expect(await axeFindings(page)).toEqual([]);
      expect(await isTooWide()).toBe(false);
      await page.getByRole('button', { name: 'Change: e-mail address' }).click();
      await page.getByLabel('One person has at most').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel(/^Values that are always left out/).fill('roth@home.example');
      await page.getByRole('button', { name: 'See what would change' }).click();
      await page.getByText('1 person would be taken apart into 4.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await isTooWide()).toBe(false);
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 1280, height: 900 });
    });
  });

  test('by keyboard somebody sees whom a rule would take apart, uses it, and undoes it', async () => {
    await open();
    await tabTo(page, /^Change: e-mail address$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('One person has at most').waitFor();
    await tabTo(page, /^Values that are always left out/);
    await page.keyboard.type('roth@home.example');
    await tabTo(page, /^See what would change$/);
    await page.keyboard.press('Enter');
    await page.getByText('1 person would be taken apart into 4.').waitFor();
    expect(await page.getByRole('dialog').getByText('Carla Roth').count()).toBeGreaterThan(0);
    await tabTo(page, /^Use these rules$/);
    await page.keyboard.press('Enter');
    await page.getByText('The new rules are in force.').waitFor();
    await page.getByText('e-mail roth@home.example Always left out.').waitFor();

    await tabTo(page, /^Undo the last change$/, 80);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Undo the last change$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('roth@home.example Always left out.').count(), { timeout: 45_000 }).toBe(0);
  });

  test('a mailbox that joins nobody becomes one person’s by a word, and is found out again when that is taken back', async () => {
    await open();
    await page.getByText('The e-mail address info@acme.example is seen with 12 people: it joins nobody.').waitFor();
    await page.getByRole('button', { name: 'It is one person’s' }).click();
    await page.getByText('One person’s own, however many people it is seen with.').waitFor();
    await page.getByText('Nothing is shared by more people than the rules allow.').waitFor();
    await page.getByRole('button', { name: 'Let it be found out again: info@acme.example' }).click();
    await page.getByText(/info@acme\.example is seen with 12 people/).waitFor();
  });
});
