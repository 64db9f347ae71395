import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type pino from 'pino';
import { createLog } from '../http/create-log.js';
import { openLogFile } from '../http/open-log-file.js';
import { Projector } from '../resolve/project/projector.js';
import { RowsAtHand } from '../resolve/project/rows-at-hand.js';
import { Resolver } from '../resolve/worker/resolver.js';
import { connectAnalytics } from '../store/analytics/connect-analytics.js';
import { restWhenIdle } from './rest-when-idle.js';
import type { ToWorker } from './worker-messages.js';

/*
 * The worker process: turns the log into persons, and the manifests into the analytics engine. It holds no state of its own, so it can be
 * killed at any moment; it ends by itself when the main process is gone. A terminal's Ctrl-C is left to the main process.
 */

process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));

let stopping = false;
let yieldUntilMs = 0;
/** However much arrives, a step is taken this often, so that nothing stands still. */
const stepAtLeastEveryMs = 3_000;
const batchRowsWhileYielding = 4_000;
const idleMs = 40;
/** Of the resolver: well below the second within which an event should be visible. */
const gapMs = 120;
const firstPauseMs = 200;
const longestPauseMs = 5_000;

let projector: Projector | undefined;

process.on('message', (message: ToWorker) => {
  if (message.type === 'stop') stopping = true;
  else if (message.type === 'analytics-restarted') projector?.compareSoon();
  else if (message.type === 'yield') yieldUntilMs = Date.now() + message.forMs;
  else void work(message);
});

async function work(start: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  const log = createLog({ to: openLogFile(start.logFile) });
  const pool = new pg.Pool({ connectionString: start.url, max: 2, application_name: 'throughline project' });
  pool.on('error', (error) => log.warn({ error }, 'an idle connection to PostgreSQL ended'));
  const engine = connectAnalytics(start.analytics);
  const { archive } = start;
  const atHand = new RowsAtHand();
  const resolver = new Resolver({
    url: start.url,
    owner: start.owner,
    log,
    now: Date.now,
    gapMs,
    archive: { engine, folder: archive.folder },
    atHand,
  });
  projector = new Projector({ pool, analytics: { client: () => engine }, log, clock: Date.now, archive, atHand });
  const projecting = projector;
  const rest = restWhenIdle(() => resolver.rest(), Date.now);
  await Promise.all([
    keepStepping(
      async () => {
        const did = await resolver.step(Date.now() < yieldUntilMs ? batchRowsWhileYielding : undefined);
        await rest(did);
        return did;
      },
      'resolve',
      log,
    ),
    keepStepping(() => projecting.step(), 'project', log),
  ]);
  await Promise.allSettled([resolver.stop(), projecting.stop()]);
  process.exit(0);
}

/** Steps until told to stop: at once again after work, after a short pause when idle, after a growing one when it fails. */
async function keepStepping(step: () => Promise<'idle' | 'worked'>, name: string, log: pino.Logger): Promise<void> {
  let pauseMs = firstPauseMs;
  let steppedAtMs = 0;
  while (!stopping) {
    try {
      while (!stopping && Date.now() < yieldUntilMs && Date.now() - steppedAtMs < stepAtLeastEveryMs)
        await pause(idleMs);
      steppedAtMs = Date.now();
      const did = await step();
      pauseMs = firstPauseMs;
      if (did === 'idle') await pause(idleMs);
    } catch (error) {
      log.error({ error, step: name, againInMs: pauseMs }, 'a step failed: it is tried again');
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }
}
