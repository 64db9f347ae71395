import { createHash, randomBytes } from 'node:crypto';

export interface SecretToken {
  /** Shown once, never stored. */
  readonly token: string;
  /** What is stored. 256 random bits need no slow hash. */
  readonly hash: Buffer;
  /** Its first characters, so that people can tell tokens apart. */
  readonly hint: string;
}

export type TokenPrefix = 'tl_' | 'tlc_' | 'tli_' | 'tls_' | 'wk_pub_' | 'wk_srv_';

/** A new secret of 256 bits. The prefix says what it opens, also to scanners that look for leaked secrets. */
export function newSecretToken(prefix: TokenPrefix): SecretToken {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, hash: hashSecretToken(token), hint: token.slice(0, prefix.length + 4) };
}

export function hashSecretToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
