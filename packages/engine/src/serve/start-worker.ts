import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AnalyticsAddress } from '../store/analytics/analytics.js';
import { compiledEntry } from '../store/compiled-entry.js';
import type { LifecycleLog } from '../store/postgres/lifecycle-log.js';
import type { ToWorker } from './worker-messages.js';

export interface WorkerHandle {
  readonly pid: number | undefined;
  /** The analytics engine came back: what it holds is compared with what it should hold. */
  analyticsRestarted(): void;
  /** Asks the worker to leave the machine to intake for a moment. */
  yieldFor(ms: number): void;
  stop(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;
const stopWithinMs = 8_000;

/**
 * Keeps one worker process that resolves and projects.
 *
 *   running ──exits──► waiting (0.1 s, doubling to 5 s; at once again after a minute's life) ──► running
 *   any ──stop──► asked to finish its batch ──► ended (killed after 8 s: its batch rolls back)
 */
export function startWorker(options: {
  readonly url: string;
  readonly analytics: AnalyticsAddress;
  readonly log: LifecycleLog;
  readonly logFile: string;
  readonly archive: { readonly folder: string; readonly keepDays: number };
}): WorkerHandle {
  let child: ChildProcess | undefined;
  let stopped = false;
  let pauseMs = firstPauseMs;
  let timer: NodeJS.Timeout | undefined;

  const run = (): void => {
    const startedAtMs = Date.now();
    const mine = fork(fileURLToPath(compiledEntry(import.meta.url, './worker-process.js')), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      execArgv: ['--max-semi-space-size=16', '--expose-gc'],
      detached: true,
    });
    child = mine;
    tell(mine, {
      type: 'start',
      url: options.url,
      owner: randomUUID(),
      analytics: options.analytics,
      logFile: options.logFile,
      archive: options.archive,
    });
    mine.on('error', (error) => options.log.error({ error: String(error) }, 'the worker could not be reached'));
    mine.once('exit', (code, signal) => {
      if (child === mine) child = undefined;
      if (stopped) return;
      pauseMs = Date.now() - startedAtMs > 60_000 ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      options.log.error({ code, signal, againInMs: pauseMs }, 'the worker ended: it is started again');
      timer = setTimeout(run, pauseMs);
    });
  };
  run();
  return {
    get pid() {
      return child?.pid;
    },
    analyticsRestarted() {
      if (child !== undefined) tell(child, { type: 'analytics-restarted' });
    },
    yieldFor(ms) {
      if (child !== undefined) tell(child, { type: 'yield', forMs: ms });
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      if (child === undefined) return;
      const ending = child;
      const ended = once(ending, 'exit');
      tell(ending, { type: 'stop' });
      const kill = setTimeout(() => ending.kill('SIGKILL'), stopWithinMs);
      await ended;
      clearTimeout(kill);
    },
  };
}

function tell(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => undefined);
}
