import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { isNameTaken, lockSource, type SourceRow, updateSource } from './source.sql.js';
import { revokeWriteKeys } from './write-key.sql.js';

type Settable = Omit<SourceRow, 'source' | 'id' | 'completeUntil' | 'archivedAt'>;

export type SourceChange = { readonly [Field in keyof Settable]?: Settable[Field] | undefined } & {
  readonly completeUntil?: string | null | undefined;
  /** An archived source's keys are revoked; what it sent stays. */
  readonly archived?: boolean | undefined;
};

/** Changes what is given and leaves the rest; returns the source's number. Errors: `request.not-found`, `sources.name-taken`. */
export async function changeSource(
  client: ClientBase,
  by: Principal,
  id: string,
  change: SourceChange,
  nowMs: number,
): Promise<number> {
  const workspace = by.workspace.number;
  const before = await lockSource(client, workspace, id);
  if (before === undefined) throw new ThroughlineError('request.not-found', 'there is no such source');
  if (change.name !== undefined && (await isNameTaken(client, workspace, change.name, before.source))) {
    throw new ThroughlineError(
      'sources.name-taken',
      `there is a source named "${change.name}" already; choose another name`,
    );
  }
  const after: SourceRow = {
    ...before,
    name: change.name ?? before.name,
    channel: change.channel ?? before.channel,
    team: change.team === undefined ? before.team : change.team,
    trust: change.trust ?? before.trust,
    zone: change.zone ?? before.zone,
    country: change.country ?? before.country,
    currency: change.currency ?? before.currency,
    groups: change.groups ?? before.groups,
    completeUntil: completeUntil(before, change.completeUntil),
    archivedAt: archivedAt(before, change.archived, nowMs),
  };
  await updateSource(client, workspace, after);
  if (after.archivedAt !== null && before.archivedAt === null) {
    await revokeWriteKeys(client, workspace, before.source, ['public', 'server'], after.archivedAt);
  }
  await recordAudit(client, by, nowMs, { action: 'sources.changed', target: id, detail: { before, after } });
  return before.source;
}

function completeUntil(before: SourceRow, wanted: string | null | undefined): Date | null {
  if (wanted === undefined) return before.completeUntil;
  return wanted === null ? null : new Date(wanted);
}

function archivedAt(before: SourceRow, wanted: boolean | undefined, nowMs: number): Date | null {
  if (wanted === undefined) return before.archivedAt;
  return wanted ? (before.archivedAt ?? new Date(nowMs)) : null;
}
