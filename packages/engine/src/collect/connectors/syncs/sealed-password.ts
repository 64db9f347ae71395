import { createHash } from 'node:crypto';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { openSealed, seal, sealingKey } from '../../../store/sealed-text.js';

/** A password as it is stored. `keyId` tells which key of the instance it is sealed with, and nothing about that key. */
export interface SealedPassword {
  readonly sealed: Buffer;
  readonly keyId: string;
}

/** The key that passwords of databases are sealed with. */
export function databaseKey(secret: string): Buffer {
  return sealingKey(secret, 'databases');
}

export function sealPassword(key: Buffer, password: string): SealedPassword {
  return { sealed: seal(key, password), keyId: keyId(key) };
}

/** Errors: `sync.password-unreadable` if the secret of the instance is another one by now. */
export function openPassword(key: Buffer, { sealed, keyId: wanted }: SealedPassword): string {
  if (wanted === keyId(key)) return openSealed(key, sealed);
  throw new ThroughlineError(
    'sync.password-unreadable',
    'the password was sealed with a secret that this server does not have any more: say the password once more',
  );
}

function keyId(key: Buffer): string {
  return createHash('sha256').update('key id').update(key).digest('hex').slice(0, 16);
}
