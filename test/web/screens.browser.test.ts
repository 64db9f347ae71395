import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { type FilledWorkspace, fillWithCustomers } from './fill-with-customers.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the screens in the browser, because ${chromium.notRun}`);

/** Each screen with something that only stands there once its data are shown. */
const screens: readonly (readonly [screen: string, path: string, shown: string])[] = [
  ['pulse', '/pulse', 'text=Next best thing to add'],
  ['customers', '/customers', 'table[role=grid] tbody tr:nth-child(5)'],
  ['a search', '/customers?q=Anna', 'table[role=grid] a'],
  ['nobody found', '/customers?q=nobody-has-this', 'text=Nobody by'],
  ['visitors', '/customers?kind=visitors', 'text=Someone was here'],
  ['a person', '/customers/{anna}', '[data-position="5"]'],
  ['a person by channel', '/customers/{anna}?channel=web', '[data-position="5"]'],
  ['somebody without a name', '/customers/{household}', '[data-position="2"]'],
  ['two to compare', '/compare?a={anna}&b={household}', 'text=Why they are not one person'],
  ['whom to compare', '/compare?a={anna}', 'text=Compare Anna Roth'],
  ['a list of pairs', '/join-list', 'text=Choose a file'],
  ['nobody at this address', '/customers/01900000-0000-7000-8000-000000000000', 'text=no longer here'],
  ['sources', '/data/sources', 'li h2'],
  ['imports', '/data/imports', 'text=Importing in a terminal'],
  ['a file that is gone', '/data/imports/guide?file=01900000-0000-7000-8000-000000000000', 'text=not here any more'],
  ['an import that is not there', '/data/imports/01900000-0000-7000-8000-000000000000', 'text=There is no such import'],
  ['set aside', '/data/set-aside', 'pre'],
  ['who knows whom', '/data/who-knows-whom', 'li h3'],
  ['rules for joining', '/data/rules', 'li h3'],
  ['values we use', '/data/values', 'table tbody tr'],
  ['contradictions', '/data/values/contradictions?trait=shoe_size', 'text=says the same'],
  ['workspace', '/settings/workspace', 'form'],
  ['users', '/settings/users', 'table tbody tr'],
  ['tokens', '/settings/tokens', 'text=A token lets a program'],
  ['you', '/settings/you', 'text=Change the password'],
  ['nothing here', '/data/nothing-here', 'text=There is nothing at this address'],
];

describe.skipIf('notRun' in chromium)('the screens, with 2,379 people and one of 10,000 interactions', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let filled: FilledWorkspace;
  let page: Page;

  const open = async (path: string, shown: string) => {
    await page.goto(`/w/${filled.slug}${path.replace('{anna}', filled.anna).replace('{household}', filled.household)}`);
    await page.locator(shown).first().waitFor();
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

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(screens)('%s: axe finds nothing', async (_, path, shown) => {
      await page.emulateMedia({ colorScheme });
      await open(path, shown);
      expect(await axeFindings(page)).toEqual([]);
    });

    test('the picture of a person’s matches: axe finds nothing, and it fits 380 px', async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 380, height: 800 });
      await open('/customers/{anna}', 'text=Show how');
      await page.getByText('Show how', { exact: true }).click();
      const list = page.getByRole('list', { name: 'Identifiers, joined by their matches' });
      await list.getByRole('button').first().click();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.setViewportSize({ width: 1280, height: 900 });
    });

    test('while loading and when the server fails, axe finds nothing either', async () => {
      await page.emulateMedia({ colorScheme });
      let held: (() => void) | undefined;
      await page.route('**/api/**/interactions*', async (route) => {
        await new Promise<void>((resolve) => {
          held = resolve;
        });
        await route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 503, code: 'analytics.unavailable', detail: 'the analytics engine restarts' }),
        });
      });
      await page.goto(`/w/${filled.slug}/customers/${filled.anna}`);
      await page.getByText('Loading …').filter({ visible: true }).first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const release = setInterval(() => held?.(), 20);
      await page.getByText('This could not be loaded').waitFor();
      clearInterval(release);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.getByText('Code analytics.unavailable').count()).toBe(1);
      await page.unroute('**/api/**/interactions*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-position="5"]').waitFor();
    });
  });

  test.each(screens)('%s: nothing is wider than a screen of 380 px', async (_, path, shown) => {
    await page.setViewportSize({ width: 380, height: 800 });
    await open(path, shown);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('somebody without a name is called by the kind and value of what they are known by, and nothing counts as a join', async () => {
    await open('/customers?q=936', 'table[role=grid] a');
    const row = page.locator('table[role=grid] tbody tr').filter({ hasText: 'household 936' });
    expect(await row.locator('td').first().locator('a').innerText()).toBe('no name');
    expect(await row.locator('td').nth(1).innerText()).toBe('household 936');
    await row.locator('a').click();
    await page.getByRole('heading', { name: 'Household 936', exact: true }).waitFor();
    await page.getByText('Household 936, customer').waitFor();
    await page.getByText('There is one identifier only, household number').waitFor();
    await page.locator('[data-position="2"]').waitFor();
    expect(await page.getByRole('button', { name: /^This is not the same person/ }).count()).toBe(0);
  });

  test('a person opens with the last contact and what was bought', async () => {
    await open('/customers/{anna}', 'ul[aria-label="The story in short"] li');
    await page.getByText(/^Last contact on .*: Called About Delivery \(Call centre\)\.$/).waitFor();
    await page.getByText(/^Bought 3,333 times, mostly through Web, for .* EUR; the last time on /).waitFor();
  });

  test('the timeline holds all 10,000, draws a window of them, and ends at the first', async () => {
    await open('/customers/{anna}', '[data-position="5"]');
    await page.getByText('10,000 interactions, newest first').waitFor();
    const last = page.locator('[data-position="10000"]');
    await expect
      .poll(
        async () => {
          await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
          return last.count();
        },
        { timeout: 90_000, interval: 30 },
      )
      .toBe(1);
    expect(await page.locator('[data-position]').count()).toBeLessThan(120);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('one single message is left out with a note, and the others of its reason stay', async () => {
    await open('/data/set-aside', 'pre');
    const waiting = () => page.locator('ul[aria-label="Examples"] > li').count();
    const before = await waiting();
    await page
      .getByRole('button', { name: /^Leave this one out/ })
      .first()
      .click();
    await page.getByLabel('Why?').fill('a trial of ours');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Leave out' }).click();
    await page.getByText('1 was left out.').waitFor();
    await expect.poll(waiting, { timeout: 45_000 }).toBe(before - 1);
  });

  test('the dialog that joins two records is clean before and after a choice', async () => {
    await open('/customers/{anna}', '[data-position="5"]');
    await page.getByRole('button', { name: 'This is also …' }).click();
    await page.getByRole('dialog').getByLabel('Find by name').fill('936');
    await page.getByRole('radio').first().check();
    await page.getByText('would come to this person').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('what is set aside is mended on screen and then stands on the timeline', async () => {
    await open('/data/set-aside', 'pre');
    await page
      .getByRole('button', { name: /^Mend this one/ })
      .first()
      .click();
    const body = page.getByLabel('The message as it came');
    const message = JSON.parse(await body.inputValue()) as object;
    await body.fill(JSON.stringify({ ...message, event: 'Mended By Hand' }));
    await page.getByRole('button', { name: 'Read it again' }).click();
    await page.getByText('It was taken in.').waitFor();
    await expect
      .poll(
        async () => {
          await open('/customers/{anna}', '[data-position="1"]');
          return page.getByText('Mended By Hand').count();
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(1);
  });

  test('pulse is among the entries, and says what was looked for without anything to say', async () => {
    await open('/pulse', 'text=Next best thing to add');
    await page.getByRole('link', { name: 'Pulse' }).waitFor();
    await page.getByText('What else was looked for').click();
    await page.getByText('Orders without a customer: none of').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('who knows whom says the widest hole first, and holds every pair in a table', async () => {
    await open('/data/who-knows-whom', 'li h3');
    await page.getByText('2 of 2,379 people in Web shop are known to Call centre').waitFor();
    await page.locator('summary', { hasText: 'All pairs' }).click();
    await page.getByRole('rowheader', { name: 'Call centre' }).waitFor();
    await page.getByText(/of 2,3\d\d customers are known to two systems or more/).waitFor();
    await page.locator('summary', { hasText: 'Show as table' }).click();
    await page.getByRole('columnheader', { name: 'Known to two or more' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('nothing was asked of another origin, and no page complained', () => {
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
