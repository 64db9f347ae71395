import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DebianPostgres, startDebianPostgres } from '../../../../../test/debian-postgres.js';
import { checkServer } from './check-server.js';
import type { LifecycleLog } from './lifecycle-log.js';
import { migrate } from './migrate.js';
import { openPostgres } from './open-postgres.js';
import type { Postgres } from './postgres.js';

const silent: LifecycleLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-postgres-'));
  folders.push(folder);
  return folder;
}

async function one(url: string, sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(sql, [...values])).rows[0] ?? {}) as Record<string, unknown>;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  let dataFolder: string;
  let postgres: Postgres;
  beforeAll(async () => {
    dataFolder = await newFolder();
    postgres = await openPostgres({ dataFolder, log: silent });
  });
  afterAll(() => postgres.stop());

  it('keeps what it confirms, and listens on loopback alone', async () => {
    expect(
      await one(
        postgres.urls.owner,
        `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
          current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as host,
          current_setting('wal_recycle') as recycle, current_setting('max_wal_size') as wal,
          current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone`,
      ),
    ).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      host: '127.0.0.1',
      recycle: 'off',
      wal: '512MB',
      encoding: 'UTF8',
      zone: 'UTC',
    });
  });

  it('gives each role a login of its own without further rights', async () => {
    const { urls, roles } = postgres;
    for (const [url, name] of [
      [urls.owner, 'throughline_owner'],
      [urls.intake, roles.intake],
      [urls.app, roles.app],
      [urls.worker, roles.worker],
    ] as const)
      expect(
        await one(
          url,
          'select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user',
        ),
      ).toEqual({ rolname: name, rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false });
  });

  it('refuses a wrong password', async () => {
    const wrong = Object.assign(new URL(postgres.urls.owner), { password: 'guess' }).href;
    await expect(one(wrong, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps its secrets readable by their owner alone', async () => {
    expect((await stat(join(dataFolder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataFolder, 'postgres'))).mode & 0o777).toBe(0o700);
    expect((await stat(dataFolder)).mode & 0o007).toBe(0);
  });

  it('takes our migrations', async () => {
    const { applied } = await migrate(postgres.urls.owner, { roles: postgres.roles });
    expect(applied.length).toBeGreaterThan(0);
  });

  it('tells a second starter where the first one is', async () => {
    await postgres.announce('http://127.0.0.1:8080');
    await expect(openPostgres({ dataFolder, log: silent })).rejects.toMatchObject({
      code: 'data-folder.in-use',
      message: `Throughline runs already on the data folder ${dataFolder}, at http://127.0.0.1:8080: use that one, or choose another folder with --data`,
    });
    expect(await one(postgres.urls.app, 'select 1 as still')).toEqual({ still: 1 });
  });
});

describe('an empty folder', () => {
  it('is won by one of two that start on it at once', async () => {
    const dataFolder = await newFolder();
    const outcomes = await Promise.allSettled([
      openPostgres({ dataFolder, log: silent }),
      openPostgres({ dataFolder, log: silent }),
    ]);
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    try {
      expect(won).toHaveLength(1);
      expect(lost).toEqual([expect.objectContaining({ code: 'data-folder.in-use' })]);
      expect(await one(won[0]?.urls.worker ?? '', 'select 1 as there')).toEqual({ there: 1 });
    } finally {
      await Promise.all(won.map((each) => each.stop()));
    }
  });
});

describe('a port taken by somebody else', () => {
  it('is exchanged for another at the next start', async () => {
    const dataFolder = await newFolder();
    const first = await openPostgres({ dataFolder, log: silent });
    const port = Number(new URL(first.urls.owner).port);
    await first.stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    try {
      const second = await openPostgres({ dataFolder, log: silent });
      try {
        expect(Number(new URL(second.urls.owner).port)).not.toBe(port);
        expect(await one(second.urls.owner, 'select 1 as there')).toEqual({ there: 1 });
      } finally {
        await second.stop();
      }
    } finally {
      squatter.close();
    }
  });
});

describe("a server of the operator's own", () => {
  let server: DebianPostgres;
  debianFor((started) => {
    server = started;
  });
  it('is given three roles named after its database, migrated, and left running', async () => {
    const options = { dataFolder: await newFolder(), databaseUrl: server.url, log: silent };
    const first = await openPostgres(options);
    try {
      expect(first).toMatchObject({ kind: 'server', roles: { app: 'throughline_app_company' } });
      await migrate(first.urls.owner, { roles: first.roles });
      await first.announce('http://127.0.0.1:9999');
      const elsewhere = { ...options, dataFolder: await newFolder() };
      await expect(openPostgres(elsewhere)).rejects.toThrow('http://127.0.0.1:9999');
    } finally {
      await first.stop();
    }
    const second = await openPostgres(options);
    expect(await one(second.urls.app, 'select current_user as me')).toEqual({ me: 'throughline_app_company' });
    await second.stop();
    expect(await one(server.url, 'select 1 as still')).toEqual({ still: 1 });
  });

  it('may bring its own three roles', async () => {
    for (const role of ['a', 'b', 'c']) await one(server.url, `create role own_${role} login`);
    const as = (role: string): string => Object.assign(new URL(server.url), { username: `own_${role}` }).href;
    const roleUrls = { intake: as('a'), app: as('b'), worker: as('c') };
    const options = { dataFolder: await newFolder(), databaseUrl: server.url, log: silent };
    const postgres = await openPostgres({ ...options, roleUrls });
    expect(postgres.roles).toEqual({ intake: 'own_a', app: 'own_b', worker: 'own_c' });
    await postgres.stop();
    await expect(openPostgres({ ...options, roleUrls: { ...roleUrls, worker: as('b') } })).rejects.toMatchObject({
      code: 'postgres.no-roles',
    });
  });

  it('is refused if its role may not make roles', async () => {
    await one(server.url, 'create role modest login');
    const databaseUrl = Object.assign(new URL(server.url), { username: 'modest' }).href;
    await one(server.url, 'create database modest_one owner modest');
    const refused = openPostgres({
      dataFolder: await newFolder(),
      databaseUrl: Object.assign(new URL(databaseUrl), { pathname: '/modest_one' }).href,
      log: silent,
    });
    await expect(refused).rejects.toMatchObject({ code: 'postgres.no-roles' });
  });

  it('is refused if one role commits without waiting for the disk', async () => {
    await one(server.url, 'create role hasty login');
    await one(server.url, 'alter role hasty set synchronous_commit = off');
    const refused = checkServer(Object.assign(new URL(server.url), { username: 'hasty' }).href);
    await expect(refused).rejects.toMatchObject({
      code: 'postgres.unsafe-settings',
      message: expect.stringContaining('synchronous_commit is off (seen as role hasty)'),
    });
  });

  it('is refused if its encoding is not UTF8', async () => {
    await one(server.url, "create database latin encoding 'LATIN1' template template0");
    const refused = checkServer(Object.assign(new URL(server.url), { pathname: '/latin' }).href);
    await expect(refused).rejects.toMatchObject({ code: 'postgres.wrong-encoding' });
  });

  it('is refused behind a pooler that shares sessions', async () => {
    const pooler = await sharingPooler(Number(new URL(server.url).port));
    try {
      const refused = checkServer(Object.assign(new URL(server.url), { port: String(pooler.port) }).href);
      await expect(refused).rejects.toMatchObject({ code: 'postgres.pooler' });
    } finally {
      pooler.close();
    }
  });
});

describe('an unsafe server', () => {
  let server: DebianPostgres;
  debianFor(
    (started) => {
      server = started;
    },
    { fsync: 'off', full_page_writes: 'off' },
  );

  it('is refused with the settings named', async () => {
    const refused = openPostgres({ dataFolder: await newFolder(), databaseUrl: server.url, log: silent });
    await expect(refused).rejects.toMatchObject({
      code: 'postgres.unsafe-settings',
      message: expect.stringContaining('fsync and full_page_writes are off'),
    });
  });
});

describe('a server that does not answer', () => {
  it('is refused in a sentence if it cannot be reached', async () => {
    await expect(checkServer('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'postgres.unreachable',
    });
  });
});

/** Gives the tests of this block the distribution's server, or skips them with the reason it did not run. */
function debianFor(use: (server: DebianPostgres) => void, settings: Readonly<Record<string, string>> = {}): void {
  let debian: Awaited<ReturnType<typeof startDebianPostgres>> | undefined;
  beforeAll(async () => {
    debian = await startDebianPostgres(settings);
    if ('notRun' in debian) return;
    process.stdout.write(`also run against ${debian.version}\n`);
    use(debian);
  });
  beforeEach(({ skip }) => {
    if (debian !== undefined && 'notRun' in debian) skip(`not run: ${debian.notRun}`);
  });
  afterAll(() => {
    if (debian !== undefined && !('notRun' in debian)) debian.stop();
  });
}

/**
 * A transaction pooler reduced to the point: every client is answered over one and the same server session.
 * Enough of the protocol for a server that asks no password.
 */
async function sharingPooler(serverPort: number): Promise<{ readonly port: number; close(): void }> {
  let greeting: Buffer | undefined;
  let upstream: Socket | undefined;
  let current: Socket | undefined;
  const open: Socket[] = [];
  const server: Server = createServer((client) => {
    open.push(client);
    let started = false;
    client.on('error', () => undefined);
    client.on('data', (data) => {
      current = client;
      if (started) {
        if (data[0] !== 0x58) upstream?.write(data);
        return;
      }
      started = true;
      if (greeting !== undefined) {
        client.write(greeting);
        return;
      }
      upstream = new Socket().connect(serverPort, '127.0.0.1');
      open.push(upstream);
      upstream.write(data);
      upstream.on('data', (answer) => {
        greeting ??= answer;
        current?.write(answer);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
