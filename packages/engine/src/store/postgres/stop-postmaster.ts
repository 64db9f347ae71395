import { setTimeout as pause } from 'node:timers/promises';
import type { LifecycleLog } from './lifecycle-log.js';
import { isAlive, isPostmasterOf } from './postmaster-file.js';

/**
 * Stops a server in order (fast shutdown: sessions end, a checkpoint is written), or, if it has not ended after 30 s, at
 * once (its next start recovers). Stopping one that does not run does nothing.
 */
export async function stopPostmaster(cluster: string, pid: number, log: LifecycleLog): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (!(await isPostmasterOf(pid, cluster))) return;
    if (signal !== 'SIGINT') log.warn({ pid, signal }, 'PostgreSQL has not stopped: it is told so less politely');
    process.kill(pid, signal);
    for (const until = Date.now() + patienceMs; Date.now() < until && (await isAlive(pid)); ) await pause(20);
  }
}
