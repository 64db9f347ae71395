import { setTimeout as pause } from 'node:timers/promises';
import { lifecycleSql } from './lifecycle.sql.js';
import type { LifecycleLog } from './lifecycle-log.js';
import { type LockAnswer, type MainLock, sessionName } from './main-lock.js';

export interface PostgresWatch {
  /** Called when the server stopped answering; `onUp` follows once it is back and the lock is held again. */
  onDown(listener: (reason: string) => void): void;
  onUp(listener: () => void): void;
  /** Another main process took the lock while the server was away: this one must end. Nothing follows. */
  onLost(listener: (address: string | undefined) => void): void;
  announce(address: string): Promise<void>;
  stop(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Keeps the lock of the main process, and with it the server.
 *
 *     up ──session ends──► down ──lock held again──► up
 *                           │ └──attempt fails──► down (waits 0.1 s, doubling to 5 s, for ever)
 *                           └──lock taken by another──► lost
 *     any ──stop──► stopped
 *
 * The lock's own session is the signal: it ends at once when the server dies, whoever started the server.
 * `regain` brings the server back if that is ours to do, and asks for the lock.
 */
export function supervisePostgres(options: {
  readonly lock: MainLock;
  readonly instance: string;
  readonly regain: (address: string | undefined) => Promise<LockAnswer>;
  readonly log: LifecycleLog;
}): PostgresWatch {
  const { log, instance } = options;
  const downListeners = new Set<(reason: string) => void>();
  const upListeners = new Set<() => void>();
  const lostListeners = new Set<(address: string | undefined) => void>();
  let lock: MainLock | undefined;
  let address: string | undefined;
  let stopped = false;
  let recovering: Promise<void> = Promise.resolve();
  const wake = new AbortController();

  const watch = (held: MainLock): void => {
    lock = held;
    let reason = 'the connection ended';
    held.session.on('error', (error) => {
      reason = error.message;
    });
    held.session.once('end', () => {
      lock = undefined;
      if (stopped) return;
      log.error({ reason }, 'PostgreSQL is gone: it is brought back');
      for (const listener of downListeners) listener(reason);
      recovering = recover();
    });
  };

  const recover = async (): Promise<void> => {
    const since = Date.now();
    for (let waitMs = firstPauseMs; !stopped; waitMs = Math.min(waitMs * 2, longestPauseMs)) {
      try {
        const answer = await options.regain(address);
        if (answer.type === 'taken') {
          log.error({ address: answer.address }, 'another process took over the data folder: this one must end');
          for (const listener of lostListeners) listener(answer.address);
          return;
        }
        watch(answer.lock);
        log.info({ afterMs: Date.now() - since }, 'PostgreSQL is back');
        for (const listener of upListeners) listener();
        return;
      } catch (error) {
        log.warn({ error: String(error), nextAttemptInMs: waitMs }, 'PostgreSQL is not back yet');
        await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
      }
    }
  };

  watch(options.lock);
  return {
    onDown: (listener) => void downListeners.add(listener),
    onUp: (listener) => void upListeners.add(listener),
    onLost: (listener) => void lostListeners.add(listener),
    async announce(at) {
      address = at;
      await lock?.session.query(lifecycleSql.nameSession, [sessionName(instance, at)]);
    },
    async stop() {
      stopped = true;
      wake.abort();
      await recovering;
      await lock?.session.end().catch(() => undefined);
    },
  };
}
