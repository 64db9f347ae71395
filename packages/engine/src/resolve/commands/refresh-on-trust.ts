import type { SourceChanges } from '../../collect/sources/source-changes.js';
import { appendCommand, type CommandContext } from './append-command.js';

/** Golden traits and who is a customer depend on how much a source is trusted: setting it has them computed again. */
export function refreshOnTrust(ctx: CommandContext): SourceChanges {
  return {
    async trustSet(by, source) {
      await appendCommand(ctx, by.workspace.number, { type: 'trust-changed', source, by: by.actor.label });
    },
  };
}
