import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { findWriteKey, type WriteKeys } from '../sources/find-write-key.js';
import type { FoundKey } from '../sources/found-key.js';

/** The key of an Authorization header (Basic, as user name). Errors: `intake.write-key-unknown`. */
export async function writeKeyOfHeader(ctx: { readonly writeKeys: WriteKeys }, header: string): Promise<FoundKey> {
  const [scheme = '', credential = ''] = header.split(' ', 2);
  if (scheme.toLowerCase() !== 'basic') throw wrongKey();
  const user = Buffer.from(credential, 'base64').toString('utf8').split(':', 1)[0] ?? '';
  const found = await findWriteKey(ctx, user);
  if (found === undefined) throw wrongKey();
  return found;
}

export const wrongKey = (): ThroughlineError =>
  new ThroughlineError(
    'intake.write-key-unknown',
    'the write key is missing, unknown or revoked; server keys are taken from the Authorization header only',
  );
