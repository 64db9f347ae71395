import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { ClientBase } from 'pg';
import { recordAudit } from '../../govern/audit/record-audit.js';
import type { Principal } from '../../govern/principal.js';
import { openSealed, seal } from '../../store/sealed-text.js';
import { lockSource } from '../sources/source.sql.js';
import { saveWebhook, webhookOfSource } from './webhook.sql.js';
import { checkSecret, newWebhookSecret } from './webhook-secret.js';

export interface WebhookWanted {
  readonly scheme: SignatureScheme;
  readonly deliveryHeader: string | null;
  readonly mapping: string;
  /** What the other system signs with, where it makes the secret; `anew` has another one made. Left out, it stays, or the first one is made. */
  readonly secret?: { readonly type: 'given'; readonly secret: string } | { readonly type: 'anew' } | undefined;
}

/**
 * Lets a source be told by deliveries, or changes how. A secret that is made here is told once. The mapping must have been checked.
 * Errors: `request.not-found`, `webhooks.secret-invalid`.
 */
export async function setWebhook(
  client: ClientBase,
  by: Principal,
  id: string,
  { scheme, deliveryHeader, mapping, secret: wanted }: WebhookWanted,
  key: Buffer,
  nowMs: number,
): Promise<{ readonly secret: string | null }> {
  const workspace = by.workspace.number;
  const source = await lockSource(client, workspace, id);
  if (source === undefined || source.archivedAt !== null) {
    throw new ThroughlineError('request.not-found', 'there is no such source, or it is archived');
  }
  const before = await webhookOfSource(client, workspace, source.source);
  const kept = before === undefined ? undefined : openSealed(key, before.secret);
  const made = wanted?.type === 'anew' || (wanted === undefined && kept === undefined) ? newWebhookSecret() : null;
  const secret = made ?? (wanted?.type === 'given' ? wanted.secret : (kept ?? ''));
  checkSecret(scheme, secret);
  await saveWebhook(client, {
    workspace,
    source: source.source,
    scheme,
    secret: seal(key, secret),
    secretHint: hintOf(secret),
    deliveryHeader,
    mapping,
    changedBy: by.actor.label,
    changedAt: new Date(nowMs),
  });
  await recordAudit(client, by, nowMs, {
    action: before === undefined ? 'webhooks.added' : 'webhooks.changed',
    target: id,
    detail: { scheme, deliveryHeader, mapping, secretChanged: secret !== kept },
  });
  return { secret: made };
}

/** Enough to tell two apart, and never most of a short one. */
function hintOf(secret: string): string {
  const shown = Math.min(10, Math.floor(secret.length / 4));
  return secret.slice(0, shown);
}
