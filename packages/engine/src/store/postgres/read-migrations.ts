import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export interface Migration {
  readonly version: number;
  /** The file's name. */
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

/** The migrations of this version; the compiler copies no SQL, so compiled code reads them from the sources too. */
export const migrationsFolder = fileURLToPath(new URL('../../../src/store/migrations/', import.meta.url));

/** Reads `NNNN-name.sql`, which must count up from 0001 without gaps. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
      if (version !== index + 1)
        throw new ThroughlineError(
          'postgres.migration-misnamed',
          `the migration ${name} is out of order: number ${String(index + 1).padStart(4, '0')}-name.sql was expected here`,
        );
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { version, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
