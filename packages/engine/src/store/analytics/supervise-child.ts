import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { LifecycleLog } from '../postgres/lifecycle-log.js';
import type { ChildMessage, OpenOrder, ParentMessage } from './analytics-messages.js';
import { notePid } from './end-orphan.js';
import { forkChild } from './fork-child.js';
import { recycleRule } from './recycle-rule.js';
import { restartDelayMs } from './restart-delay.js';

/*
 *     starting ──ready──► up ──────exit──────► down ──delay──► starting
 *        │                │ ▲                                     │
 *        │                │ └─busy─┐                              └─ failed: down again, next delay
 *        │                └─drain──┴─ exit: starting, no delay
 *        └─ failed at the very first start: superviseChild rejects
 *     any ──stop──► stopping ──exit or 5 s──► stopped
 *
 * - After a crash the next start comes at once; each further one that follows within a second waits longer, up to 5 s.
 * - `drain` is asked only of an idle process above the memory threshold, and the process itself has the last word: a request that
 *   came meanwhile makes it answer `busy`, and nothing is cut off.
 * - A process that has not reported for a minute is stuck; it is killed, which loses nothing.
 * - Port and password stay the same over all restarts.
 */

export interface SupervisedChild {
  readonly version: string;
  readonly pid: number | undefined;
  readonly restartCount: number;
  rssBytes(): number;
  onRestart(listener: () => void): () => void;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** The engine could not be opened the first time; the message is the engine's. */
export class ChildFailedError extends Error {
  readonly portTaken: boolean;

  constructor(message: string, portTaken: boolean) {
    super(message);
    this.name = 'ChildFailedError';
    this.portTaken = portTaken;
  }
}

export async function superviseChild(order: OpenOrder, log: LifecycleLog): Promise<SupervisedChild> {
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  let current = await startChild(order, log);
  let restartCount = 0;

  const keepUp = async (): Promise<void> => {
    let attempt = 0;
    while (!stopping.signal.aborted) {
      const upSince = Date.now();
      const { recycled, code, signal } = await current.ended;
      if (stopping.signal.aborted) return;
      const lasted = Date.now() - upSince;
      if (recycled) log.info({ rssBytes: current.rssBytes() }, 'the analytics process is replaced to give memory back');
      else log.warn({ code, signal, lastedMs: lasted }, 'the analytics process ended; starting it again');
      attempt = recycled || lasted > 1_000 ? 0 : attempt;
      const next = await startAgain(attempt);
      if (next === undefined) return;
      attempt = next.attempt;
      current = next.child;
      restartCount += 1;
      for (const listener of listeners) listener();
    }
  };

  const startAgain = async (from: number): Promise<{ child: StartedChild; attempt: number } | undefined> => {
    for (let attempt = from; ; attempt += 1) {
      await delay(restartDelayMs(attempt), undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return undefined;
      try {
        return { child: await startChild(order, log), attempt: attempt + 1 };
      } catch (error) {
        log.error({ err: error, attempt }, 'the analytics process could not be started; trying again');
      }
    }
  };

  const kept = keepUp();
  return {
    version: current.version,
    get pid() {
      return current.process.exitCode === null && current.process.signalCode === null ? current.process.pid : undefined;
    },
    get restartCount() {
      return restartCount;
    },
    rssBytes: () => current.rssBytes(),
    onRestart: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kill: (signal) => {
      current.process.kill(signal);
    },
    stop: async () => {
      if (!stopping.signal.aborted) stopping.abort();
      await endChild(current);
      await kept;
      await endChild(current);
    },
  };
}

interface StartedChild {
  readonly process: ChildProcess;
  readonly version: string;
  rssBytes(): number;
  readonly ended: Promise<{ readonly recycled: boolean; readonly code: number | null; readonly signal: string | null }>;
}

const stuckAfterMs = 60_000;

async function startChild(order: OpenOrder, log: LifecycleLog): Promise<StartedChild> {
  const child = forkChild(order.folder, order.limits);
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => log.warn({ line }, 'analytics process'));
  }
  const shouldRecycle = recycleRule(order.limits.recycleAboveBytes);
  let rssBytes = 0;
  let draining = false;
  let reportedAt = Date.now();
  const version = new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const told = message as ChildMessage;
      reportedAt = Date.now();
      if (told.type === 'ready') resolve(told.version);
      else if (told.type === 'failed') reject(new ChildFailedError(told.message, told.portTaken));
      else if (told.type === 'busy') draining = false;
      else {
        rssBytes = told.rssBytes;
        if (!draining && shouldRecycle(told)) {
          draining = true;
          tell(child, { type: 'drain' });
        }
      }
    });
    exited.then(
      ([code, signal]) => reject(new ChildFailedError(`it ended with ${signal ?? `code ${code}`}`, false)),
      reject,
    );
  });
  const watch = setInterval(() => {
    if (Date.now() - reportedAt > stuckAfterMs) child.kill('SIGKILL');
  }, 5_000);
  watch.unref();
  const ended = exited.then(([code, signal]) => {
    clearInterval(watch);
    return { recycled: draining && code === 0, code, signal };
  });
  if (child.pid !== undefined) await notePid(order.folder, child.pid);
  tell(child, order);
  try {
    return { process: child, version: await version, rssBytes: () => rssBytes, ended };
  } catch (error) {
    child.kill('SIGKILL');
    await exited;
    throw error;
  }
}

async function endChild(child: StartedChild): Promise<void> {
  tell(child.process, { type: 'stop' });
  const timer = setTimeout(() => child.process.kill('SIGKILL'), 5_000);
  await child.ended;
  clearTimeout(timer);
}

function tell(child: ChildProcess, message: ParentMessage): void {
  if (child.connected) child.send(message, () => undefined);
}
