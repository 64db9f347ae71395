import { setTimeout as pause } from 'node:timers/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { IntakeWriter } from '../../collect/intake/intake-writer.js';
import { authority, logKind } from '../../collect/intake/log-row.js';
import { contentHash, messageHash } from '../../collect/intake/message-hash.js';
import { type AppPool, inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import type { Command } from './command.js';
import { resolvedOffset } from './resolved-offset.sql.js';

/** What writing a command needs. */
interface LogContext {
  readonly intake: IntakeWriter;
  readonly clock: () => number;
}

export interface CommandContext extends AppPool, LogContext {}

/** Source 0 of every workspace: people's own decisions. */
const decisions = 0;

/** Puts a command into the log; resolves with its offset once it is on disk. It is applied later: see `awaitResolved`. */
export function appendCommand(ctx: LogContext, workspace: number, command: Command): Promise<bigint> {
  return appendCommands(ctx, workspace, [command]);
}

/** Puts commands into the log, all or none, in their order; resolves with the offset of the last. There must be at least one. */
export async function appendCommands(
  ctx: LogContext,
  workspace: number,
  commands: readonly Command[],
): Promise<bigint> {
  const nowMs = ctx.clock();
  const { lastOffset } = await ctx.intake.append({
    workspace,
    setAside: [],
    rows: commands.map((command, place) => ({
      source: decisions,
      import: 0,
      kind: logKind.command,
      authority: authority.decision,
      message: messageHash(uuidV7(nowMs)),
      content: contentHash(command),
      occurredAtMs: decidedAtMs(nowMs, place, commands.length),
      timeFlags: 0,
      replayed: false,
      envelope: null,
      body: JSON.stringify(command),
    })),
  });
  if (lastOffset === null) throw new Error('a command got no offset');
  return lastOffset;
}

/** The last of several commands is given now, each before it a millisecond earlier: what came first goes first. */
export function decidedAtMs(nowMs: number, place: number, of: number): number {
  return nowMs - (of - 1 - place);
}

const pollMs = 20;

/** Waits until everything up to `offset` is resolved. Error: `resolve.behind` after `forMs`; the command stays in the log and will be applied. */
export async function awaitResolved(
  ctx: CommandContext,
  workspace: number,
  offset: bigint,
  forMs: number,
): Promise<void> {
  const untilMs = ctx.clock() + forMs;
  while ((await inWorkspace(ctx, workspace, (client) => resolvedOffset(client, workspace))) < offset) {
    if (ctx.clock() > untilMs) {
      throw new ThroughlineError(
        'resolve.behind',
        'the change is stored and will be applied, but there is much to do before it; look again in a minute',
      );
    }
    await pause(pollMs);
  }
}
