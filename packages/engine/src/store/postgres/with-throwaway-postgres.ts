import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LifecycleLog } from './lifecycle-log.js';
import { openPostgres } from './open-postgres.js';
import type { Postgres } from './postgres.js';

/** An embedded server of its own in a temporary folder, gone afterwards. */
export async function withThrowawayPostgres<T>(
  log: LifecycleLog,
  work: (postgres: Postgres) => Promise<T>,
): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-throwaway-'));
  try {
    const postgres = await openPostgres({ dataFolder, log });
    try {
      return await work(postgres);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
