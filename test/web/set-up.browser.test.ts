import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: set-up in the browser, because ${chromium.notRun}`);

describe.skipIf('notRun' in chromium)('a fresh instance in the browser', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;

  beforeAll(async () => {
    throughline = await startThroughline();
    browser = await openBrowser(throughline.url);
  });

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('without the link, the first page says where to find it', async () => {
    const page = await browser.page();
    await page.goto('/');
    await page.getByText('Open the set-up link').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('the link asks who will use it, knows the place from the browser, and leads to the first page', async () => {
    const page = await browser.page();
    await page.goto(throughline.setupLink);
    await page.getByText('Everything stays on this machine.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    expect(await page.getByLabel('Country').inputValue()).toBe('GB');
    await page.getByLabel('Your name').fill('Mara Lind');
    await page.getByLabel('E-mail').fill(admin.email);
    await page.getByLabel('Password').fill('short');
    await page.getByLabel('Company or team').fill('Acme Retail');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await page.getByText('Use at least 10 characters.').waitFor();
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await page.waitForURL(/\/w\/acme-retail\/customers/);
    await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  });

  test('the link works once', async () => {
    const page = await browser.page();
    await page.goto(throughline.setupLink);
    await page.getByText('This is set up already').waitFor();
  });

  test('an invited viewer signs in, sees everything and is offered no change', async () => {
    const mara = await browser.page();
    await mara.goto('/w/acme-retail/settings/users');
    await mara.getByLabel('E-mail').fill(admin.email);
    await mara.getByLabel('Password').fill(admin.password);
    await mara.getByRole('button', { name: 'Sign in' }).click();
    await mara.waitForURL(/settings\/users/);
    await mara.getByRole('button', { name: 'Invite somebody' }).click();
    await mara.getByRole('button', { name: 'Make a link' }).click();
    const link = await mara.getByLabel('Invitation link', { exact: true }).inputValue();

    const tom = await browser.page();
    await tom.goto(link);
    await tom.getByLabel('Your name').fill('Tom Ekwe');
    await tom.getByLabel('E-mail').fill('tom@example.com');
    await tom.getByLabel('Password').fill('another good sentence');
    await tom.getByRole('button', { name: 'Accept and sign in' }).click();
    await tom.waitForURL(/\/w\/acme-retail\/customers/);
    await tom.goto('/w/acme-retail/data/sources');
    await tom.getByText('No source is connected yet.').waitFor();
    expect(await tom.getByRole('button', { name: 'Add a source' }).count()).toBe(0);
    expect(await tom.getByRole('link', { name: 'Tokens' }).count()).toBe(0);
  });

  test('a token is shown once, and revoking it asks first', async () => {
    const page = await browser.page();
    await page.goto('/w/acme-retail/settings/tokens');
    await page.getByLabel('E-mail').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByLabel('What is it for?').fill('Nightly export');
    await page.getByRole('button', { name: 'Make it' }).click();
    const token = await page.getByLabel('Token', { exact: true }).inputValue();
    const asks = () =>
      fetch(`${throughline.url}/api/w/acme-retail/settings`, { headers: { authorization: `Bearer ${token}` } });
    expect((await asks()).status).toBe(200);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No program has access by token.').waitFor();
    expect((await asks()).status).toBe(401);
  });

  test('signing out ends the session and leads to the sign-in page', async () => {
    const page = await browser.page();
    await page.goto('/sign-in?next=%2F%2Fevil.example');
    await page.getByLabel('E-mail').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/w\/acme-retail\/customers/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto('/w/acme-retail/customers');
    await page.waitForURL(/\/sign-in\?next=/);
  });

  test('nothing was asked of another origin, and no page complained', () => {
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
