import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { databaseKey } from '../collect/connectors/syncs/sealed-password.js';
import { SyncRunner } from '../collect/connectors/syncs/sync-runner.js';
import { ImportRunner } from '../collect/import/run/import-runner.js';
import { IntakeWriter } from '../collect/intake/intake-writer.js';
import { MendingRunner } from '../collect/set-aside/mending-runner.js';
import { WriteKeys } from '../collect/sources/find-write-key.js';
import { SampleRunner } from '../demo/sample-runner.js';
import { adminFromEnvironment } from '../govern/setup/admin-from-environment.js';
import { newSetupLink } from '../govern/setup/setup-link.js';
import { openSignIn } from '../govern/sign-in/open-sign-in.js';
import { SignInLimit } from '../govern/sign-in/sign-in-limit.js';
import { signInSecret } from '../govern/sign-in/sign-in-secret.js';
import { createCliToken } from '../govern/tokens/cli-token.js';
import { buildApp } from '../http/build-app.js';
import { createLog } from '../http/create-log.js';
import { openLogFile } from '../http/open-log-file.js';
import { keptLogDays } from '../resolve/archive/kept-log-days.js';
import { takeBackForSync } from '../resolve/imports/take-back-for-sync.js';
import { openAnalytics } from '../store/analytics/open-analytics.js';
import { pickPort } from '../store/analytics/pick-port.js';
import { migrateAnalytics } from '../store/analytics-schema/migrate-analytics.js';
import { openDiskGuard } from '../store/data-folder/disk-guard.js';
import { openDataFolder } from '../store/data-folder/open-data-folder.js';
import { openSecretsFile } from '../store/data-folder/secrets-file.js';
import { migrate } from '../store/postgres/migrate.js';
import { openPostgres } from '../store/postgres/open-postgres.js';
import { roleUrlsFromEnvironment } from '../store/postgres/role-urls-from-environment.js';
import { letIntakeGoFirst } from './intake-first.js';
import { Opened } from './opened.js';
import { startWorker } from './start-worker.js';

export interface ServeOptions {
  readonly dataFolder: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach this instance; `http://host:port` unless told. */
  readonly publicUrl?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Served {
  readonly url: string;
  /** For the first person; undefined once somebody can sign in. */
  readonly setupLink: string | undefined;
  /** Resolves when the server must end by itself: another process took the folder over. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts everything on one data folder, in this order: folder, PostgreSQL (with the lock of the main process), migrations, analytics,
 * log writer, workers, HTTP. Stops in the reverse order. If a step fails, what was started is stopped and the error says what to do.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const opened = new Opened();
  try {
    return await start(options, opened);
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}

async function start(options: ServeOptions, opened: Opened): Promise<Served> {
  const { environment } = options;
  const folder = await openDataFolder(options.dataFolder);
  const log = createLog({
    to: openLogFile(join(folder.logs, 'throughline.log')),
  });
  const clock = Date.now;
  const keepDays = keptLogDays(environment.THROUGHLINE_LOG_DAYS);
  const disk = await openDiskGuard({ folder: folder.root, ballast: folder.ballast, log });
  opened.add(async () => disk.stop());

  const roleUrls = roleUrlsFromEnvironment(environment);
  const postgres = await openPostgres({
    dataFolder: folder.root,
    log,
    makeRoom: disk.makeRoom,
    ...(environment.DATABASE_URL === undefined ? {} : { databaseUrl: environment.DATABASE_URL }),
    ...(roleUrls === undefined ? {} : { roleUrls }),
  });
  opened.add(() => postgres.stop());
  await migrate(postgres.urls.owner, { roles: postgres.roles });

  const analytics = await openAnalytics({
    dataFolder: folder.clickhouse,
    log,
    ...(environment.CLICKHOUSE_URL === undefined ? {} : { clickhouseUrl: environment.CLICKHOUSE_URL }),
  });
  opened.add(() => analytics.stop());
  await migrateAnalytics(analytics.client());

  const appPool = new pg.Pool({ connectionString: postgres.urls.app, max: 20, application_name: 'throughline app' });
  appPool.on('error', (error) => log.warn({ error }, 'an idle connection to PostgreSQL ended'));
  opened.add(() => appPool.end());
  const intake = new IntakeWriter({ url: postgres.urls.intake, now: clock, hasRoom: () => disk.state() === 'ok' });
  opened.add(() => intake.close());
  const imports = new ImportRunner({ url: postgres.urls.worker, intake, staging: folder.staging, clock, log });
  opened.add(() => imports.close());
  const mendings = new MendingRunner({
    url: postgres.urls.worker,
    appPool,
    intake,
    dataFolder: folder,
    clock,
    log,
  });
  opened.add(() => mendings.close());
  const secrets = await openSecretsFile(folder.secrets, []);
  const secret = signInSecret(environment.THROUGHLINE_SECRET, await secrets.get('sign-in'));
  const syncs = new SyncRunner({
    url: postgres.urls.worker,
    appPool,
    imports,
    dataFolder: folder,
    clock,
    log,
    key: databaseKey(secret),
    takeBack: takeBackForSync({ appPool, intake, imports, mendings, clock }),
  });
  opened.add(() => syncs.close());
  const writeKeys = new WriteKeys({ appPool, clock });
  const samples = new SampleRunner({
    url: postgres.urls.worker,
    appPool,
    intake,
    imports,
    writeKeys,
    dataFolder: folder,
    clock,
    log,
  });
  opened.add(() => samples.close());
  const worker = startWorker({
    url: postgres.urls.worker,
    analytics: analytics.address,
    log,
    logFile: join(folder.logs, 'worker.log'),
    archive: { folder: folder.archive, keepDays },
  });
  analytics.onRestart(() => worker.analyticsRestarted());
  opened.add(() => worker.stop());
  const stopYielding = letIntakeGoFirst(intake, worker);
  opened.add(async () => stopYielding());

  const port = options.port === 0 ? await pickPort() : options.port;
  const publicUrl = options.publicUrl ?? `http://${options.host}:${port}`;
  const app = await buildApp({
    log,
    clock,
    appPool,
    analytics,
    intake,
    imports,
    mendings,
    syncs,
    writeKeys,
    samples,
    dataFolder: folder,
    publicUrl,
    secret,
    signIn: openSignIn({ pool: appPool, secret, publicUrl, clock, log }),
    signInLimit: new SignInLimit({ pool: appPool, secret, clock }),
    cliToken: await createCliToken(folder.root),
  });
  opened.add(() => app.close());
  await adminFromEnvironment({ appPool, clock }, environment);
  const url = await listen(() => app.listen({ port, host: options.host }), options);
  await postgres.announce(url);
  await imports.open();
  await mendings.open();
  syncs.open();
  await samples.open();
  await writeFile(join(folder.root, 'address'), `${url}\n`, { mode: 0o600 });
  const setupLink = await newSetupLink({ appPool, clock, publicUrl });
  log.info({ url, postgres: postgres.version, analytics: analytics.version }, 'ready');
  return {
    url,
    setupLink,
    lost: new Promise((resolve) => {
      postgres.onLost((address) => resolve(address ?? 'another process'));
    }),
    stop: () => opened.closeAll(),
  };
}

async function listen(open: () => Promise<string>, { port, host }: ServeOptions): Promise<string> {
  try {
    return await open();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new ThroughlineError(
        'serve.port-taken',
        `port ${port} is in use by another program: choose another with --port or PORT`,
        { cause },
      );
    }
    if (code === 'EACCES') {
      throw new ThroughlineError(
        'serve.port-taken',
        `port ${port} is reserved: choose one above 1023 with --port or PORT`,
        { cause },
      );
    }
    throw new ThroughlineError(
      'serve.host-unusable',
      `cannot listen on ${host}: it is no address of this machine; choose another with --host`,
      { cause },
    );
  }
}
