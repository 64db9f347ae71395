import { openSealed, sealingKey } from '../../store/sealed-text.js';
import type { Webhook } from './webhook.js';
import type { WebhookRow } from './webhook.sql.js';

/** The key that the secrets of webhooks are sealed with. */
export function webhookKey(secret: string): Buffer {
  return sealingKey(secret, 'webhooks');
}

export function openWebhook(key: Buffer, row: WebhookRow): Webhook {
  return { ...row, secret: openSealed(key, row.secret) };
}
