import { workspaceSlug } from '@throughline/core/govern/workspace-slug';
import { fallbackLanguage, languageOf } from '@throughline/core/words/language';
import { wordsIn } from '@throughline/core/words/words-in';
import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import type { NewWorkspace } from './new-workspace.js';
import { insertWorkspace } from './workspaces.sql.js';

/**
 * Makes a workspace with everything its log and its identity stand on; source 0 stands for people's own decisions.
 * Runs in the caller's transaction, as any role.
 */
export async function createWorkspace(
  client: ClientBase,
  workspace: NewWorkspace,
  nowMs: number,
): Promise<{ readonly workspace: number; readonly slug: string }> {
  return insertWorkspace(client, {
    ...workspace,
    id: uuidV7(nowMs),
    slug: workspaceSlug(workspace.name),
    decisionsId: uuidV7(nowMs),
    decisionsName: wordsIn(languageOf(workspace.language) ?? fallbackLanguage).say('govern.decisions.name'),
    at: new Date(nowMs),
  });
}
