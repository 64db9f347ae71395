import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportRun } from '../../packages/engine/src/collect/import/import-run.js';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { expectAccessible } from './expect-accessible.js';
import { tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin, signIn } from './sign-in.js';

const notRun = 'notRun' in chromium ? chromium.notRun : undefined;
if (notRun !== undefined) console.log(`not run: mending in the browser, because ${notRun}`);

const soon = { timeout: 90_000 };
const undated = 20_000;
const mapping = JSON.stringify({
  version: 1,
  source: 'Shop',
  channel: 'store',
  file: { format: 'csv', delimiter: ';' },
  zone: 'Europe/Berlin',
  dates: 'dd.MM.yyyy',
  rows: [{ rule: 'order', make: 'interaction', identifiers: { email: '{mail}' }, name: 'Ordered', time: '{day}' }],
});
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `c${at % 500}@example.com;0${1 + (at % 9)}.05.\n`).join('');

describe.skipIf(notRun !== undefined)('mending many lines on screen', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;

  const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await throughline.api(`/api/w/company${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  const post = <T>(path: string, body: object) =>
    call<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  beforeAll(async () => {
    throughline = await startThroughline({ admin });
    const made = await post<ImportRun>('/imports', { fileName: 'orders.csv', mapping, createSource: true });
    const file = `mail;day\n${'a@example.com;01.05.2026\n'.repeat(40)}${lines(undated)}`;
    await call(`/imports/${made.id}/file?name=orders.csv`, { method: 'PUT', body: file });
    await post(`/imports/${made.id}/start`, {});
    while ((await call<ImportRun>(`/imports/${made.id}`)).state !== 'done') await pause(100);
    browser = await openBrowser(throughline.url);
    page = await browser.page();
    page.setDefaultTimeout(60_000);
    await signIn(page);
    await page.goto(`${throughline.url}/w/company/data/set-aside`);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('shows at once how far it is while the count falls, and is stopped by key', async () => {
    await page.getByRole('button', { name: 'Read them as 2026' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText('It is safe to close this page.').waitFor();
    await expect
      .poll(() => page.getByText(`${undated.toLocaleString('en')} messages`, { exact: true }).count(), soon)
      .toBe(0);
    await tabTo(page, /^Stop: Reading/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('list', { name: 'What is being done with it' })
      .getByText(/^Stopped\. .* taken in/)
      .waitFor();
    await expectAccessible(page);
  });

  test('the rest is mended by the same button, and nothing is left', async () => {
    await page.getByRole('button', { name: 'Read them as 2026' }).click();
    await page.getByRole('progressbar').waitFor();
    await expectAccessible(page);
    await page.getByText('Nothing is set aside.').first().waitFor({ timeout: 300_000 });
    await expect.poll(() => page.getByRole('progressbar').count(), soon).toBe(0);
    const { items } = await call<{ items: { state: string; replayed: number }[] }>('/set-aside/mendings');
    expect(items.map(({ state }) => state).sort()).toEqual(['done', 'stopped']);
    expect(items.reduce((sum, { replayed }) => sum + replayed, 0)).toBe(undated);
    expect(browser.complaints).toEqual([]);
  });
});
