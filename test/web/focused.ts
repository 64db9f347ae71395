import type { Page } from 'playwright-core';

/** What has the focus, as it is called. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const labelled = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
    return (labelled ?? element.textContent ?? '').trim();
  });
}

/** Presses Tab until what is called so has the focus; fails after `most` presses. */
export async function tabTo(page: Page, called: RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    if (called.test(name)) return;
    passed.push(name.slice(0, 40));
  }
  throw new Error(`${called} was not reached by Tab; passed: ${passed.join(' | ')}`);
}
