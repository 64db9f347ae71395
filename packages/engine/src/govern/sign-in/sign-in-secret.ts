import { ThroughlineError } from '@throughline/core/errors/throughline-error';

const wellKnown = /change.?me|example|default|secret|password|insert|your|test|throughline|better.?auth|123456|qwerty/i;

/**
 * The secret that signs sessions: the operator's own if given, else the one kept in the data folder.
 * A short, guessable or published one is refused with `boot.weak-secret`: with it anybody could make a session.
 */
export function signInSecret(given: string | undefined, kept: string): string {
  const secret = given ?? kept;
  const why =
    Buffer.byteLength(secret) < 32
      ? 'is shorter than 32 bytes'
      : new Set(secret).size < 12
        ? 'repeats a few characters'
        : given !== undefined && wellKnown.test(given)
          ? 'is made of words that stand in examples'
          : undefined;
  if (why === undefined) return secret;
  throw new ThroughlineError(
    'boot.weak-secret',
    `THROUGHLINE_SECRET ${why}: leave it out, and a good one is made and kept in the data folder, or set the output of "openssl rand -base64 32"`,
  );
}
