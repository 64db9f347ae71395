import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { Words } from '@throughline/core/words/words';
import type { ClientBase } from 'pg';
import { type AuditEntry, recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { appendCommand, awaitResolved, type CommandContext } from '../commands/append-command.js';
import type { Command } from '../commands/command.js';
import type { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { findMatch } from './component.sql.js';
import { type IdentityFrame, readIdentityFrame } from './identity-frame.js';
import { readJoinProposal } from './join-proposal.js';
import { type LoadedComponent, loadComponent } from './load-component.js';
import { type MovedPeople, movedPeople } from './moved-people.js';
import { readSplitProposal } from './split-proposal.js';
import { wantedPerson } from './wanted-person.js';

export interface DecidedIdentity extends MovedPeople {
  /** Id of the decision: undoing it takes it back. */
  readonly decision: string;
}

/** Who decides, and in which language they are told what changed. */
export interface Decider extends Principal {
  readonly words: Words;
}

export interface Pair {
  readonly a: Identifier;
  readonly b: Identifier;
  readonly note?: string | undefined;
}

interface Prepared {
  readonly command: Command;
  readonly audit: AuditEntry;
  readonly before: LoadedComponent;
  /** Nodes the decision names. */
  readonly named: readonly number[];
}

const waitMs = 10_000;

/** Decides that two identifiers of a person are different people. Errors: those of `readSplitProposal` and `wantedPerson`, `resolve.behind`. */
export async function splitPerson(
  ctx: CommandContext,
  rules: JoinRulesByVersion,
  by: Decider,
  id: string,
  pair: Pair,
): Promise<DecidedIdentity> {
  const decision = uuidV7(ctx.clock());
  const moved = await decide(ctx, rules, by, async (client, frame) => {
    const found = await wantedPerson(client, by.workspace.number, id);
    const { a, b, component } = await readSplitProposal(client, by.workspace.number, frame, found, pair);
    return {
      command: decideCommand('different', decision, a, b, pair.note, by),
      audit: { action: 'customers.split', target: found.currentId, detail: { decision } },
      before: component,
      named: [a.node, b.node],
    };
  });
  return { decision, ...moved };
}

/** Decides that two identifiers are one person. Errors: those of `readJoinProposal`, `resolve.behind`. */
export async function joinPersons(
  ctx: CommandContext,
  rules: JoinRulesByVersion,
  by: Decider,
  pair: Pair,
): Promise<DecidedIdentity> {
  const decision = uuidV7(ctx.clock());
  const moved = await decide(ctx, rules, by, async (client, frame) => {
    const { a, b, component } = await readJoinProposal(client, by.workspace.number, frame, pair, ctx.clock(), by.words);
    return {
      command: decideCommand('same', decision, a, b, pair.note, by),
      audit: { action: 'customers.joined', target: decision },
      before: component,
      named: [a.node, b.node],
    };
  });
  return { decision, ...moved };
}

/** Takes one match back, a decision or what messages said. Errors: `request.not-found` (undone already, too), `resolve.behind`. */
export function undoStoredMatch(
  ctx: CommandContext,
  rules: JoinRulesByVersion,
  by: Decider,
  match: string,
): Promise<MovedPeople> {
  return decide(ctx, rules, by, async (client, frame) => {
    const { number } = by.workspace;
    const found = await findMatch(client, number, match);
    if (found === undefined) {
      throw new ThroughlineError('request.not-found', 'there is no such match, or it was undone already');
    }
    return {
      command: { type: 'undo-match', match, by: by.actor.label },
      audit: { action: 'matches.undone', target: match, detail: { kind: found.kind } },
      before: await loadComponent(client, number, frame, found.nodes),
      named: found.nodes,
    };
  });
}

/** The audit says what was asked for before it is put into the log: an entry too many is better than a change that nobody made. */
async function decide(
  ctx: CommandContext,
  rules: JoinRulesByVersion,
  by: Decider,
  prepare: (client: ClientBase, frame: IdentityFrame) => Promise<Prepared>,
): Promise<MovedPeople> {
  const { number } = by.workspace;
  const { command, before, named } = await inWorkspace(ctx, number, async (client) => {
    const prepared = await prepare(client, await readIdentityFrame(client, number, rules));
    await recordAudit(client, by, ctx.clock(), prepared.audit);
    return prepared;
  });
  await awaitResolved(ctx, number, await appendCommand(ctx, number, command), waitMs);
  return inWorkspace(ctx, number, (client) => movedPeople(client, number, before, named, by.words));
}

function decideCommand(
  decision: 'same' | 'different',
  id: string,
  a: NodeRef,
  b: NodeRef,
  note: string | undefined,
  by: Principal,
): Command {
  const named = ({ namespace, value }: NodeRef): Identifier => ({ namespace, value });
  return {
    type: 'decide',
    id,
    decision,
    a: named(a),
    b: named(b),
    by: by.actor.label,
    ...(note === undefined || note === '' ? {} : { note }),
  };
}
