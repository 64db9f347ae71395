import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../postgres/migrate.js';
import type { Postgres } from '../postgres/postgres.js';
import { migrationsFolder, readMigrations } from '../postgres/read-migrations.js';

/** Brings an empty database to an earlier version: that of the first `count` migrations. */
export async function migrateTo(postgres: Pick<Postgres, 'urls' | 'roles'>, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-migrations-'));
  try {
    for (const { name } of (await readMigrations(migrationsFolder)).slice(0, count))
      await copyFile(join(migrationsFolder, name), join(folder, name));
    await migrate(postgres.urls.owner, { roles: postgres.roles, folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
