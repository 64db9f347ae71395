import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { BatchContext } from '../batch/batch-context.js';
import type { LoggedMessage } from '../batch/log.sql.js';
import type { ChangeCause } from '../batch/person-changes.js';
import { refreshIdentities } from '../batch/refresh-identities.js';
import { askRebuild } from '../project/projection.sql.js';
import { holdWorkspace } from '../worker/lease.sql.js';
import { type Command, commandSchema } from './command.js';
import { decide } from './decide.js';
import { personsOfSource } from './persons-of-source.sql.js';
import { settleTrait } from './settle-trait.js';
import { undoImport } from './undo-import.js';
import { undoMatch } from './undo-match.js';
import { undoSettledTrait } from './undo-settled-trait.js';
import { useRules } from './use-rules.js';

/**
 * Applies one command of the log in the batch's transaction; however long that takes, nobody else takes the workspace meanwhile. A command that cannot be read
 * stops the workspace: it was ours.
 */
export async function applyCommand(given: BatchContext, row: LoggedMessage): Promise<void> {
  const command = parse(row);
  const ctx: BatchContext = { ...given, cause: causeOf[command.type] ?? 'messages' };
  await holdWorkspace(ctx.client, ctx.workspace);
  switch (command.type) {
    case 'decide':
      return decide(ctx, command, row.offset, row.occurredAt.getTime());
    case 'undo-match':
      return undoMatch(ctx, command.match, row.offset);
    case 'settle-trait':
      return settleTrait(ctx, command, row.offset, row.occurredAt);
    case 'undo-settled-trait':
      return undoSettledTrait(ctx, command.id, row.offset);
    case 'undo-import':
      return undoImport(ctx, command.import, command.by, row.offset);
    case 'use-rules':
      return useRules(ctx, command.version, row.offset);
    case 'rebuild-analytics':
      await askRebuild(ctx.client, ctx.workspace);
      // It begins an epoch, and the batch stores the head as it knows it.
      ctx.head.epoch += 1;
      return;
    case 'trust-changed':
      return refreshSource(ctx, command.source);
  }
}

const causeOf: Readonly<Partial<Record<Command['type'], ChangeCause>>> = {
  decide: 'decision',
  'settle-trait': 'decision',
  'undo-match': 'match-undone',
  'undo-settled-trait': 'decision',
  'undo-import': 'import-undone',
  'use-rules': 'rules',
};

/** Golden traits depend on the trust of their sources. */
async function refreshSource(ctx: BatchContext, source: number): Promise<void> {
  const persons = await personsOfSource(ctx.client, ctx.workspace, source);
  for (let from = 0; from < persons.length; from += 5_000) {
    await refreshIdentities(ctx.client, ctx.workspace, persons.slice(from, from + 5_000), ctx.rules, ctx.book);
  }
}

function parse(row: LoggedMessage): Command {
  const parsed = commandSchema.safeParse(JSON.parse(row.body));
  if (parsed.success) return parsed.data;
  throw new ThroughlineError(
    'resolve.command-unreadable',
    `the command at offset ${row.offset} of the log cannot be read by this version`,
    {
      cause: parsed.error,
    },
  );
}
