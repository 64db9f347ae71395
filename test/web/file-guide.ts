import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ExportFile } from './export-file.js';

const soon = { timeout: 45_000 };

/** Waits until the proposal and the preview stand there and no answer is being worked in. */
export async function guideShown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Column by column' }).waitFor();
  await page.getByText(/^(The )?[\d,]+ lines?( looked at)? becomes? /).waitFor();
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[data-stale="true"], button[data-pending]').count(), soon).toBe(0);
}

/** Corrects on screen what is proposed wrong, and returns how many columns that were. */
export async function correctColumns(page: Page, { truth }: ExportFile): Promise<number> {
  let wrong = 0;
  for (const column of truth.columns) {
    const meaning = page.getByLabel(`What ${column.header} means`, { exact: true });
    if ((await meaning.inputValue()) === column.truth) continue;
    wrong += 1;
    await meaning.selectOption(column.truth);
    await settled(page);
    expect(await meaning.inputValue()).toBe(column.truth);
  }
  return wrong;
}

/** Answers the questions that are open as the truth of the file has it. */
export async function answerOpen(page: Page, { truth }: ExportFile): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    const open = page.locator('[data-open="true"]').first();
    if ((await open.count()) === 0) return answered;
    const byOrder = open.locator(`input[value="${truth.order === 'mdy' ? 'month-first' : 'day-first'}"]`);
    const decimal = truth.columns.find(({ reads }) => reads?.type === 'number')?.reads?.decimal ?? '.';
    const byMark = open.locator(`input[value="${decimal}"]`);
    const list = open.locator('select');
    // The systems of generated files number their customers each in its own way.
    const bySpace = open.locator('input[value^="crm:"]');
    if ((await byOrder.count()) > 0) await byOrder.check();
    else if ((await byMark.count()) > 0) await byMark.check();
    else if ((await bySpace.count()) > 0) await bySpace.last().check();
    else if ((await list.count()) > 0) await list.selectOption({ index: 1 });
    else await open.locator('input[type=radio]').first().check();
    await settled(page);
  }
}

/** What stands over a finished import, in figures. */
export async function importedCounts(page: Page): Promise<{ readonly read: number; readonly accepted: number }> {
  const text = await page
    .getByText(/ is in: /)
    .first()
    .innerText();
  const figure = (words: RegExp) => Number((words.exec(text)?.[1] ?? '0').replaceAll(',', ''));
  return { read: figure(/([\d,]+) lines?/), accepted: figure(/([\d,]+) taken in/) };
}
