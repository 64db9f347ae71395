import type { Page } from 'playwright-core';

export const admin = { email: 'mara@example.com', password: 'a sentence is a good password' } as const;

/** Signs in by the screen and waits for the first page. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/w\/[^/]+\/customers/);
}
