import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureScheme } from '@throughline/core/collect/webhooks/signature-scheme';
import { standardWebhooksKey } from './webhook-secret.js';

export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  /** What the signature may be of: the body as it came and, if it was packed, unpacked. */
  readonly bodies: readonly Buffer[];
}

/** How far the time of a Standard Webhooks delivery may lie from ours. */
export const replayWindowMs = 5 * 60_000;

/** Whether a delivery comes from somebody who knows the secret. Compares in constant time; what is malformed is no signature. */
export function isSigned(scheme: SignatureScheme, secret: string, signed: Signed, nowMs: number): boolean {
  switch (scheme.type) {
    case 'hmac': {
      const given = afterPrefix(signed.headers[scheme.header], scheme.prefix);
      const bytes = given === undefined ? undefined : digestOf(given, scheme.encoding);
      return bytes !== undefined && signed.bodies.some((body) => isSame(bytes, hmac(secret, [body])));
    }
    case 'standard-webhooks':
      return isStandard(secret, signed, nowMs);
    case 'token': {
      const given = afterPrefix(signed.headers[scheme.header], scheme.prefix);
      return given !== undefined && isSame(sha256(given), sha256(secret));
    }
  }
}

function isStandard(secret: string, { headers, bodies }: Signed, nowMs: number): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  const key = standardWebhooksKey(secret);
  if (id === undefined || timestamp === undefined || signatures === undefined || key === undefined) return false;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowMs - Number(timestamp) * 1_000) > replayWindowMs) return false;
  // Several while a secret is changed; nobody needs more than a few.
  const given = signatures
    .split(' ')
    .slice(0, 10)
    .flatMap((one) => (one.startsWith('v1,') ? (digestOf(one.slice(3), 'base64') ?? []) : []));
  return bodies.some((body) => {
    const expected = hmac(key, [`${id}.${timestamp}.`, body]);
    return given.some((one) => isSame(one, expected));
  });
}

function afterPrefix(header: string | undefined, prefix: string): string | undefined {
  return header?.startsWith(prefix) ? header.slice(prefix.length).trim() : undefined;
}

function digestOf(text: string, encoding: 'hex' | 'base64'): Buffer | undefined {
  const form = encoding === 'hex' ? /^[0-9a-f]{64}$/i : /^[A-Za-z0-9+/]{43}=$/;
  return form.test(text) ? Buffer.from(text, encoding) : undefined;
}

function hmac(key: string | Buffer, parts: readonly (string | Buffer)[]): Buffer {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made.digest();
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
