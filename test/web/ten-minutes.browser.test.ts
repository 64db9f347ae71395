import type { FileChooser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromium, type RunningThroughline, startThroughline } from '../start-throughline.js';
import { axeFindings } from './axe-findings.js';
import { companyFiles, type ExportFile, exportFile } from './export-file.js';
import { answerOpen, correctColumns, guideShown, importedCounts } from './file-guide.js';
import { focused, tabTo } from './focused.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { admin } from './sign-in.js';

if ('notRun' in chromium) console.log(`not run: the first ten minutes in the browser, because ${chromium.notRun}`);

const soon = { timeout: 60_000 };
/* Until everything has reached the analytics engine and the findings are computed anew. */
const filled = { timeout: 90_000, interval: 1_000 };
/* Other files in each run; THROUGHLINE_SEED makes those of a run that failed. */
const seed = Number(process.env.THROUGHLINE_SEED ?? Math.floor(Math.random() * 1e6));

describe.skipIf('notRun' in chromium)(`the first ten minutes, with files of seed ${seed}`, () => {
  const kinds = ['contact', 'order', 'call'] as const;
  const company = companyFiles(seed);
  const files = kinds.map((kind) => company[kind]);
  const laterFiles = kinds.map((kind) => exportFile(kind, 'DE', seed + 5_000));
  let throughline: RunningThroughline;
  let browser: TestBrowser;
  let page: Page;

  const cleanInBothThemes = async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect.poll(() => axeFindings(page), soon).toEqual([]);
    }
  };
  const fitsNarrow = async () => {
    await page.setViewportSize({ width: 380, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const imports = () => page.goto('/w/acme-retail/data/imports');
  const taken = async () => {
    await page
      .getByText(/ is in: /)
      .first()
      .waitFor();
    return importedCounts(page);
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

  test('the link asks who will use it, knows the place from the browser, and the first page asks what there is', async () => {
    await page.goto(throughline.setupLink);
    // The browser is German and so is the place; whoever sits there reads English.
    await page.getByLabel('Sprache').selectOption('en');
    await page.getByLabel('Your name').fill('Mara Lind');
    await page.getByLabel('E-mail').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByLabel('Company or team').fill('Acme Retail');
    expect(await page.getByLabel('Country').inputValue()).toBe('DE');
    expect(await page.getByLabel('Currency').inputValue()).toBe('EUR');
    expect(await page.getByLabel('First day of the week').inputValue()).toBe('1');
    await page.getByRole('button', { name: 'Set up and sign in' }).click();
    await page.getByRole('heading', { name: 'What do you have?' }).waitFor();
    await page.getByText('Everything stays on this machine.').waitFor();
    await page.getByRole('link', { name: 'A shop or site' }).waitFor();
    await cleanInBothThemes();
    await fitsNarrow();
  });

  test('three files dropped together wait to be gone through', async () => {
    await drop(page, files);
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    for (const { name } of files) await page.getByRole('link', { name: `Go through it: ${name}` }).waitFor();
    await cleanInBothThemes();
    await fitsNarrow();
  });

  test.each(kinds)('the %s file is gone through and becomes people, with what is on screen alone', async (kind) => {
    const file = company[kind];
    await imports();
    await page.getByRole('link', { name: `Go through it: ${file.name}` }).click();
    await guideShown(page);
    await cleanInBothThemes();
    await fitsNarrow();
    const lineKind = page.getByLabel('What is each line of this file?');
    if ((await lineKind.inputValue()) !== kind) await lineKind.selectOption(kind);
    await guideShown(page);
    const wrong = await correctColumns(page, file);
    await answerOpen(page, file);
    console.log(`${file.name}: ${wrong} of ${file.truth.columns.length} columns corrected on screen`);
    await page.getByRole('button', { name: /^Import / }).click();
    const { read, accepted } = await taken();
    expect(read).toBe(file.truth.rows.length);
    expect(accepted).toBeGreaterThan(0);
    await page.getByRole('heading', { name: 'Who is here now' }).waitFor();
    await cleanInBothThemes();
    await fitsNarrow();
  });

  test('their people stand on the list of customers', async () => {
    await page.goto('/w/acme-retail/customers');
    await page.getByText(/^You know [\d,]+ customers/).waitFor();
    const { contact: contacts } = company;
    const at = contacts.truth.columns.findIndex(({ truth }) => truth === 'email');
    const addresses = contacts.truth.rows
      .map((row) => row[at] ?? '')
      .filter((text) => /^[\w.+-]+@[\w.-]+\.\w+$/.test(text));
    await page.getByLabel('Find by name').fill(addresses[0] ?? '');
    await expect.poll(() => page.locator('table[role=grid] a').count(), soon).toBeGreaterThan(0);
  });

  test('Pulse opens with a first finding, and shows ten people of whom it is true', async () => {
    await page.getByRole('link', { name: 'Pulse' }).click();
    const finding = page.getByText(/^\d+ customers of \d+ ordered and then contacted us within two days\.$/).first();
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByText(/^As of /).waitFor();
        return finding.count();
      }, filled)
      .toBe(1);
    const [people = 0, of = 0] = (/^(\d+) customers of (\d+)/.exec(await finding.innerText()) ?? [])
      .slice(1)
      .map(Number);
    console.log(`${people} of ${of} customers ordered and then contacted us`);
    expect(people).toBeGreaterThanOrEqual(30);
    await cleanInBothThemes();
    await fitsNarrow();
    await page
      .getByText(/^Look at 10 of them/)
      .first()
      .click();
    const somebody = page.locator('main li li a').first();
    const name = await somebody.innerText();
    await somebody.click();
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByText('Called').first().waitFor();
  });

  test('answers survive a reload, and other answers change the preview before anything is kept', async () => {
    await imports();
    await page.locator('input[type=file]').setInputFiles(callList());
    await guideShown(page);
    const preview = page.getByText(/^40 lines become /);
    expect(await preview.innerText()).toBe('40 lines become 27 people and 36 interactions.');
    await page.getByLabel('What Anrufer means').selectOption('text');
    await expect.poll(() => preview.innerText(), soon).toBe('40 lines become nobody we know and 36 interactions.');
    await page.reload();
    await guideShown(page);
    expect(await page.getByLabel('What Anrufer means').inputValue()).toBe('text');
    await page.getByLabel('What Anrufer means').selectOption('phone');
    await expect.poll(() => preview.innerText(), soon).toBe('40 lines become 27 people and 36 interactions.');
    await page.route('**/propose', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 422, code: 'mapping.invalid', detail: 'the answers make no mapping' }),
      }),
    );
    await page.getByLabel('What Anrufer means').selectOption('company');
    await page.getByText('The answers make no mapping.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/propose');
    await page.getByRole('button', { name: 'Forget my answers and begin anew' }).click();
    await guideShown(page);
    await page.getByText('The mapping that this writes').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download anrufliste.yaml' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('anrufliste.yaml');
    await expect.poll(() => axeFindings(page), soon).toEqual([]);
    await page.getByRole('button', { name: 'Import 40 lines' }).click();
    expect(await taken()).toEqual({ read: 40, accepted: 36 });
  });

  test('what is set aside says why, shows the odd part, and one answer mends all of it', async () => {
    await page.getByRole('link', { name: 'See what was set aside' }).click();
    const finding = '4 lines of anrufliste.csv are set aside because the date has no year. They look like 2026.';
    await page.getByText(finding).first().waitFor();
    expect(await page.locator('mark', { hasText: /^\d\d\.\d\d\.$/ }).count()).toBe(3);
    await cleanInBothThemes();
    await fitsNarrow();
    await page.getByRole('button', { name: 'Change something else' }).first().click();
    await page.getByLabel('The year, if they have none').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Read them as 2026' }).click();
    await page.getByText('4 were taken in.').waitFor();
    await expect.poll(() => page.getByText(finding).count(), soon).toBe(0);
  });

  test('the same file again says so and can take its place, and an import can be taken back', async () => {
    await imports();
    await page.locator('input[type=file]').setInputFiles(callList());
    await page.getByText('You imported this very file before').waitFor();
    await guideShown(page);
    await cleanInBothThemes();
    await page.getByRole('button', { name: 'Replace it with 40 lines' }).click();
    expect(await taken()).toEqual({ read: 40, accepted: 36 });
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page
      .getByRole('dialog')
      .getByText(/36 interactions go/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('was taken back. Everything is as if').first().waitFor();
  });

  test('an import is replaced by a newer file, read as the former one was', async () => {
    await imports();
    await page.getByRole('link', { name: company.call.name }).first().click();
    await page.getByRole('link', { name: 'Replace with a newer file' }).click();
    await page.getByText('Drop the newer file here.').waitFor();
    const newer = company.call;
    await page.locator('input[type=file]').setInputFiles({ ...newer, name: 'newer.csv' });
    await page.getByText(/^newer.csv takes the place of/).waitFor();
    await cleanInBothThemes();
    await page.getByRole('button', { name: /^Replace it with / }).click();
    expect((await taken()).read).toBe(newer.truth.rows.length);
  });

  test('what is no table is refused with a word, and the screen stays', async () => {
    await imports();
    await page.locator('input[type=file]').setInputFiles({
      name: 'broken.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 no workbook'),
    });
    await page.getByRole('alert').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss: broken.xlsx' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test.each(kinds)('with the keyboard alone the %s file is chosen, gone through and imported', async (kind) => {
    const file = laterFiles[kinds.indexOf(kind)] as ExportFile;
    await imports();
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    const chosen = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve));
    await tabTo(page, /^Choose files$/);
    await page.keyboard.press('Enter');
    await (await chosen).setFiles(file);
    await guideShown(page);
    await expect.poll(() => focused(page), soon).toBe('Data');
    await tabTo(page, /^Go on to the import$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Import /);
    await page.keyboard.press('Enter');
    for (
      let open = 0;
      open < 12 && /guide/.test(page.url()) && (await page.locator('[data-open="true"]').count()) > 0;
      open += 1
    ) {
      // The act led to the first open question.
      const isList = await page.evaluate(() => document.activeElement?.tagName === 'SELECT');
      await page.keyboard.press(isList ? 'ArrowDown' : 'Space');
      await guideShown(page);
      await tabTo(page, /^Import /, 120);
      await page.keyboard.press('Enter');
    }
    expect((await taken()).read).toBe(file.truth.rows.length);
  });

  test('nothing was asked of another origin, and no page complained', () => {
    expect(browser.strayed).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

/** Forty calls of thirty numbers; four of them without the year. */
function callList() {
  const lines = Array.from({ length: 40 }, (_, n) => {
    const day = `${String(1 + (n % 28)).padStart(2, '0')}.0${1 + (n % 5)}.`;
    return `+49 171 ${5_400_000 + (n % 30) * 7_919};${day}${n % 10 === 3 ? '' : '2026'};${['Lieferung', 'Retoure', 'Rechnung'][n % 3]}`;
  });
  const text = `Anrufer;Tag;Grund\r\n${lines.join('\r\n')}\r\n`;
  return { name: 'anrufliste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Drops files on the page, as from a folder beside it. */
async function drop(page: Page, files: readonly ExportFile[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, given);
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.getByText('Let go to hand them in.').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}
