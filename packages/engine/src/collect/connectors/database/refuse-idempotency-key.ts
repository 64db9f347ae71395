import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** With the key a fingerprint of the whole request would be stored, and with it one of the password. */
export async function refuseIdempotencyKey(request: {
  readonly headers: Readonly<Record<string, unknown>>;
}): Promise<void> {
  if (request.headers['idempotency-key'] === undefined) return;
  throw new ThroughlineError(
    'request.invalid',
    'Idempotency-Key: nothing of this request is stored, since it may hold a password; send it without',
  );
}
