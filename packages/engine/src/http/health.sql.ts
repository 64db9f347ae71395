import type { Pool } from 'pg';

/** Resolves when PostgreSQL answers. */
export async function answers(pool: Pool): Promise<void> {
  await pool.query('select 1');
}
