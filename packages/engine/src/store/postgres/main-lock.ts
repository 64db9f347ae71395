import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { lifecycleSql } from './lifecycle.sql.js';

export interface MainLock {
  /** Ends with the session; until then no other main process gets the lock. */
  readonly session: pg.Client;
}

export type LockAnswer =
  | { readonly type: 'held'; readonly lock: MainLock }
  | { readonly type: 'taken'; readonly address: string | undefined };

/** Any fixed number will do; this one spells "thruline". */
const key = '8388083291476880997';
const prefix = 'throughline';

/**
 * Asks for the lock of the main process: a session-level advisory lock, which the server frees whenever the process dies.
 * The session's name carries the holder's address, so a second starter can say where the first one is.
 *
 * - A holder with the same `instance` is our own session, which the server has not noticed to be dead: it is ended.
 * - A lock that is taken is asked for again for half a second: its holder may just have died.
 */
export async function takeMainLock(url: string, instance: string, address: string | undefined): Promise<LockAnswer> {
  const session = new pg.Client({
    connectionString: url,
    application_name: sessionName(instance, address),
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  session.on('error', () => undefined);
  await session.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      const answer = await session.query<{ held: boolean }>(lifecycleSql.takeLock, [key]);
      if (answer.rows[0]?.held === true) return { type: 'held', lock: { session } };
      const holder = (await session.query<{ pid: number; name: string }>(lifecycleSql.lockHolder, [key])).rows[0];
      if (holder?.name.startsWith(`${prefix}/${instance}`)) await session.query(lifecycleSql.endSession, [holder.pid]);
      else if (attempt > 5) {
        await session.end();
        return { type: 'taken', address: holder?.name.split(' ')[1] };
      }
      await pause(100);
    }
  } catch (error) {
    await session.end().catch(() => undefined);
    throw error;
  }
}

/** What the holding session is called: `throughline/<instance> <address>`. */
export function sessionName(instance: string, address: string | undefined): string {
  return `${prefix}/${instance}${address === undefined ? '' : ` ${address}`}`.slice(0, 63);
}
