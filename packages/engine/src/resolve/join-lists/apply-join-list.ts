import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { appendCommands, type CommandContext } from '../commands/append-command.js';
import type { Command } from '../commands/command.js';
import { readIdentityFrame } from '../customers/identity-frame.js';
import type { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { insertJoinList, markUndone, noteHandedOver, noteUndoOrdered } from './join-list.sql.js';
import { judgedList } from './judged-list.js';

/*
 * What is kept of a list, and what a kill at any point leaves:
 *
 *   the list with the ids of its decisions ──► the decisions, all of them at once, in the log ──► how far the log must be resolved
 *
 * Killed before the second, nothing was decided, and the list says that it was interrupted; before the third, all was, and taking the list back
 * takes all of it back, for its decisions are known by their ids.
 */

/** Decides every pair of the file that would join two persons; the id of the list. Errors: those of `judgedList`, `join-list.nothing`. */
export async function applyJoinList(
  ctx: CommandContext,
  rules: JoinRulesByVersion,
  by: Principal,
  file: { readonly name: string; readonly text: string },
): Promise<string> {
  const { number } = by.workspace;
  const nowMs = ctx.clock();
  const id = uuidV7(nowMs);
  const commands = await inWorkspace(ctx, number, async (client) => {
    const frame = await readIdentityFrame(client, number, rules);
    const { lines } = await judgedList(client, number, frame, file.text, nowMs);
    const decided = lines.flatMap((line): readonly (Command & { readonly type: 'decide' })[] => {
      if (line.type !== 'pair' || line.verdict.type !== 'joins') return [];
      const { a, b, reason: note } = line;
      return [
        {
          type: 'decide',
          id: uuidV7(nowMs),
          decision: 'same',
          a,
          b,
          by: by.actor.label,
          ...(note === undefined ? {} : { note }),
        },
      ];
    });
    if (decided.length === 0) {
      throw new ThroughlineError('join-list.nothing', 'no line of this list would join anybody: look at its preview');
    }
    const matches = decided.map((command) => command.id);
    await insertJoinList(client, number, { id, name: file.name, matches, by: by.actor.label, at: new Date(nowMs) });
    await recordAudit(client, by, nowMs, {
      action: 'join-lists.applied',
      target: id,
      detail: { joins: decided.length },
    });
    return decided;
  });
  const offset = await appendCommands(ctx, number, commands);
  await inWorkspace(ctx, number, (client) => noteHandedOver(client, number, id, offset));
  return id;
}

/** Takes every decision of a list back; those that were taken back before stay so. Error: `request.not-found`. */
export async function undoJoinList(ctx: CommandContext, by: Principal, id: string): Promise<void> {
  const { number } = by.workspace;
  const nowMs = ctx.clock();
  const matches = await inWorkspace(ctx, number, async (client) => {
    const marked = await markUndone(client, number, id, by.actor.label, new Date(nowMs));
    if (marked === undefined) throw new ThroughlineError('request.not-found', 'there is no such list');
    await recordAudit(client, by, nowMs, { action: 'join-lists.undone', target: id });
    return marked;
  });
  const commands = matches.map((match): Command => ({ type: 'undo-match', match, by: by.actor.label }));
  const offset = await appendCommands(ctx, number, commands);
  await inWorkspace(ctx, number, (client) => noteUndoOrdered(client, number, id, offset));
}
