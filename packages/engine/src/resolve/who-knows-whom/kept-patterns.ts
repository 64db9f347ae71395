import type { KnownPattern } from '@throughline/core/resolve/who-knows-whom/known-pattern';
import type { AppContext } from '../../http/app-context.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import { KeptAnswers } from '../lag/kept-answers.js';
import { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { readKnownPatterns } from './known-patterns.js';

export type KeptPatterns = KeptAnswers<readonly KnownPattern[]>;

/** Who knows what of whom, counted once for all that ask. */
export function keptPatterns(ctx: AppContext): KeptPatterns {
  const rules = new JoinRulesByVersion();
  return new KeptAnswers(ctx, 'known-patterns/1', async (client, workspace) =>
    readKnownPatterns(client, workspace, (await readIdentityFrame(client, workspace, rules)).namespaces),
  );
}
