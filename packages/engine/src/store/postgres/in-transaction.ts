import type { Pool, PoolClient } from 'pg';

/**
 * Runs `work` in one transaction: commits when it resolves, rolls back when it throws. `begin` is the statement that begins it.
 * The client must not be used after `work` has settled.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  begin = 'begin',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The server may end a connection between two statements; unheard, that would end the process.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}
