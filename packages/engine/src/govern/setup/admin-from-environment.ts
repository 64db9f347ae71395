import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { fallbackLanguage } from '@throughline/core/words/language';
import type { Pool } from 'pg';
import { z } from 'zod';
import { userFields } from '../sign-in/user-fields.js';
import type { NewWorkspace } from '../workspaces/new-workspace.js';
import { makeFirstAdmin } from './make-first-admin.js';
import { isSetupNeeded } from './setup-link.js';

/** Until an admin answers the questions of the set-up under Settings. */
const unanswered: NewWorkspace = {
  name: 'Company',
  country: 'US',
  zone: 'UTC',
  currency: 'USD',
  language: fallbackLanguage,
  weekStartsOn: 1,
};

/**
 * Sets the instance up without a person, from THROUGHLINE_ADMIN_EMAIL and THROUGHLINE_ADMIN_PASSWORD; true if it did.
 * Once somebody can sign in, the variables mean nothing. Errors: `boot.admin-incomplete`.
 */
export async function adminFromEnvironment(
  ctx: { readonly appPool: Pool; readonly clock: () => number },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const { THROUGHLINE_ADMIN_EMAIL: email, THROUGHLINE_ADMIN_PASSWORD: password } = environment;
  if ((email === undefined && password === undefined) || !(await isSetupNeeded(ctx))) return false;
  const given = z.object({ email: userFields.email, password: userFields.password }).safeParse({ email, password });
  if (!given.success) {
    const issue = given.error.issues[0];
    const name = issue?.path[0] === 'email' ? 'THROUGHLINE_ADMIN_EMAIL' : 'THROUGHLINE_ADMIN_PASSWORD';
    throw new ThroughlineError('boot.admin-incomplete', `${name}: ${issue?.message ?? 'is not valid'}`);
  }
  const user = { name: given.data.email.split('@')[0] ?? 'Admin', language: fallbackLanguage, ...given.data };
  await makeFirstAdmin(ctx, { user, workspace: unanswered }, async () => undefined);
  return true;
}
