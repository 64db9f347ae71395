import { randomBytes } from 'node:crypto';
import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** A new secret of 256 bits, in the form of Standard Webhooks; the other schemes take the whole text. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** The key that a Standard Webhooks secret stands for; undefined if it is none. */
export function standardWebhooksKey(secret: string): Buffer | undefined {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  const key = Buffer.from(encoded ?? '', 'base64');
  return key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** Errors: `webhooks.secret-invalid`. */
export function checkSecret(scheme: SignatureScheme, secret: string): void {
  if (scheme.type !== 'standard-webhooks' || standardWebhooksKey(secret) !== undefined) return;
  throw new ThroughlineError(
    'webhooks.secret-invalid',
    'a secret of Standard Webhooks is whsec_ and 24 to 64 bytes in base64; leave it out to have one made',
  );
}
