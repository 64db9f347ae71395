import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { LifecycleLog } from '../postgres/lifecycle-log.js';
import type { Analytics } from './analytics.js';
import { type AnalyticsLimits, defaultAnalyticsLimits } from './analytics-limits.js';
import { analyticsUser } from './analytics-messages.js';
import { connectAnalytics } from './connect-analytics.js';
import { endOrphan } from './end-orphan.js';
import { openServerAnalytics } from './open-server-analytics.js';
import { pickPort } from './pick-port.js';
import { pingEngine } from './ping-engine.js';
import { ChildFailedError, type SupervisedChild, superviseChild } from './supervise-child.js';

export interface OpenAnalyticsOptions {
  /** The folder of the embedded engine alone (`clickhouse` of the data folder); made if missing. */
  readonly dataFolder: string;
  /** A server of the operator's own, with user, password and database in the URL; without it the embedded engine is used. */
  readonly clickhouseUrl?: string;
  readonly log: LifecycleLog;
  readonly limits?: Partial<AnalyticsLimits>;
}

/**
 * Opens the analytics store and keeps it: the embedded engine in a child process that is watched and brought back, or a server.
 * One process at a time may have a folder open; the caller sees to that (the lock of the data folder does).
 */
export async function openAnalytics(options: OpenAnalyticsOptions): Promise<Analytics> {
  if (options.clickhouseUrl !== undefined) return openServerAnalytics(options.clickhouseUrl);
  const limits = { ...defaultAnalyticsLimits, ...options.limits };
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  await endOrphan(options.dataFolder);
  const password = randomBytes(24).toString('base64url');
  const { child, port } = await startOnFreePort(options, limits, password);
  const address = { url: `http://127.0.0.1:${port}`, username: analyticsUser, password, database: embeddedDatabase };
  const client = connectAnalytics(address);
  return {
    kind: 'embedded',
    version: child.version,
    address,
    client: () => client,
    ping: () => pingEngine(client),
    onRestart: child.onRestart,
    get restartCount() {
      return child.restartCount;
    },
    get pid() {
      return child.pid;
    },
    rssBytes: child.rssBytes,
    kill: child.kill,
    stop: async () => {
      await child.stop();
      await client.close();
    },
  };
}

/** Not `default`: that one of the embedded engine reads file names as table names. */
const embeddedDatabase = 'throughline';

async function startOnFreePort(
  { dataFolder, log }: OpenAnalyticsOptions,
  limits: AnalyticsLimits,
  password: string,
): Promise<{ child: SupervisedChild; port: number }> {
  for (let attempt = 0; ; attempt += 1) {
    const port = await pickPort();
    try {
      const order = { type: 'open', folder: dataFolder, database: embeddedDatabase, port, password, limits } as const;
      return { child: await superviseChild(order, log), port };
    } catch (error) {
      const isPort = error instanceof ChildFailedError && error.portTaken;
      if (isPort && attempt < 5) continue;
      const reason = error instanceof Error ? error.message : String(error);
      throw new ThroughlineError(
        'analytics.start-failed',
        `the analytics engine could not open ${dataFolder}: ${reason}`,
        {
          cause: error,
        },
      );
    }
  }
}
