import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { newSecretToken } from '../../govern/tokens/secret-token.js';
import { defaultKeyKind } from './add-source.js';
import { lockSource } from './source.sql.js';
import { insertWriteKey, listWriteKeys, revokeWriteKeys } from './write-key.sql.js';

/**
 * Makes a new write key and revokes the source's others of the same kind; the kind is that of its newest key unless told.
 * Errors: `request.not-found`.
 */
export async function rotateWriteKey(
  client: ClientBase,
  by: Principal,
  id: string,
  wanted: 'public' | 'server' | undefined,
  nowMs: number,
): Promise<{ readonly writeKey: string }> {
  const workspace = by.workspace.number;
  const source = await lockSource(client, workspace, id);
  if (source === undefined || source.archivedAt !== null) {
    throw new ThroughlineError('request.not-found', 'there is no such source, or it is archived');
  }
  const newest = (await listWriteKeys(client, workspace)).find((key) => key.source === source.source);
  const kind = wanted ?? newest?.kind ?? defaultKeyKind(source.channel);
  const at = new Date(nowMs);
  const revoked = await revokeWriteKeys(client, workspace, source.source, [kind], at);
  const key = newSecretToken(kind === 'public' ? 'wk_pub_' : 'wk_srv_');
  await insertWriteKey(client, workspace, source.source, { hash: key.hash, kind, hint: key.hint, at });
  await recordAudit(client, by, nowMs, { action: 'sources.key-rotated', target: id, detail: { kind, revoked } });
  return { writeKey: key.token };
}
