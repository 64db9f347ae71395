import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { type FilledWorkspace, fillWithCustomers } from './fill-with-customers.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the keyboard in the browser, because ${chromium.notRun}`);

const soon = { timeout: 45_000 };

describe.skipIf('notRun' in chromium)('with the keyboard alone', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let filled: FilledWorkspace;
  let page: Page;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    filled = await fillWithCustomers(throughline);
    page = await browser.page();
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('somebody signs in and arrives at the heading of the first page', async () => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await tabTo(page, /^E-mail/);
    await page.keyboard.type(admin.email);
    await tabTo(page, /^Password/);
    await page.keyboard.type(admin.password);
    await press('Enter');
    await page.waitForURL(new RegExp(`/w/${filled.slug}/customers`));
    await page.getByRole('grid').waitFor();
    await expect.poll(() => focused(page), soon).toBe('Customers');
  });

  test('they find a customer by her loyalty card and open her from the grid', async () => {
    await tabTo(page, /^Find by name/);
    await page.keyboard.type('LC-40001');
    await page.getByText('loyalty card is exactly this').waitFor();
    await expect.poll(() => page.locator('table[role=grid] a').count(), soon).toBe(1);
    expect(page.url()).not.toContain('40001');
    await tabTo(page, /^Anna Roth/);
    await press('ArrowRight');
    await expect.poll(() => focused(page), soon).not.toBe('Anna Roth');
    await press('Home', 'Enter');
    await page.waitForURL(/\/customers\/[0-9a-f-]+/);
    await page.getByRole('heading', { name: 'Anna Roth', exact: true }).waitFor();
    await expect.poll(() => focused(page), soon).toBe('Anna Roth');
  });

  test('they walk the picture of her matches by arrow keys, and see what is behind one', async () => {
    await tabTo(page, /^Show how$/);
    await press('Enter');
    await page.getByRole('list', { name: 'Identifiers, joined by their matches' }).waitFor();
    await press('Tab');
    const first = await focused(page);
    await press('End');
    await expect.poll(() => focused(page), soon).not.toBe(first);
    await press('Home');
    await expect.poll(() => focused(page), soon).toBe(first);
    await press('ArrowRight');
    await expect.poll(() => focused(page), soon).not.toBe(first);
    const joined = await focused(page);
    await press('Enter');
    expect(await page.getByRole('button', { name: joined, exact: true }).getAttribute('aria-expanded')).toBe('true');
    await page
      .getByText(/^from .*, first /)
      .first()
      .waitFor();
    const table = page.getByRole('region', { name: 'The same as a table, newest first' });
    await table.getByRole('rowheader', { name: 'anna.roth@example.com' }).first().waitFor();
    await table.getByRole('cell', { name: 'sure: named together' }).first().waitFor();
    await press('Enter');
    expect(await page.getByRole('button', { name: joined, exact: true }).getAttribute('aria-expanded')).toBe('false');
    await page.getByText('Show how', { exact: true }).click();
    await page.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus());
  });

  test('they take a wrong join apart, and undo it', async () => {
    const identifiers = () => page.locator('#identifiers + ul > li').count();
    await expect.poll(identifiers, soon).toBeGreaterThan(1);
    const before = await identifiers();
    await page
      .getByRole('button', { name: /^This is not the same person/ })
      .first()
      .waitFor();
    await tabTo(page, /^This is not the same person/);
    await press('Enter');
    await page.getByRole('dialog').getByText('Afterwards', { exact: true }).waitFor();
    await tabTo(page, /^Take them apart/);
    await press('Enter');
    await page.getByText('are different people now').waitFor();
    await expect.poll(() => focused(page), soon).toBe('Undo');
    await expect.poll(identifiers, soon).toBeLessThan(before);
    await press('Enter');
    await page.getByText('one person again').waitFor();
    await expect.poll(identifiers, soon).toBe(before);
    await expect.poll(() => focused(page), soon).toBe('Anna Roth');
  });

  test('a decision stays on the page with its own way back', async () => {
    const identifiers = () => page.locator('#identifiers + ul > li').count();
    const joins = () => page.locator('ol[aria-label="Why these are one person"] > li').count();
    const [before, joinsBefore] = [await identifiers(), await joins()];
    await tabTo(page, /^This is not the same person/);
    await press('Enter');
    await page.getByRole('dialog').getByText('Afterwards', { exact: true }).waitFor();
    await tabTo(page, /^Take them apart/);
    await press('Enter');
    await page.getByText('are different people now').waitFor();
    await expect.poll(identifiers, soon).toBeLessThan(before);
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await page.getByRole('button', { name: /^Undo: .*different people/ }).press('Enter');
    await page.getByText('The decision is taken back.').waitFor();
    await expect.poll(identifiers, soon).toBe(before);
    await expect.poll(joins, soon).toBe(joinsBefore);
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  });

  test('they join two records by hand, see before what comes together, and undo it', async () => {
    const identifiers = () => page.locator('#identifiers + ul > li').count();
    const before = await identifiers();
    await page.getByRole('button', { name: 'This is also …' }).focus();
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await expect.poll(() => focused(page), soon).toMatch(/^Find by name/);
    await page.keyboard.type('customer-7@example.com');
    await page.getByRole('radio').first().waitFor();
    await tabTo(page, /^Ines Example 7/);
    await press('Space');
    await page.getByRole('dialog').getByText('would come to this person').waitFor();
    await tabTo(page, /^Join them/);
    await press('Enter');
    await page.getByText('Joined: Ines Example 7 and this customer are one person now.').waitFor();
    await expect.poll(identifiers, soon).toBe(before + 2);
    await expect.poll(() => focused(page), soon).toBe('Undo');
    await press('Enter');
    await page.getByText('they are two people again').waitFor();
    await expect.poll(identifiers, soon).toBe(before);
  });

  test('they walk the timeline by Page Down and open an entry', async () => {
    await page.locator('[data-position="1"] button').waitFor();
    await tabTo(page, /^Channel/);
    await press('Tab');
    const position = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-position]')?.dataset.position);
    expect(await position()).toBe('1');
    for (let step = 2; step <= 12; step += 1) {
      await press('PageDown');
      await expect.poll(position, soon).toBe(String(step));
    }
    await press('PageUp', 'Enter');
    await expect.poll(() => page.locator('[data-position="11"] dl').count(), soon).toBe(1);
  });

  test('they add a source, get its key, and the focus returns to where it was', async () => {
    await page.goto(`/w/${filled.slug}/data/sources`);
    await page.getByRole('button', { name: 'Add a source' }).waitFor();
    await tabTo(page, /^Add a source$/);
    await press('Enter');
    await expect.poll(() => focused(page), soon).toMatch(/^Name/);
    await page.keyboard.type('Loyalty app');
    await press('Enter');
    await page.getByText('This key is shown once.').waitFor();
    expect(await page.getByLabel('Write key', { exact: true }).inputValue()).not.toBe('');
    await expect.poll(() => focused(page), soon).toBe('Done');
    await press('Enter');
    await expect.poll(() => focused(page), soon).toBe('Add a source');
    await page.getByRole('heading', { name: 'Loyalty app' }).waitFor();
  });

  test('they say what a group call of a source makes', async () => {
    await page.getByRole('button', { name: 'Change Loyalty app' }).click();
    await page.getByText('Zone, country, currency, groups').click();
    await page.getByLabel('What a group call of this system makes').selectOption('household');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Loyalty app is changed.').waitFor();
    const sources = await throughline.api(`/api/w/${filled.slug}/sources`);
    const { items } = (await sources.json()) as { items: { name: string; groups: string }[] };
    expect(items.find(({ name }) => name === 'Loyalty app')?.groups).toBe('household');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Add a source' }).focus();
  });

  test('they leave a dialog by Escape without anything having happened', async () => {
    await tabTo(page, /^New key for Loyalty app/);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await expect.poll(() => page.getByRole('dialog').count(), soon).toBe(0);
    await expect.poll(() => focused(page), soon).toBe('New key for Loyalty app');
  });
});
