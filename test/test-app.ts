import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { databaseKey } from '../packages/engine/src/collect/connectors/syncs/sealed-password.js';
import { SyncRunner } from '../packages/engine/src/collect/connectors/syncs/sync-runner.js';
import { ImportRunner } from '../packages/engine/src/collect/import/run/import-runner.js';
import { IntakeWriter } from '../packages/engine/src/collect/intake/intake-writer.js';
import { MendingRunner } from '../packages/engine/src/collect/set-aside/mending-runner.js';
import { WriteKeys } from '../packages/engine/src/collect/sources/find-write-key.js';
import { SampleRunner } from '../packages/engine/src/demo/sample-runner.js';
import { newSetupLink } from '../packages/engine/src/govern/setup/setup-link.js';
import { openSignIn } from '../packages/engine/src/govern/sign-in/open-sign-in.js';
import { SignInLimit } from '../packages/engine/src/govern/sign-in/sign-in-limit.js';
import { createCliToken } from '../packages/engine/src/govern/tokens/cli-token.js';
import { buildApp } from '../packages/engine/src/http/build-app.js';
import { createLog } from '../packages/engine/src/http/create-log.js';
import type { GovernContext } from '../packages/engine/src/http/govern-context.js';
import { takeBackForSync } from '../packages/engine/src/resolve/imports/take-back-for-sync.js';
import type { Analytics } from '../packages/engine/src/store/analytics/analytics.js';
import { openDataFolder } from '../packages/engine/src/store/data-folder/open-data-folder.js';
import type { TestDatabase } from './test-postgres.js';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly ctx: GovernContext;
  readonly dataFolder: string;
  /** Moves the clock by hand. */
  readonly clock: { nowMs: number };
  /** Everything that was logged, line by line. */
  readonly logged: string[];
  close(): Promise<void>;
}

export const publicUrl = 'http://127.0.0.1:8080';

/** The whole HTTP edge over a real database; the analytics engine is away unless one is given. */
export async function testApp(
  postgres: TestDatabase,
  options: { readonly analytics?: Analytics } = {},
): Promise<TestApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-app-'));
  const clock = { nowMs: Date.now() };
  const logged: string[] = [];
  const appPool = new pg.Pool({ connectionString: postgres.urls.app, max: 8 });
  const now = () => clock.nowMs;
  const log = createLog({
    level: 'debug',
    to: new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    }),
  });
  const secret = 'iKfT4nX0m9wUeGq2rJ7vYbH5sLzPcA3d';
  const intake = new IntakeWriter({ url: postgres.urls.intake, now, hasRoom: () => true });
  const folder = await openDataFolder(dataFolder);
  const imports = new ImportRunner({ url: postgres.urls.worker, intake, staging: folder.staging, clock: now, log });
  await imports.open();
  const mendings = new MendingRunner({
    url: postgres.urls.worker,
    appPool,
    intake,
    dataFolder: folder,
    clock: now,
    log,
  });
  await mendings.open();
  const syncs = new SyncRunner({
    url: postgres.urls.worker,
    appPool,
    imports,
    dataFolder: folder,
    clock: now,
    log,
    key: databaseKey(secret),
    lookEveryMs: 50,
    takeBack: takeBackForSync({ appPool, intake, imports, mendings, clock: now }),
  });
  syncs.open();
  const writeKeys = new WriteKeys({ appPool, clock: now });
  const samples = new SampleRunner({
    url: postgres.urls.worker,
    appPool,
    intake,
    imports,
    writeKeys,
    dataFolder: folder,
    clock: now,
    log,
  });
  await samples.open();
  const ctx: GovernContext = {
    log,
    clock: now,
    appPool,
    analytics: options.analytics ?? analyticsAway,
    intake,
    imports,
    mendings,
    syncs,
    writeKeys,
    samples,
    dataFolder: folder,
    publicUrl,
    secret,
    signIn: openSignIn({ pool: appPool, secret, publicUrl, clock: now, log }),
    signInLimit: new SignInLimit({ pool: appPool, secret, clock: now }),
    cliToken: await createCliToken(dataFolder),
  };
  const app = await buildApp(ctx);
  return {
    app,
    ctx,
    dataFolder,
    clock,
    logged,
    async close() {
      await app.close();
      await syncs.close();
      await mendings.close();
      await samples.close();
      await imports.close();
      await intake.close();
      await appPool.end();
      await rm(dataFolder, { recursive: true });
    },
  };
}

export const adminOfTest = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' } as const;

/** Sets the instance up as a person would; the cookie of the first admin. */
export async function setUp({ app, ctx }: TestApp): Promise<{ readonly slug: string; readonly cookie: string }> {
  const token = (await newSetupLink(ctx))?.split('token=')[1];
  const workspace = {
    name: 'Corner Shop',
    country: 'DE',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    language: 'en',
    weekStartsOn: 1,
  };
  const done = await app.inject({ method: 'POST', url: '/api/setup', payload: { token, ...adminOfTest, workspace } });
  if (done.statusCode !== 201) throw new Error(`the set-up answered ${done.statusCode} ${done.body}`);
  return { slug: done.json<{ workspace: string }>().workspace, cookie: cookieOf(done.headers['set-cookie']) };
}

/** What a browser would send back. */
export function cookieOf(setCookie: string | readonly string[] | undefined): string {
  return [setCookie ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ');
}

const away = () => new ThroughlineError('analytics.unavailable', 'the analytics engine is not part of this test');
const analyticsAway: Analytics = {
  kind: 'embedded',
  version: 'none',
  address: { url: '', username: '', password: '', database: '' },
  client() {
    throw away();
  },
  ping: () => Promise.reject(away()),
  onRestart: () => () => undefined,
  restartCount: 0,
  rssBytes: () => 0,
  pid: undefined,
  kill: () => undefined,
  stop: () => Promise.resolve(),
};
