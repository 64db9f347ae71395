import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { englishLeft } from './english-left.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the screens in German, because ${chromium.notRun}`);

const soon = { timeout: 60_000, interval: 300 };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const known = (type: string, id: string) => ({ externalIds: [{ type, id, collection: 'users', encoding: 'none' }] });
const nobody = '01900000-0000-7000-8000-000000000000';

/** Each screen with something that only stands there once its data are shown. */
const screens: readonly (readonly [screen: string, path: string, shown: string])[] = [
  ['pulse', '/pulse', 'text=Am besten als Nächstes'],
  ['happenings', '/pulse/happenings', 'text=Eintragen, was geschehen ist'],
  ['customers', '/customers', 'table[role=grid] tbody tr:nth-child(5)'],
  ['nobody found', '/customers?q=gibtesnicht', 'text=Niemand unter'],
  ['visitors', '/customers?kind=visitors', 'text=Jemand war hier'],
  ['whom to compare', '/compare', 'text=Suchen Sie zwei'],
  ['a list of pairs', '/join-list', 'text=Datei wählen'],
  ['a person', '/customers/{anna}', '[data-position="2"]'],
  ['a person by channel', '/customers/{anna}?channel=web', 'text=neueste zuerst'],
  ['nobody at this address', `/customers/${nobody}`, 'text=nicht mehr hier'],
  ['sources', '/data/sources', 'li h2'],
  ['a site to connect', '/data/connect', 'text=Wie heißt die Website?'],
  ['a webhook to add', '/data/webhook', 'text=Wie heißt das System?'],
  ['counts', '/data/counts', 'text=Noch ist nichts gezählt'],
  ['locations', '/data/locations', 'text=Noch sind keine Orte benannt'],
  ['rules for joining', '/data/rules', 'text=Eine Person hat höchstens'],
  ['values we use', '/data/values', 'text=Wir verwenden, was'],
  ['contradictions', '/data/values/contradictions?trait=name', 'text=widersprechen sich'],
  ['tags', '/data/tags', 'text=Noch gibt es keine Markierungen'],
  ['costs', '/data/costs', 'text=Noch ist nicht bekannt, was etwas kostet'],
  ['a database', '/data/database', 'text=Tabellen suchen'],
  ['imports', '/data/imports', 'text=Importieren im Terminal'],
  ['a file that is gone', `/data/imports/guide?file=${nobody}`, 'text=nicht mehr da'],
  ['an import that is not there', `/data/imports/${nobody}`, 'text=Diesen Import gibt es nicht'],
  ['set aside', '/data/set-aside', 'pre'],
  ['who knows whom', '/data/who-knows-whom', 'li h3'],
  ['workspace', '/settings/workspace', 'form'],
  ['users', '/settings/users', 'table tbody tr'],
  ['tokens', '/settings/tokens', 'text=Ein Token lässt ein Programm'],
  ['you', '/settings/you', 'text=Passwort ändern'],
  ['nothing here', '/data/gibtesnicht', 'text=Unter dieser Adresse ist nichts'],
];

const dialogs: readonly (readonly [path: string, button: string | RegExp])[] = [
  ['/customers/{anna}', 'Das ist auch …'],
  ['/data/sources', 'Quelle hinzufügen'],
  ['/data/sources', /^Webshop ändern$/],
  ['/data/sources', /^Neuer Schlüssel für Webshop$/],
  ['/data/set-aside', /^Diese korrigieren/],
  ['/data/set-aside', /^Diese auslassen/],
  ['/data/imports', /^anrufliste\.csv zurücknehmen$/],
  ['/pulse/happenings', 'Eintragen, was geschehen ist'],
  ['/data/locations', 'Ort hinzufügen'],
  ['/data/rules', /^Ändern: E-Mail-Adresse$/],
  ['/data/values', /^Regel ändern: /],
  ['/customers/{anna}', /^Verlauf von /],
  ['/data/tags', 'Markierung erstellen'],
  ['/data/costs', 'Angeben, was etwas kostet'],
  ['/settings/users', 'Jemanden einladen'],
  ['/settings/tokens', 'Token erzeugen'],
];

describe.skipIf('notRun' in chromium)('in a German browser', () => {
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;
  let anna = '';

  const at = (path: string) => `/w/kaufhaus-nord${path.replace('{anna}', anna)}`;
  const open = async (path: string, shown: string) => {
    await page.goto(at(path));
    await page.locator(shown).first().waitFor();
  };
  const isGerman = async () => {
    await expect.poll(() => englishLeft(page), soon).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  };
  const isClean = async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => axeFindings(page), soon).toEqual([]);
    }
    await page.setViewportSize({ width: 380, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  beforeAll(async () => {
    throughline = await startThroughline();
    browser = await openBrowser(throughline.url);
    page = await browser.page({ locale: 'de-DE' });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await throughline?.stop();
  });

  test('without the link, the first page says in German where to find it', async () => {
    await page.goto('/');
    await page.getByText('Öffnen Sie den Einrichtungslink').waitFor();
    await isGerman();
    await isClean();
  });

  test('the set-up speaks German, and another language at once when it is chosen, with what was typed', async () => {
    await page.goto(throughline.setupLink);
    await page.getByText('Alles bleibt auf diesem Rechner.').waitFor();
    await isGerman();
    await isClean();
    expect(await page.getByLabel('Sprache').inputValue()).toBe('de');
    await page.getByLabel('Ihr Name').fill('Mara Lind');
    await page.getByLabel('Sprache').selectOption('en');
    await page.getByText('Everything stays on this machine.').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Mara Lind');
    expect(await page.getByLabel('Country').locator('option:checked').innerText()).toBe('Germany');
    await page.getByLabel('Language', { exact: true }).selectOption('de');
    await page.getByLabel('E-Mail').fill(admin.email);
    await page.getByLabel('Passwort').fill('kurz');
    await page.getByLabel('Firma oder Team').fill('Kaufhaus Nord');
    await page.getByRole('button', { name: 'Einrichten und anmelden' }).click();
    await page.getByText('Nehmen Sie mindestens 10 Zeichen.').waitFor();
    await page.getByLabel('Passwort').fill(admin.password);
    await page.getByRole('button', { name: 'Einrichten und anmelden' }).click();
    await page.getByRole('heading', { name: 'Was haben Sie?' }).waitFor();
    await isGerman();
    await isClean();
  });

  test('a file is gone through, imported, and what was set aside is mended', async () => {
    await page.locator('input[type=file]').setInputFiles(callList());
    await page.getByText(/^40 Zeilen werden |^Aus 40 Zeilen werden /).waitFor();
    await page.getByText('4 Zeilen würden zurückgestellt').click();
    await page
      .getByText(/^Zeile \d+: Tag ist kein Datum der Form dd\.MM\.yyyy/)
      .first()
      .waitFor();
    await page.getByText('Die Zuordnung, die hier entsteht').click();
    await page.getByText('Ihre Zeilen ansehen oder sie anders lesen').click();
    await isGerman();
    await isClean();
    await page.getByRole('button', { name: '40 Zeilen importieren' }).click();
    await page
      .getByText(/^anrufliste\.csv ist da: 40 Zeilen, 36 übernommen, 4 zurückgestellt/)
      .first()
      .waitFor();
    await isGerman();
    await isClean();
    await page.getByRole('link', { name: 'Zurückgestelltes ansehen' }).click();
    const finding =
      '4 Zeilen aus anrufliste.csv sind zurückgestellt: dem Datum fehlt das Jahr. Sie sehen nach 2026 aus.';
    await page.getByText(finding).first().waitFor();
    await isGerman();
    await isClean();
    await page.getByRole('button', { name: 'Als 2026 lesen' }).click();
    await page.getByText('4 wurden übernommen.').waitFor();
  });

  test('a file that is none is refused in German', async () => {
    await page.goto(at('/data/imports'));
    await page.locator('input[type=file]').setInputFiles({
      name: 'leer.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(''),
    });
    await page.getByRole('alert').first().waitFor();
    await isGerman();
  });

  test('two systems that send are told of in German, in figures, days and amounts', async () => {
    await send(throughline, 'Webshop', 'web', [
      ...buyers.map((email, n) => ({
        ...{ type: 'track', event: 'Bestellung', context: known('email', email), timestamp: daysAgo(30 + (n % 20)) },
        properties: { order_id: `B-${n}`, revenue: 1234.5, currency: 'EUR' },
      })),
      { type: 'identify', context: known('email', buyers[0] ?? ''), traits: { name: 'Anna Roth', city: 'Kiel' } },
      { type: 'track', anonymousId: 'gerät-1', event: 'Angesehen' },
      { type: 'track', event: '', userId: 'u-1' },
    ]);
    await send(throughline, 'Hotline', 'call_centre', [
      ...buyers.map((email, n) => ({
        ...{ type: 'track', event: 'Called', context: known('email', email), timestamp: daysAgo(29 + (n % 20)) },
      })),
      { type: 'identify', context: known('email', buyers[0] ?? ''), traits: { city: 'Lübeck' } },
    ]);
    anna = await vi.waitFor(async () => {
      const found = await throughline.api(`/api/w/kaufhaus-nord/customers?q=${buyers[0]}`);
      const { items } = (await found.json()) as { items: { id: string; name: string; interactions: number }[] };
      expect(items[0]).toMatchObject({ name: 'Anna Roth', interactions: 2 });
      return items[0]?.id ?? '';
    }, soon);
    await vi.waitFor(async () => {
      const findings = await throughline.api('/api/w/kaufhaus-nord/findings', { headers: { 'accept-language': 'de' } });
      expect(JSON.stringify(await findings.json())).toContain('Am besten als Nächstes');
    }, soon);
    await open('/customers', 'table[role=grid] tbody tr:nth-child(5)');
    await page.getByText(/^Sie kennen \d+ Kunden/).waitFor();
    await open('/customers/{anna}', '[data-position="2"]');
    await page
      .getByText(/^Anna Roth, bekannt seit dem \d+\. \p{L}+.*: 2 Interaktionen in 2 Kanälen, zuletzt am /u)
      .waitFor();
    await page.getByText(/^Ein Kauf \(Web\), für 1\.234,50 EUR, am \d+\. /).waitFor();
  });

  test.each(screens)('%s: no English is left, axe finds nothing, and it fits 380 px', async (_, path, shown) => {
    await open(path, shown);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await isGerman();
    await isClean();
  });

  test.each(dialogs)('the dialog on %s behind %s speaks German too', async (path, button) => {
    await page.goto(at(path));
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').waitFor();
    await isGerman();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('by keyboard the language is changed, and nothing said before stays', async () => {
    await open('/customers', 'text=Sie kennen');
    await page.getByRole('link', { name: 'Einstellungen' }).click();
    await page.getByRole('link', { name: 'Sie', exact: true }).click();
    await page.getByRole('radio', { name: 'Deutsch' }).waitFor();
    await tabTo(page, /Deutsch/);
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang'), soon).toBe('en');
    expect(await focused(page)).toMatch(/English/);
    await page.getByRole('link', { name: 'Customers' }).first().click();
    await page.getByText(/^You know \d+ customers/).waitFor();
    expect(await page.getByText('Sie kennen').count()).toBe(0);
    expect((await englishLeft(page)).length).toBeGreaterThan(5);
    await page.reload();
    await page.getByText(/^You know \d+ customers/).waitFor();
    await page.goto(at('/settings/you'));
    await page.getByRole('radio', { name: 'Deutsch' }).check();
    await page.getByRole('heading', { name: 'Einstellungen', level: 1 }).waitFor();
    await isGerman();
  });

  test('signing in speaks the language spoken last, and says in it what was wrong', async () => {
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden', level: 1 }).waitFor();
    await isGerman();
    await isClean();
    await page.getByLabel('E-Mail').fill(admin.email);
    await page.getByLabel('Passwort').fill('nicht das richtige');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('E-Mail-Adresse oder Passwort ist falsch.').waitFor();
    await isGerman();
  });

  test('a person’s language follows them into an English browser', async () => {
    const english = await browser.page({ locale: 'en-GB' });
    await english.goto('/sign-in');
    await english.getByLabel('E-mail').fill(admin.email);
    await english.getByLabel('Password').fill(admin.password);
    await english.getByRole('button', { name: 'Sign in' }).click();
    await english.getByText(/^Sie kennen \d+ Kunden/).waitFor();
    await english.getByRole('heading', { name: 'Kunden', level: 1 }).waitFor();
  });

  test('nothing was asked of another origin, and no page complained', () => {
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

const buyers = Array.from({ length: 60 }, (_, n) => `kunde-${n}@example.com`);

/** Forty calls of thirty numbers; four of them without the year. */
function callList() {
  const lines = Array.from({ length: 40 }, (_, n) => {
    const day = `${String(1 + (n % 28)).padStart(2, '0')}.0${1 + (n % 5)}.`;
    return `+49 171 ${5_400_000 + (n % 30) * 7_919};${day}${n % 10 === 3 ? '' : '2026'};${['Lieferung', 'Retoure', 'Rechnung'][n % 3]}`;
  });
  const text = `Anrufer;Tag;Grund\r\n${lines.join('\r\n')}\r\n`;
  return { name: 'anrufliste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function send(
  { api, url }: RunningThroughline,
  name: string,
  channel: string,
  batch: readonly object[],
): Promise<void> {
  const added = await api('/api/w/kaufhaus-nord/sources', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, channel, key: 'server' }),
  });
  const { writeKey } = (await added.json()) as { writeKey: string };
  const sent = await fetch(`${url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
    body: JSON.stringify({ batch }),
  });
  expect(sent.status).toBe(200);
}
