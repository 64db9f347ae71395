import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export interface Secrets {
  /** The secret of this name: 32 random bytes as base64url (43 characters), made and stored at first use. */
  get(name: string): Promise<string>;
}

/**
 * Opens `secrets.json` (mode 0600). `names` are made together with the file, in one step, so that two processes starting on
 * an empty folder at once agree on them. Any later name may be asked for by the main process alone.
 */
export async function openSecretsFile(path: string, names: readonly string[]): Promise<Secrets> {
  await createOnce(path, Object.fromEntries(names.map((name) => [name, newSecret()])));
  let known = await read(path);
  let last: Promise<unknown> = Promise.resolve();
  const getOrMake = async (name: string): Promise<string> => {
    const found = known.get(name);
    if (found !== undefined) return found;
    known = (await read(path)).set(name, newSecret());
    const next = `${path}.next`;
    await writeSynced(next, Object.fromEntries(known));
    await rename(next, path);
    await syncFolder(dirname(path));
    return getOrMake(name);
  };
  return {
    get(name) {
      const answer = last.then(() => getOrMake(name));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

async function createOnce(path: string, content: Readonly<Record<string, string>>): Promise<void> {
  if ((await read(path).catch(missing)) !== undefined) return;
  const mine = `${path}.${randomBytes(8).toString('hex')}`;
  await writeSynced(mine, content);
  try {
    await link(mine, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  } finally {
    await rm(mine, { force: true });
  }
}

function missing(cause: unknown): undefined {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw cause;
}

async function read(path: string): Promise<Map<string, string>> {
  const text = await readFile(path, 'utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) throw new Error('not an object');
    return new Map(Object.entries(parsed).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch (cause) {
    throw new ThroughlineError(
      'data-folder.secrets-unreadable',
      `the file ${path} is not readable as JSON: put back the copy from your backup, since the databases know these passwords only`,
      { cause },
    );
  }
}

async function writeSynced(path: string, content: Readonly<Record<string, string>>): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
