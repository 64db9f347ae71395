import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the sample company in the browser, because ${chromium.notRun}`);

const soon = { timeout: 45_000 };
const loading = { timeout: 400_000 };
const customers = 60;

describe.skipIf('notRun' in chromium)('somebody who just looks around', { timeout: 500_000 }, () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let sample = '';

  const banner = () => page.getByRole('complementary', { name: 'Sample company' });
  const madeUp = () => banner().getByText(`This is made up: ${customers} customers of a company that does not exist.`);
  const cleanInBothThemes = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => axeFindings(page), soon).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
  const fitsNarrow = async () => {
    await page.setViewportSize({ width: 380, height: 800 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(overflow, soon).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    // The screen asks for the usual number; fewer are enough to see the same.
    await page.route('**/sample-company', (route) =>
      route.request().method() === 'POST'
        ? route.continue({ postData: JSON.stringify({ ...route.request().postDataJSON(), customers }) })
        : route.continue(),
    );
    await signIn(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('finds it on the first page', async () => {
    await page.getByRole('heading', { name: 'Just look around' }).waitFor();
    await page.getByRole('button', { name: 'Explore the sample company' }).waitFor();
    await cleanInBothThemes();
    await fitsNarrow();
  });

  test('is there with one press, and people appear while they are loaded', async () => {
    await page.getByRole('button', { name: 'Explore the sample company' }).click();
    await page.waitForURL(/\/w\/sample-company-[\w-]+\/customers/, soon);
    sample = new URL(page.url()).pathname.split('/')[2] ?? '';
    await madeUp().waitFor();
    await banner().getByRole('progressbar', { name: 'Loading the sample company' }).waitFor();
    await cleanInBothThemes();
    await fitsNarrow();
    await page.locator('table[role=grid] a').first().waitFor(loading);
  });

  test('is told when all is there, and led to what stands out', async () => {
    await page.getByText('The sample company is loaded.').waitFor(loading);
    await expect.poll(() => banner().getByRole('progressbar').count(), soon).toBe(0);
    await page.getByText(/^You know \d+ customers/).waitFor();
    await page.getByRole('button', { name: 'See what stands out' }).click();
    await page.waitForURL(new RegExp(`/w/${sample}/pulse`));
    await page.getByText('Next best thing to add').waitFor();
    await madeUp().waitFor();
    await cleanInBothThemes();
    await fitsNarrow();
  });

  test('sees on every screen of it that it is made up, and on none of their own', async () => {
    for (const screen of ['data/sources', 'data/imports', 'data/who-knows-whom', 'settings/users']) {
      await page.goto(`/w/${sample}/${screen}`);
      await madeUp().waitFor();
      await banner().getByRole('button', { name: 'Remove it again' }).waitFor();
    }
    await page.goto('/w/company/customers');
    await page.getByRole('button', { name: 'Go to the sample company' }).waitFor();
    expect(await banner().count()).toBe(0);
  });

  test('goes there again and removes it with the keyboard alone, being asked first', async () => {
    await tabTo(page, /^Go to the sample company$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/w/${sample}/customers`));
    await madeUp().waitFor();
    await expect.poll(() => focused(page), soon).toBe('Customers');
    await page.goto(`/w/${sample}/customers`);
    await madeUp().waitFor();
    await tabTo(page, /^Remove it again$/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Remove the sample company?' });
    await dialog.getByText('Your own data are not touched.').waitFor();
    await cleanInBothThemes();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), soon).toBe('Remove it again');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await tabTo(page, /^Remove it again$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/w\/company\/customers/);
    await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
    await page.getByRole('button', { name: 'Explore the sample company' }).waitFor(loading);
    await expect.poll(() => page.getByLabel('Workspace').count(), soon).toBe(0);
    await page.goto(`/w/${sample}/customers`);
    await page.getByText('There is nothing at this address').waitFor();
  });

  test('asked no other origin for anything', () => {
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
