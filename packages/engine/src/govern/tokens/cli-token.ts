import { timingSafeEqual } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSecretToken, newSecretToken } from './secret-token.js';

export interface CliToken {
  matches(token: string): boolean;
}

/** Where the command line of the same machine finds its token. */
export function cliTokenPath(dataFolder: string): string {
  return join(dataFolder, 'cli-token');
}

/**
 * Makes a new token for the command line and leaves it in the data folder, readable by its owner alone. Whoever can read the
 * folder can read everything anyway, so it opens every workspace of this instance. The former token ends with this call.
 */
export async function createCliToken(dataFolder: string): Promise<CliToken> {
  const { token, hash } = newSecretToken('tlc_');
  const next = `${cliTokenPath(dataFolder)}.next`;
  const file = await open(next, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${token}\n`);
  } finally {
    await file.close();
  }
  await rename(next, cliTokenPath(dataFolder));
  return { matches: (given) => timingSafeEqual(hashSecretToken(given), hash) };
}
