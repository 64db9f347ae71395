import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { newSecretToken } from '../../govern/tokens/secret-token.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { insertSource, lockWorkspace } from './source.sql.js';
import { insertWriteKey } from './write-key.sql.js';

export interface NewSource {
  readonly name: string;
  readonly channel: string;
  readonly team?: string | null | undefined;
  readonly trust?: number | undefined;
  readonly zone?: string | undefined;
  readonly country?: string | undefined;
  readonly currency?: string | undefined;
  readonly groups?: 'account' | 'household' | undefined;
  readonly completeUntil?: string | null | undefined;
  /** Unless told: public for web and app, whose keys everybody can read, server for all others. */
  readonly key?: 'public' | 'server' | undefined;
}

/** Makes a source and its first write key, which is told here and never again. Errors: `sources.name-taken`. */
export async function addSource(
  client: ClientBase,
  by: Principal,
  wanted: NewSource,
  nowMs: number,
): Promise<{ readonly id: string; readonly source: number; readonly name: string; readonly writeKey: string }> {
  const workspace = by.workspace.number;
  const defaults = await lockWorkspace(client, workspace);
  const id = uuidV7(nowMs);
  const at = new Date(nowMs);
  const row = {
    id,
    name: wanted.name,
    channel: wanted.channel,
    team: wanted.team ?? null,
    trust: wanted.trust ?? 50,
    zone: wanted.zone ?? defaults.zone,
    country: wanted.country ?? defaults.country,
    currency: wanted.currency ?? defaults.currency,
    groups: wanted.groups ?? 'account',
    completeUntil: wanted.completeUntil == null ? null : new Date(wanted.completeUntil),
  };
  const source = await insertSource(client, workspace, { ...row, at });
  if (source === undefined) {
    throw new ThroughlineError(
      'sources.name-taken',
      `there is a source named "${wanted.name}" already; choose another name`,
    );
  }
  const kind = wanted.key ?? defaultKeyKind(wanted.channel);
  const key = newSecretToken(kind === 'public' ? 'wk_pub_' : 'wk_srv_');
  await insertWriteKey(client, workspace, source, { hash: key.hash, kind, hint: key.hint, at });
  await recordAudit(client, by, nowMs, {
    action: 'sources.added',
    target: id,
    detail: { after: { ...row, key: kind } },
  });
  return { id, source, name: wanted.name, writeKey: key.token };
}

export function defaultKeyKind(channel: string): 'public' | 'server' {
  return channel === 'web' || channel === 'app' ? 'public' : 'server';
}
