import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the values we use in the browser, because ${chromium.notRun}`);

const day = (n: number) => new Date(Date.UTC(2026, 4, n)).toISOString();
const names = ['Anna Roth', 'Bert Klein', 'Carla Weiss'];

/** What two systems say of the same people: they agree on names, and on little else. */
const saidByShop = names.map((name, n) => ({
  type: 'identify',
  userId: `u-${n}`,
  timestamp: day(10),
  traits: { email: `p${n}@home.example`, name, birthday: `198${n}-02-03`, city: n === 0 ? 'Leeds' : 'York' },
}));
const saidByCrm = names.map((name, n) => ({
  type: 'identify',
  anonymousId: `crm-${n}`,
  timestamp: day(3),
  context: { externalIds: [{ type: 'crm:acme', id: `c-${n}`, collection: 'users', encoding: 'none' }] },
  traits: { email: `p${n}@home.example`, name, birthday: `198${n}-03-02`, city: 'York' },
}));

describe.skipIf('notRun' in chromium)('the values we use', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let slug = '';

  const openTraits = async () => {
    await page.goto(`/w/${slug}/data/values`);
    await page.getByRole('rowheader', { name: 'birthday' }).waitFor();
  };
  const openContradictions = async () => {
    await page.goto(`/w/${slug}/data/values/contradictions?trait=birthday`);
    await page.getByText(/^Systems contradict each other about birthday of/).waitFor();
  };
  const isTooWide = () =>
    page.evaluate(() => {
      const dialogs = [...document.querySelectorAll('[role=dialog]')].map((one) => one.getBoundingClientRect().right);
      return Math.max(document.documentElement.scrollWidth, ...dialogs) > window.innerWidth;
    });

  async function send(source: object, batch: readonly object[]) {
    const added = await throughline.api(`/api/w/${slug}/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'server', ...source }),
    });
    const { writeKey } = (await added.json()) as { writeKey: string };
    const sent = await fetch(`${throughline.url}/v1/batch`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
      body: JSON.stringify({ batch }),
    });
    expect(sent.status).toBe(200);
  }

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    await signIn(page);
    slug = /\/w\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await send({ name: 'Web shop', channel: 'web' }, saidByShop);
    await send({ name: 'CRM', channel: 'call-centre', trust: 90 }, saidByCrm);
    await vi.waitFor(
      async () => {
        const answer = await throughline.api(`/api/w/${slug}/traits`);
        expect(((await answer.json()) as { contradicted: number }).contradicted).toBe(3);
      },
      { timeout: 60_000, interval: 300 },
    );
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each([1280, 380])('axe finds nothing at %d px, and nothing is wider, in the dialogs too', async (width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openTraits();
      expect(await axeFindings(page)).toEqual([]);
      expect(await isTooWide()).toBe(false);
      await page.getByRole('button', { name: 'Change the rule: birthday' }).click();
      await page.getByLabel('We use', { exact: true }).selectOption('latest');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'See what would change' }).click();
      await page.getByText('For 3 people another value would be used.').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await isTooWide()).toBe(false);
      await page.keyboard.press('Escape');
      await openContradictions();
      expect(await axeFindings(page)).toEqual([]);
      expect(await isTooWide()).toBe(false);
      await page.getByRole('link', { name: 'Anna Roth' }).click();
      await page.getByRole('button', { name: 'History of birthday' }).click();
      await page.getByRole('dialog').getByText('is said now').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await isTooWide()).toBe(false);
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 1280, height: 900 });
    });
  });

  test('by keyboard somebody sees whose value a rule would change and why, uses it, and undoes it', async () => {
    await openTraits();
    await page
      .getByText('Systems contradict each other about 3 people, most often about birthday (3 people).')
      .waitFor();
    await tabTo(page, /^Change the rule: birthday$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('We use', { exact: true }).selectOption('trusted');
    await page.getByLabel('Believed first').selectOption({ label: 'Web shop' });
    await tabTo(page, /^See what would change$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('For 3 people another value would be used.').waitFor();
    await dialog.getByText('Of those that say something now, Web shop is believed first.').first().waitFor();
    await dialog.getByText('1980-02-03').waitFor();
    await tabTo(page, /^Use these rules$/);
    await page.keyboard.press('Enter');
    await page.getByText('The new rules are in force.').waitFor();
    const row = page.getByRole('row', { name: /^birthday/ });
    await row.getByText('Believed first: Web shop.').waitFor();
    await tabTo(page, /^Undo the last change$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Undo the last change$/);
    await page.keyboard.press('Enter');
    await row.getByText('Believed first: Web shop.').waitFor({ state: 'detached' });
  });

  test('by keyboard somebody settles which value is right with a reason, finds it on the person, and takes it back', async () => {
    await openContradictions();
    await page.getByText('Systems contradict each other about birthday of 3 people.').waitFor();
    await tabTo(page, /^This is right: 1980-02-03$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Use this value$/);
    await page.keyboard.press('Enter');
    await page.getByText('Please fill this in.').waitFor();
    await tabTo(page, /^Why it is right/);
    await page.keyboard.type('she told us on the phone');
    await page.keyboard.press('Enter');
    await page.getByText('“1980-02-03” is used for birthday from now on, whatever systems say.').waitFor();
    await page.getByText('Systems contradict each other about birthday of 2 people.').waitFor();
    await page.getByText('she told us on the phone').waitFor();
    await page.getByRole('table', { name: 'Settled by hand' }).getByRole('link', { name: 'Anna Roth' }).click();
    await page.getByText(/^settled by hand on/).waitFor();
    await page.getByRole('button', { name: 'History of birthday' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^It was settled by hand on/).waitFor();
    await dialog.getByText('she told us on the phone').waitFor();
    await tabTo(page, /^Take back: 1980-02-03$/);
    await page.keyboard.press('Enter');
    await dialog.getByText('Of those that say something now, CRM is believed first.').waitFor();
  });
});
