import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeInPage {
  run(
    within: Document,
    options: { runOnly: readonly string[] },
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[] }>;
}

/** What axe finds on the page once nothing fades or moves any more, one line a place; empty is clean. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(async (runOnly) => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { axe } = globalThis as unknown as { axe: AxeInPage };
    const { violations } = await axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }, tags);
}
