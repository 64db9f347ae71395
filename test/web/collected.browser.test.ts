import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSource } from '../add-source.js';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

if ('notRun' in chromium)
  console.log(`not run: what is told of the company in the browser, because ${chromium.notRun}`);

/** Each screen with something that only stands there once its data are shown. */
const screens: readonly (readonly [screen: string, path: string, shown: string])[] = [
  ['counts', '/data/counts', 'figure figcaption'],
  ['happenings', '/pulse/happenings', 'table tbody tr'],
  ['locations', '/data/locations', 'ul strong'],
  ['tags', '/data/tags', 'table tbody tr'],
  ['costs', '/data/costs', 'figure figcaption'],
  ['sources', '/data/sources', 'li h2'],
];

describe.skipIf('notRun' in chromium)('what is told of the company', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let key = '';

  const open = async (path: string, shown: string) => {
    await page.goto(`/w/company${path}`);
    await page.locator(shown).first().waitFor();
  };
  const send = async (path: string, batch: readonly object[]) => {
    const answer = await fetch(`${throughline.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
      body: JSON.stringify({ batch }),
    });
    expect(await answer.json()).toMatchObject({ accepted: batch.length, setAside: [] });
  };
  /** How many numbers there are of what is counted. */
  const counted = async (): Promise<number> => {
    const answer = await throughline.api('/api/w/company/counts/values?measure=footfall&per=hour');
    if (!answer.ok) return 0;
    const { days } = (await answer.json()) as { readonly days: readonly { readonly buckets: number }[] };
    const { items } = (await (
      await throughline.api('/api/w/company/counts/replaced?measure=footfall&per=hour')
    ).json()) as { readonly items: readonly object[] };
    return days.reduce((sum, { buckets }) => sum + buckets, 0) + items.length / 2;
  };
  const footfall = (day: number, hour: number, location: string, value: number) => ({
    measure: 'footfall',
    per: 'hour',
    timestamp: `2026-05-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`,
    location,
    value,
  });

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    await signIn(page);
    key = await addSource(throughline, 'Doors');
    await page.goto('/w/company/data/counts');
    await page.getByText('Nothing is counted yet').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await send('/v1/counts', [
      ...[4, 5, 6, 7, 8].flatMap((day) => [
        footfall(day, 9, 'LDS', 40 + day),
        footfall(day, 10, 'LDS', 61),
        footfall(day, 10, 'YRK', 17),
      ]),
      footfall(8, 10, 'YRK', 19),
    ]);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('numbers without persons appear by day and by place, with what they were before', async () => {
    await expect.poll(() => counted(), { timeout: 60_000, interval: 200 }).toBe(16);
    await open('/data/counts', 'figure figcaption');
    await page.getByText('622 from 11 April 2026 to 8 May 2026; the most on 8 May 2026: 128.').waitFor();
    await page.getByText('One thing is counted without persons; footfall by the hour is known until').waitFor();
    await page.getByRole('row', { name: /^YRK/ }).waitFor();
    await page.locator('summary', { hasText: '1 number told differently before' }).click();
    await page.getByRole('cell', { name: 'was replaced' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a happening is entered, ended and taken off by keyboard, and put back', async () => {
    await page.goto('/w/company/pulse/happenings');
    await page.getByText('Nothing is known yet of outages').waitFor();
    await page.getByRole('button', { name: 'Enter something that happened' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('What happened?').waitFor();
    await page.keyboard.type('Shop was down');
    await page.getByLabel('First day').fill('2026-05-10');
    await page.getByLabel('Time, if known').first().fill('08:15');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Where do you know it from?').press('Enter');
    await page.getByText('One thing goes on now: Shop was down.').waitFor();
    await page.getByRole('link', { name: 'Pulse' }).waitFor();

    await page.getByRole('button', { name: 'Change Shop was down' }).press('Enter');
    await page.getByLabel('Last day').fill('2026-05-10');
    await page.getByLabel('Last day').press('Enter');
    await page.getByText('Nothing goes on now; the last was Shop was down, until 10 May 2026.').waitFor();

    await page.getByRole('button', { name: 'Take off Shop was down' }).press('Enter');
    await page.getByText('Shop was down was taken off the list.').waitFor();
    await page.getByText('Nothing is known yet of outages').waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByRole('row', { name: /^Shop was down/ }).waitFor();
  });

  test('a code that names no place is placed by keyboard, and what it counted before stands there', async () => {
    await open('/data/locations', 'table tbody tr');
    await page.getByText('2 codes name no place yet; no interaction carries them.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Place it: LDS' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).waitFor();
    await page.keyboard.type('Leeds');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await page.getByText('LDS is Leeds.').waitFor();
    await page.getByText('10 counts').waitFor();
    await page.getByText('One code names no place yet').waitFor();

    await page.getByRole('button', { name: 'Place it: YRK' }).press('Enter');
    await page.getByLabel('Which place is it?').selectOption('a new one, named below');
    await page.getByLabel('Name', { exact: true }).fill('York');
    await page.getByLabel('Hangs below').selectOption('Leeds');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('YRK is York.').waitFor();
    await page.getByText('15 counts').waitFor();
    await page.getByText('Every interaction that names a location is placed').waitFor();
    await page.getByRole('button', { name: 'Change York' }).waitFor();
  });

  test('a QR code is made by keyboard, has its pictures, and counts whoever follows it', async () => {
    await page.goto('/w/company/data/tags');
    await page.getByText('No tags are made yet.').waitFor();
    await page.getByRole('button', { name: 'Make a tag' }).press('Enter');
    await page.getByLabel('What do you call it?').waitFor();
    await page.keyboard.type('Poster');
    await page.getByLabel('What is it?').selectOption('QR code');
    await page.getByLabel('Where does it lead?').fill('https://shop.example/poster');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Where does it lead?').press('Enter');
    await page.getByText('Poster was made.').waitFor();
    await page.getByText('One tag is in use; none of them brought anybody yet.').waitFor();
    const picture = await page.getByRole('link', { name: 'SVG drawing of Poster for print' }).getAttribute('href');
    expect(await (await page.request.get(picture ?? '')).text()).toMatch(/^<svg/);

    const printed = await page
      .getByText(/\/t\/[a-z0-9]{8}/)
      .first()
      .innerText();
    const code = /\/t\/[a-z0-9]{8}/.exec(printed)?.[0] ?? '';
    const followed = await fetch(`${throughline.url}${code}`, {
      redirect: 'manual',
      headers: { 'user-agent': 'Mozilla/5.0' },
    });
    expect(followed.headers.get('location')).toBe('https://shop.example/poster');
    await expect
      .poll(async () => (await throughline.api('/api/w/company/tags/use')).text(), { timeout: 60_000, interval: 200 })
      .toContain('"uses":1');
    await open('/data/tags', 'table tbody tr');
    await page.getByText('One tag is in use; Poster brought the most: once.').waitFor();
  });

  test('what a campaign says and is not understood is given a channel by keyboard', async () => {
    const arrived = (search: string) => ({
      type: 'page',
      properties: { url: `https://shop.example/sale${search}`, referrer: '' },
    });
    await send('/v1/batch', [arrived('?utm_medium=influencer'), arrived('?utm_medium=influencer'), arrived('')]);
    await expect
      .poll(async () => (await throughline.api('/api/w/company/arrivals')).text(), { timeout: 60_000, interval: 200 })
      .toContain('"value":"influencer","arrivals":2');
    await open('/data/tags', '#arrivals');
    await page.getByRole('button', { name: 'Say the channel: influencer' }).press('Enter');
    await page.getByLabel('Which channel is it?').selectOption('Social media');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('influencer is Social media now, for all that came.').waitFor();
    await page.getByText('3 arrivals on your pages; Social media brought the most: 2.').waitFor();
    await page.locator('summary', { hasText: 'Rules of your own' }).click();
    await page.getByRole('button', { name: 'Remove the rule for influencer' }).press('Enter');
    await page.getByRole('button', { name: 'Say the channel: influencer' }).waitFor();
  });

  test('a source says how late it tells and what is left out', async () => {
    await open('/data/sources', 'li h2');
    await page.getByText('How late it tells').first().waitFor();
    await page.getByText('Left out of figures').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('what was spent is shown by day and campaign, and what a call costs is said by keyboard', async () => {
    await page.goto('/w/company/data/costs');
    await page.getByText('Nothing is known yet of what anything costs.').waitFor();
    const spent = (day: number, amount: number, campaign: string) => ({
      ...{ timestamp: `2026-05-0${day}`, channel: 'paid_search', campaign, amount, currency: 'EUR' },
    });
    await send('/v1/costs', [spent(4, 10, 'Spring'), spent(5, 30, 'Spring'), spent(5, 5, 'Brand')]);
    await expect
      .poll(async () => (await throughline.api('/api/w/company/costs/spend')).text(), {
        timeout: 60_000,
        interval: 200,
      })
      .toContain('"Brand"');
    await open('/data/costs', 'figure figcaption');
    await page
      .getByText(/^Advertising cost .*45\.00 from 8 April 2026 to 5 May 2026; the most went to Spring\.$/)
      .waitFor();
    await page.getByRole('button', { name: 'Say what something costs' }).press('Enter');
    await page.getByLabel('Amount').fill('4.20');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Amount').press('Enter');
    await page.getByRole('row', { name: /^A call .*4\.20/ }).waitFor();
    await page.getByRole('button', { name: 'Remove A call' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByText('A call was removed.').waitFor();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(screens)('%s: axe finds nothing', async (_, path, shown) => {
      await page.emulateMedia({ colorScheme });
      await open(path, shown);
      expect(await axeFindings(page)).toEqual([]);
    });
  });

  test.each(screens)('%s: nothing is wider than a screen of 380 px', async (_, path, shown) => {
    await page.setViewportSize({ width: 380, height: 800 });
    await open(path, shown);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('nothing was asked of another origin, and no page complained', () => {
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
