import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { singleItem } from '@throughline/core/collect/json-items';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { IntakeWriter } from '../../collect/intake/intake-writer.js';
import { authority } from '../../collect/intake/log-row.js';
import { receiveMessages } from '../../collect/intake/receive-messages.js';
import { createWorkspace } from '../../govern/workspaces/create-workspace.js';
import { Resolver } from '../../resolve/worker/resolver.js';
import { openDataFolder } from '../data-folder/open-data-folder.js';
import { openSecretsFile } from '../data-folder/secrets-file.js';
import { openPostgres } from '../postgres/open-postgres.js';
import { migrationsFolder, readMigrations } from '../postgres/read-migrations.js';
import { backup } from './backup.js';
import { type BackupManifest, manifestMember, partMember } from './backup-manifest.js';
import { openBackupFile } from './open-backup-file.js';
import { restore } from './restore.js';
import { writeBackupFile } from './write-backup-file.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = new Date('2026-02-03T04:05:06Z');
/** What a restore changes on purpose. */
const begunAnew = new Set([
  'consumer',
  'resolve_head',
  'projection',
  'folded_partition',
  'override',
  'idempotency_key',
]);

let postgres: TestPostgres;
let owner: Client;
let intake: IntakeWriter;
let resolver: Resolver;
let folder: string;
const workspaces: number[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'));
  // Passable, since run by root the server has another account.
  await chmod(folder, 0o711);
  postgres = await testPostgres();
  owner = await connect(postgres.urls.owner);
  intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
  resolver = new Resolver({ url: postgres.urls.worker, owner: randomUUID(), log: silent, now: Date.now });
  for (const name of ['First', 'Second']) {
    const settings = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', language: 'en', weekStartsOn: 1 };
    const { workspace } = await createWorkspace(owner, { name, ...settings }, Date.now());
    await owner.query(
      `insert into source (workspace, source, id, name, channel, zone, country, currency) values ($1, 1, $2, 'shop', 'web', 'Europe/Berlin', 'DE', 'EUR')`,
      [workspace, randomUUID()],
    );
    workspaces.push(workspace);
  }
  for (let round = 0; round < 5; round++) for (const workspace of workspaces) await send(workspace, round);
  await resolveAll(resolver, owner);
});
afterAll(async () => {
  await resolver.stop();
  await intake.close();
  await owner.end();
  await rm(folder, { recursive: true });
});

describe('a backup', () => {
  it('made while messages arrive and are resolved restores one consistent state, the same persons included', async () => {
    const file = join(folder, 'under-load');
    let isDone = false;
    const load = (async () => {
      for (let round = 5; !isDone; round++) {
        for (const workspace of workspaces) await send(workspace, round);
        await resolver.step();
      }
    })();
    const done = await backup({ file, dataFolder: folder, databaseUrl: postgres.urls.owner, log: silent, now });
    isDone = true;
    await load;
    expect(done).toMatchObject({ file, sizeBytes: (await stat(file)).size });
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const dataFolder = join(folder, 'embedded');
    const restored = await restore({ file, dataFolder, log: silent });
    expect(restored).toMatchObject({ rows: done.rows, tables: done.tables, workspaces: 2, secrets: false });

    const embedded = await openPostgres({ dataFolder, log: silent });
    try {
      const client = await connect(embedded.urls.owner);
      for (const workspace of workspaces) {
        const state = await oneRow(
          client,
          `select
            (select count(*) from intake where workspace = $1) as logged,
            (select next_offset - 1 from intake_head where workspace = $1) as last,
            (select "offset" from consumer where workspace = $1 and name = 'resolve') as resolved,
            (select max(hi) from manifest where workspace = $1) as manifested,
            (select sum(cardinality(offsets)) from manifest where workspace = $1) as rows,
            (select sum(interactions) from node_activity where workspace = $1) as counted,
            (select sum(interactions) from person where workspace = $1) as of_persons`,
          [workspace],
        );
        expect(Number(state.logged)).toBeGreaterThan(0);
        expect(state.last).toBe(state.logged);
        expect(state.resolved).toBe(state.manifested);
        expect([state.counted, state.of_persons]).toEqual([state.rows, state.rows]);
      }
      const after = new Resolver({ url: embedded.urls.worker, owner: randomUUID(), log: silent, now: Date.now });
      await resolveAll(after, client);
      await after.stop();
      const { next } = await oneRow(client, `select nextval(pg_get_serial_sequence('workspace', 'workspace')) as next`);
      expect(Number(next)).toBe(Math.max(...workspaces) + 1);
      await client.end();
    } finally {
      await embedded.stop();
    }
  });

  it('goes from a database to an embedded server and back with every row the same', async () => {
    await resolveAll(resolver, owner);
    await owner.query(
      `insert into set_aside (workspace, id, received_at, source, stage, code, reason, authority, body)
       select $1, gen_random_uuid(), now(), 1, 'intake', 'message.too-deep', 'too deep', 2, decode(repeat(md5(n::text), 256), 'hex')
       from generate_series(1, 1000) n`,
      [workspaces[0]],
    );
    const persons = await partition(owner);
    const first = await dump('first', { databaseUrl: postgres.urls.owner, dataFolder: folder });
    expect(first.manifest.tables.find(({ name }) => name === 'set_aside')?.parts).toBeGreaterThan(1);
    await restore({ file: first.file, dataFolder: join(folder, 'second-home'), log: silent });
    const second = await dump('second', { dataFolder: join(folder, 'second-home') });
    expect(kept(second.manifest)).toEqual(kept(first.manifest));
    expect(second.manifest.sequences).toEqual(first.manifest.sequences);

    const target = await postgres.empty();
    const { owner: databaseUrl, ...roleUrls } = target.urls;
    const backFolder = join(folder, 'third-home');
    await restore({ file: second.file, dataFolder: backFolder, databaseUrl, roleUrls, log: silent });
    const third = await dump('third', { databaseUrl, dataFolder: backFolder });
    expect(kept(third.manifest)).toEqual(kept(first.manifest));
    const client = await connect(databaseUrl);
    expect(await partition(client)).toEqual(persons);
    await client.end();
  });

  it('begins a new epoch and leaves nothing marked as projected', async () => {
    await owner.query(
      `update consumer set "offset" = 2, owner = $1, leased_until = 'infinity' where name = 'project'`,
      [randomUUID()],
    );
    await owner.query('update resolve_head set epoch = 7');
    const { file } = await dump('projected', { databaseUrl: postgres.urls.owner, dataFolder: folder });
    const target = await postgres.empty();
    const { owner: databaseUrl, ...roleUrls } = target.urls;
    await restore({ file, dataFolder: join(folder, 'epoch-home'), databaseUrl, roleUrls, log: silent });
    const client = await connect(databaseUrl);
    const { rows } = await client.query(
      `select h.epoch, c."offset", c.owner, c.leased_until < now() as free, p.emptying, p.compare_asked
       from resolve_head h join consumer c using (workspace) join projection p using (workspace) where c.name = 'project'`,
    );
    const anew = { epoch: 8, offset: '0', owner: null, free: true, emptying: true, compare_asked: true };
    expect(rows).toEqual([anew, anew]);
    const forced = await client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
    );
    expect(forced.rows).toEqual([]);
    await client.end();
  });

  it('carries the secrets of the instance only when asked, and never a password of the database', async () => {
    const dataFolder = join(folder, 'with-secrets');
    const opened = await openDataFolder(dataFolder);
    const secrets = await openSecretsFile(opened.secrets, ['postgres.owner']);
    const signIn = await secrets.get('sign-in');
    const place = { databaseUrl: postgres.urls.owner, dataFolder };
    const without = await dump('without-secrets', place);
    expect(await readFile(without.file, 'latin1')).not.toContain(signIn);
    const { file } = await dump('with-them', place, true);
    const text = await readFile(file, 'latin1');
    expect(text).toContain(signIn);
    expect(text).not.toContain(await secrets.get('postgres.owner'));
    const home = join(folder, 'secret-home');
    expect(await restore({ file, dataFolder: home, log: silent })).toMatchObject({ secrets: true });
    const restored = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Record<string, string>;
    expect(restored['sign-in']).toBe(signIn);
    expect(restored['postgres.owner']).toMatch(/^[\w-]{43}$/);
  });

  it('of a folder that holds no Throughline is refused, and the folder stays as it was', async () => {
    const dataFolder = join(folder, 'nobody');
    const asked = backup({ file: join(folder, 'none'), dataFolder, log: silent, now });
    await expect(asked).rejects.toMatchObject({ code: 'backup.nothing-there' });
    await expect(stat(dataFolder)).rejects.toMatchObject({ code: 'ENOENT' });
    const empty = await postgres.empty();
    const ofDatabase = backup({
      file: join(folder, 'none'),
      dataFolder,
      databaseUrl: empty.urls.owner,
      log: silent,
      now,
    });
    await expect(ofDatabase).rejects.toMatchObject({ code: 'backup.nothing-there' });
  });

  it('is refused to a role from which rows are hidden', async () => {
    const hidden = await postgres.fresh();
    const client = await connect(hidden.urls.owner);
    await client.query('drop policy owner_everything on person');
    await client.end();
    const asked = backup({
      file: join(folder, 'hidden'),
      dataFolder: folder,
      databaseUrl: hidden.urls.owner,
      log: silent,
      now,
    });
    await expect(asked).rejects.toMatchObject({
      code: 'backup.hidden-rows',
      message: expect.stringContaining('public.person'),
    });
  });
});

describe('a restore', () => {
  it('refuses a file with one changed byte, and makes nothing', async () => {
    const { file } = await dump('to-damage', { databaseUrl: postgres.urls.owner, dataFolder: folder });
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length / 3);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const dataFolder = join(folder, 'never');
    await expect(restore({ file, dataFolder, log: silent })).rejects.toMatchObject({ code: 'backup.damaged' });
    await expect(stat(dataFolder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('compares what arrived with the backup, and leaves no folder behind when it differs', async () => {
    const { file, manifest } = await dump('honest', { databaseUrl: postgres.urls.owner, dataFolder: folder });
    const source = await openBackupFile(file);
    const tables = manifest.tables.map((entry) =>
      entry.name === 'source' ? { ...entry, sha256: 'd'.repeat(64) } : entry,
    );
    const changed = join(folder, 'dishonest');
    await writeBackupFile(changed, async (writer) => {
      for (const [index, entry] of manifest.tables.entries())
        for (let part = 1; part <= entry.parts; part++) {
          const name = partMember(index + 1, entry, part);
          await writer.add(name, (await source.read(name)) ?? Buffer.alloc(0));
        }
      await writer.add(manifestMember, Buffer.from(JSON.stringify({ ...manifest, tables })));
    });
    await source.close();
    const dataFolder = join(folder, 'unfinished');
    const asked = restore({ file: changed, dataFolder, log: silent });
    await expect(asked).rejects.toMatchObject({
      code: 'restore.differs',
      message: expect.stringContaining('public.source '),
    });
    await expect(stat(dataFolder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('goes into an empty folder and an empty database alone', async () => {
    const { file } = await dump('for-nobody', { databaseUrl: postgres.urls.owner, dataFolder: folder });
    const used = await mkdtemp(join(folder, 'used-'));
    await writeFile(join(used, 'letter'), 'mine');
    await expect(restore({ file, dataFolder: used, log: silent })).rejects.toMatchObject({ code: 'restore.not-empty' });
    expect(await readdir(used)).toEqual(['letter']);

    const full = await postgres.fresh();
    const { owner: databaseUrl, ...roleUrls } = full.urls;
    const dataFolder = join(folder, 'beside-full');
    const asked = restore({ file, dataFolder, databaseUrl, roleUrls, log: silent });
    await expect(asked).rejects.toMatchObject({ code: 'restore.not-empty' });
    await expect(stat(dataFolder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses what other versions of the schema wrote', async () => {
    const migrations = (await readMigrations(migrationsFolder)).map(({ version, name, sha256 }) => ({
      version,
      name,
      sha256,
    }));
    const newer = { version: migrations.length + 1, name: '9999-later.sql', sha256: 'b'.repeat(64) };
    const changed = migrations.map((one, index) => (index === 0 ? { ...one, sha256: 'c'.repeat(64) } : one));
    for (const [name, applied, code] of [
      ['newer', [...migrations, newer], 'backup.newer-version'],
      ['changed', changed, 'backup.other-schema'],
    ] as const) {
      const manifest: BackupManifest = {
        createdAt: now.toISOString(),
        postgres: '18.4',
        migrations: [...applied],
        tables: [],
        sequences: [],
        archive: [],
        secrets: false,
      };
      const file = join(folder, `schema-${name}`);
      await writeBackupFile(file, (writer) => writer.add(manifestMember, Buffer.from(JSON.stringify(manifest))));
      const asked = restore({ file, dataFolder: join(folder, 'not-made'), log: silent });
      await expect(asked).rejects.toMatchObject({ code });
    }
  });
});

async function dump(
  name: string,
  place: { readonly dataFolder: string; readonly databaseUrl?: string },
  withSecrets = false,
): Promise<{ readonly file: string; readonly manifest: BackupManifest }> {
  const file = join(folder, name);
  await backup({ file, ...place, withSecrets, log: silent, now });
  const opened = await openBackupFile(file);
  await opened.close();
  return { file, manifest: opened.manifest };
}

function kept(manifest: BackupManifest): readonly object[] {
  return manifest.tables.filter(({ name }) => !begunAnew.has(name));
}

async function send(workspace: number, round: number): Promise<void> {
  const received = Array.from({ length: 20 }, (_, index) => {
    const number = round * 20 + index;
    const message = {
      type: index % 4 === 0 ? 'identify' : 'track',
      event: 'Order Completed',
      messageId: `m-${number}`,
      anonymousId: `visitor-${number % 30}`,
      ...(index % 4 === 0 ? { userId: `user-${number % 12}`, traits: { name: 'Zoë\t"Ä"\\\n', age: number } } : {}),
      timestamp: '2026-01-02T03:04:05.678Z',
      properties: { total: 12.5, note: 'x'.repeat(200) },
    };
    const read = singleItem(JSON.stringify(message));
    if (read.type !== 'items') throw new Error('unreadable');
    return receiveMessages(read.items, {
      source: 1,
      zone: 'Europe/Berlin',
      authority: authority.serverKey,
      import: 0,
      receivedAtMs: Date.now(),
    });
  });
  await intake.append({ workspace, rows: received.flatMap((one) => one.rows), setAside: [] });
}

async function resolveAll(by: Resolver, client: Client): Promise<void> {
  for (;;) {
    await by.step();
    const { behind } = await oneRow(
      client,
      `select count(*) as behind from consumer c join intake_head h using (workspace) where c.name = 'resolve' and c."offset" < h.next_offset - 1`,
    );
    if (behind === '0') return;
  }
}

async function partition(client: Client): Promise<readonly unknown[]> {
  const read = await client.query(
    `select p.workspace, a.id as person, array_agg(n.name || '=' || i.value order by n.name, i.value) as members
     from node_person p
     join identifier i using (workspace, node)
     join namespace n on n.workspace = i.workspace and n.code = i.namespace
     join identifier a on a.workspace = p.workspace and a.node = p.person
     group by 1, 2 order by 1, 2`,
  );
  return read.rows;
}

async function oneRow(
  client: Client,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Readonly<Record<string, string>>> {
  const read = await client.query<Record<string, string>>(sql, [...values]);
  const row = read.rows[0];
  if (row === undefined) throw new Error('no row');
  return row;
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
