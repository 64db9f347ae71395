import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { type FilledWorkspace, fillWithCustomers } from './fill-with-customers.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: finding and comparing people, because ${chromium.notRun}`);

const soon = { timeout: 20_000 };

describe.skipIf('notRun' in chromium)('somebody who looks for a customer', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let filled: FilledWorkspace;
  let page: Page;

  const clean = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 380, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    filled = await fillWithCustomers(throughline);
    page = await browser.page();
    await signIn(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('finds her by a name with a slip, sees why, and leaves no trace of it in the address', async () => {
    await page.getByRole('searchbox').fill('Rot Ana');
    await page.getByText('name is like this').first().waitFor();
    await expect.poll(() => page.locator('table[role=grid] tbody a').first().innerText(), soon).toBe('Anna Roth');
    expect(page.url()).not.toMatch(/rot|ana/i);
    await clean();
  });

  test('comes back to what was searched for', async () => {
    await page.locator('table[role=grid] tbody a').first().click();
    await page.getByRole('heading', { name: 'Anna Roth', exact: true }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByRole('searchbox').inputValue(), soon).toBe('Rot Ana');
    await page.goForward();
  });

  test('keeps her at hand, finds her among those opened lately, and takes her off again by keyboard', async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Saved: take off again' }).waitFor();
    await page.goto(`/w/${filled.slug}/customers`);
    await page.getByRole('heading', { name: 'Opened lately' }).waitFor();
    await clean();
    await tabTo(page, /^Take Anna Roth off the saved ones/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('heading', { name: 'Saved' }).count(), soon).toBe(0);
    expect(await page.getByRole('heading', { name: 'Opened lately' }).count()).toBe(1);
  });

  test('compares her with somebody, and both become one and two again', async () => {
    await page.goto(`/w/${filled.slug}/customers/${filled.anna}`);
    await page.getByRole('link', { name: 'Compare with' }).click();
    await page.getByText('Compare Anna Roth with somebody else').waitFor();
    await clean();
    await page.getByRole('textbox').fill('customer-7@example.com');
    await page.getByRole('radio').first().click();
    await page.getByText('Why they are not one person').waitFor();
    await page.getByText('No source ever named something of one').waitFor();
    await page.getByRole('rowheader', { name: 'name', exact: true }).waitFor();
    await page.getByText('Called About Delivery').waitFor();
    await clean();
    await page.getByRole('button', { name: 'They are one person' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Join them' }).click();
    await page.getByText('There is nothing to compare').waitFor();
    await expect.poll(() => focused(page), soon).toBe('Undo');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('No source ever named something of one').waitFor();
  });

  test('hands in a file of pairs, sees what each would do, and takes all of it back', async () => {
    await page.goto(`/w/${filled.slug}/join-list`);
    const text = 'customer-1@example.com,customer-2@example.com,same voice\ncustomer-3@example.com,nobody@example.com';
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'pairs.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByText('1 names somebody nobody knows').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Decide 1 line' }).click();
    await page.getByText('1 of 1 decisions stand.').waitFor();
    await clean();
    await page.getByRole('button', { name: 'Take all back: pairs.csv' }).click();
    await page.getByText('All of it is taken back.').waitFor();
  });
});
