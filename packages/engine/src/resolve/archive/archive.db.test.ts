import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { IntakeWriter } from '../../collect/intake/intake-writer.js';
import type { LogRow } from '../../collect/intake/log-row.js';
import type { Projector } from '../project/projector.js';
import { rebuildAnalytics } from '../project/rebuild-analytics.js';
import { Resolver } from '../worker/resolver.js';
import { filesBetween } from './archive-file.sql.js';
import type { ArchivedRow } from './archived-row.js';
import { checkArchive } from './check-archive.js';
import { readArchivedRows } from './read-archived-rows.js';

const dayMs = 86_400_000;
const keepDays = 8;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let world: ProjectionWorld;
let folder: string;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 23);
  folder = await mkdtemp(join(tmpdir(), 'throughline-archive-'));
});
afterAll(async () => {
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A projector that lives `days` later. */
const later = (days: number, rows = 25): Projector =>
  world.projector({
    clock: () => Date.now() + days * dayMs,
    archive: { folder, keepDays, limits: { rows, chars: 1_000_000 } },
  });

/** Appends as if it were `days` ago. */
async function append(workspace: number, days: number, rows: readonly LogRow[]): Promise<void> {
  const intake = new IntakeWriter({
    url: world.database.urls.intake,
    now: () => Date.now() - days * dayMs,
    hasRoom: () => true,
  });
  await intake.append({ workspace, rows, setAside: [] });
  await intake.close();
}

/** Resolves whatever waits; the world's own resolver knows no archive. */
async function resolveFromArchive(): Promise<void> {
  const resolver = new Resolver({
    url: world.database.urls.worker,
    owner: randomUUID(),
    log: silent,
    now: Date.now,
    batchRows: 40,
    leaseMs: 300,
    archive: { engine: world.analytics.client(), folder },
  });
  const behind = `select count(*)::int as n from intake_head h join consumer c on c.workspace = h.workspace
    where c.name = 'resolve' and c."offset" < h.next_offset - 1`;
  await expect
    .poll(
      async () => {
        await resolver.step();
        return (await world.pool.query(behind)).rows[0].n;
      },
      { timeout: 30_000, interval: 20 },
    )
    .toBe(0);
  await resolver.stop();
}

async function archiveAll(workspace: number, projector: Projector): Promise<void> {
  await expect
    .poll(
      async () => {
        await projector.step();
        return count('intake', workspace, `received_day < current_date + 3`);
      },
      { timeout: 60_000, interval: 5 },
    )
    .toBe(0);
}

async function count(table: string, workspace: number, where = 'true'): Promise<number> {
  const read = await world.pool.query(`select count(*)::int as n from ${table} where workspace = $1 and ${where}`, [
    workspace,
  ]);
  return read.rows[0].n;
}

/** Every column of the log, as text. */
async function logText(workspace: number): Promise<readonly string[]> {
  const read = await world.pool.query(
    'select row_to_json(i)::text as line from intake i where workspace = $1 order by i."offset"',
    [workspace],
  );
  return read.rows.map(({ line }) => line);
}

async function archived(workspace: number, from = 0, to = Number.MAX_SAFE_INTEGER): Promise<readonly ArchivedRow[]> {
  const client = await world.pool.connect();
  try {
    const rows: ArchivedRow[] = [];
    const archive = { client, engine: world.analytics.client(), folder };
    for await (const slice of readArchivedRows(archive, workspace, from, to)) rows.push(...slice);
    return rows;
  } finally {
    client.release();
  }
}

const files = async (workspace: number) => {
  const client = await world.pool.connect();
  try {
    return await filesBetween(client, workspace, 0, Number.MAX_SAFE_INTEGER, 1_000);
  } finally {
    client.release();
  }
};

async function rebuilt(workspace: number, projector: Projector) {
  let running = true;
  const stepping = (async () => {
    while (running) await world.projectAll(projector);
  })();
  try {
    return await rebuildAnalytics({ pool: world.pool, engine: world.analytics.client() }, workspace);
  } finally {
    running = false;
    await stepping;
  }
}

async function filled(name: string): Promise<number> {
  const workspace = await world.workspace(name);
  for (const days of [3, 2, 1]) {
    await append(workspace, days, world.messages(60));
    await world.command(workspace, world.decision());
  }
  await world.resolveAll();
  const projector = world.projector();
  await world.projectAll(projector);
  await projector.stop();
  return workspace;
}

it('old days leave the log whole and unchanged, beside those of another workspace, and their tables go', async () => {
  const [workspace, other] = [await filled('Old'), await filled('Beside')];
  const strange = {
    ...world.messages(1)[0],
    body: JSON.stringify({ a: 'tab\t \\ "quote" \u0001 😀\u2028 12345678901234567890.10' }),
  };
  await append(workspace, 1, [{ ...strange, content: '-9223372036854775808', envelope: '{"sentAt":null}' } as LogRow]);
  await world.resolveAll();
  const before = await logText(workspace);
  const truth = await world.truth(workspace);
  const projector = later(keepDays + 3);
  await archiveAll(workspace, projector);
  await archiveAll(other, projector);
  const rows = await archived(workspace);
  const asText = rows.map((row) =>
    JSON.stringify([
      row.offset,
      row.receivedAt,
      row.source,
      row.import,
      row.kind,
      row.message,
      row.content,
      row.occurredAt,
      row.envelope,
      row.body,
    ]),
  );
  const expected = before.map((line) => {
    const row = JSON.parse(line.replace(/"content":(-?\d+)/, '"content":"$1"'));
    const at = (text: string) => new Date(text);
    return JSON.stringify([
      row.offset,
      at(row.received_at),
      row.source,
      row.import,
      row.kind,
      row.message,
      row.content,
      at(row.occurred_at),
      row.envelope,
      row.body,
    ]);
  });
  expect(asText).toEqual(expected);
  expect(rows.filter((row) => row.place !== undefined)).toHaveLength(truth.length);
  expect((await files(workspace)).length).toBeGreaterThan(6);
  expect((await archived(workspace, 31, 77)).map((row) => row.offset)).toEqual(
    Array.from({ length: 47 }, (_, i) => 31 + i),
  );
  const left = await world.pool.query(`select to_regclass('intake_' || to_char(current_date - 3, 'YYYYMMDD')) as gone`);
  expect(left.rows[0].gone).toBeNull();
  await projector.stop();
});

it('what is young, not resolved, not projected or of an import under way stays in the log', async () => {
  const workspace = await world.workspace('Young');
  await append(workspace, 3, world.messages(30));
  const projector = later(keepDays - 3);
  const stays = async () => {
    for (let step = 0; step < 3; step += 1) await projector.step();
    expect(await count('intake', workspace)).toBe(30);
  };
  await world.resolveAll();
  const first = world.projector();
  await world.projectAll(first);
  await first.stop();
  await stays();
  await projector.stop();
  const old = later(keepDays);
  await world.pool.query(`update consumer set "offset" = 29 where workspace = $1 and name = 'resolve'`, [workspace]);
  for (let step = 0; step < 3; step += 1) await old.step();
  expect(await count('intake', workspace)).toBe(30);
  await world.pool.query(`update consumer set "offset" = 30 where workspace = $1 and name = 'resolve'`, [workspace]);
  await old.stop();
  const run = `insert into import_run (workspace, import, id, source, file_name, mapping, state, created_by)
    values ($1, 3, gen_random_uuid(), 1, 'a.csv', '', 'running', 'test')`;
  await world.pool.query(run, [workspace]);
  await append(workspace, 3, world.messages(5, 3));
  await world.resolveAll();
  const unsent = later(keepDays);
  for (let step = 0; step < 9; step += 1) await unsent.step();
  expect(await count('intake', workspace)).toBe(35);
  await unsent.stop();
  const running = later(keepDays);
  for (let step = 0; step < 9; step += 1) await running.step();
  expect(await count('intake', workspace)).toBe(35);
  await running.stop();
  await world.pool.query(`update import_run set state = 'done' where workspace = $1`, [workspace]);
  const again = later(keepDays);
  await archiveAll(workspace, again);
  await again.stop();
});

it('a changed rule moves what is archived as it moves what is in the log', async () => {
  const [kept, moved] = [await world.workspace('In the log'), await world.workspace('In the archive')];
  const { namespaces, otherNamespaces } = defaultRuleSet;
  const user_id = { ...(namespaces.user_id ?? otherNamespaces), blockedValues: ['u1', 'u2', 'u3', 'u4'] };
  const document = JSON.stringify({ ...defaultRuleSet, namespaces: { ...namespaces, user_id } });
  const rounds = [0, 1, 2].map((run) => world.messages(60, run));
  const fill = async (workspace: number): Promise<void> => {
    for (const [round, rows] of rounds.entries()) await append(workspace, 3 - round, rows);
    await world.resolveAll();
    const filling = world.projector();
    await world.projectAll(filling);
    await filling.stop();
    await world.pool.query(
      `insert into rule_set (workspace, version, document, created_by) values ($1, 1, $2, 'test')`,
      [workspace, document],
    );
  };
  await fill(moved);
  const projector = later(keepDays + 5);
  await archiveAll(moved, projector);
  await projector.stop();
  await fill(kept);
  expect([await count('intake', moved), await count('intake', kept)]).toEqual([0, 180]);
  for (const workspace of [kept, moved]) await world.command(workspace, { type: 'use-rules', version: 1, by: 'test' });
  await resolveFromArchive();
  const sending = world.projector({ archive: { folder, keepDays: 1_000 } });
  await world.projectAll(sending);
  await sending.stop();
  const [inLog, inArchive] = [await world.held(kept), await world.held(moved)];
  expect(inLog).toEqual(await world.truth(kept));
  expect(inArchive).toEqual(inLog);
  const replaced = await count('manifest', moved, 'cardinality(replaces) > 0');
  expect(replaced).toBeGreaterThan(0);
});

it('a rebuild from archive and log ends with the same rows and hashes as before the days left the log', async () => {
  const workspace = await filled('Rebuilt');
  const projector = later(keepDays + 1);
  const [rows, truth] = [await world.held(workspace), await world.truth(workspace)];
  expect(rows).toEqual(truth);
  await expect
    .poll(
      async () => {
        await projector.step();
        return files(workspace).then((known) => known.length);
      },
      { timeout: 30_000, interval: 5 },
    )
    .toBeGreaterThan(2);
  const first = await rebuilt(workspace, projector);
  expect(first.after).toEqual(first.before);
  expect(await world.held(workspace)).toEqual(truth);
  await projector.stop();
  const oldest = later(keepDays + 5);
  await archiveAll(workspace, oldest);
  const second = await rebuilt(workspace, oldest);
  expect(second.after).toEqual(first.before);
  expect(await world.held(workspace)).toEqual(truth);
  await world.analytics.client().command({
    query: 'alter table interactions delete where workspace = {workspace:UInt32} and batch = 2',
    query_params: { workspace },
    clickhouse_settings: { mutations_sync: '1' },
  });
  oldest.compareSoon();
  await world.projectAll(oldest);
  expect(await world.held(workspace)).toEqual(truth);
  await oldest.stop();
});

it('an undone import leaves nothing in what the archive gives, and what it had hidden counts, archived or not', async () => {
  const workspace = await world.workspace('Undone');
  const shared = world.messages(40, 1);
  await append(workspace, 3, shared);
  await append(
    workspace,
    2,
    shared.map((row) => ({ ...row, import: 2 })),
  );
  await append(workspace, 2, world.messages(20));
  await world.resolveAll();
  const first = world.projector();
  await world.projectAll(first);
  await first.stop();
  const projector = later(keepDays + 5);
  const before = await world.held(workspace);
  await archiveAll(workspace, projector);
  await world.command(workspace, { type: 'undo-import', import: 1, by: 'test' });
  await resolveFromArchive();
  await world.projectAll(projector);
  const messages = (rows: readonly string[]) => rows.map((row) => row.split('/')[1]).sort();
  const after = await world.held(workspace);
  expect(messages(after)).toEqual(messages(before));
  const given = await archived(workspace);
  expect(given.some((row) => row.import === 1)).toBe(false);
  expect(given.filter((row) => row.import === 2)).toHaveLength(40);
  const { before: held, after: again } = await rebuilt(workspace, projector);
  expect(again).toEqual(held);
  expect(await world.held(workspace)).toEqual(after);
  await projector.stop();
});

it('a file that is gone, cut off or changed is found, and its rows are refused with one clear sentence', async () => {
  const workspace = await filled('Damaged');
  const projector = later(keepDays + 5);
  await archiveAll(workspace, projector);
  await projector.stop();
  const known = await files(workspace);
  const [first, second, third] = known.map((file) => join(folder, file.file));
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few files');
  expect((await checkArchive(folder, known, true)).wrong).toEqual([]);
  await rm(first);
  await truncate(second, 100);
  const bytes = await readFile(third);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  await writeFile(third, bytes);
  const codes = async (thoroughly: boolean) =>
    (await checkArchive(folder, known, thoroughly)).wrong.map(({ code }) => code);
  expect(await codes(false)).toEqual(['archive.file-missing', 'archive.file-damaged']);
  expect(await codes(true)).toEqual(['archive.file-missing', 'archive.file-damaged', 'archive.file-damaged']);
  const read = (index: number) => archived(workspace, known[index]?.lo, known[index]?.hi);
  await expect(read(0)).rejects.toMatchObject({ code: 'archive.file-missing' });
  await expect(read(1)).rejects.toMatchObject({ code: 'archive.file-damaged' });
  await expect(read(2)).rejects.toMatchObject({ code: 'archive.file-damaged' });
  expect((await read(3)).length).toBeGreaterThan(0);
});

it('files that a killed archiver left are swept, others are not', async () => {
  const workspace = await filled('Swept');
  const projector = later(keepDays + 5);
  await archiveAll(workspace, projector);
  await projector.stop();
  const [known] = await files(workspace);
  if (known === undefined) throw new Error('nothing was archived');
  const month = join(folder, known.file, '..');
  const stray = join(folder, known.file.replace(/-\d+\.parquet$/, '-0.parquet'));
  for (const path of [stray, `${stray}.part`, join(month, 'notes.txt')]) await writeFile(path, 'x');
  const next = later(keepDays + 5);
  await world.projectAll(next);
  await next.stop();
  const names = await readdir(month);
  expect(names).toContain('notes.txt');
  expect(names.some((name) => name.includes('-0.parquet'))).toBe(false);
  expect(names.filter((name) => name.endsWith('.parquet'))).toHaveLength((await files(workspace)).length);
  const scratch = await world.analytics.client().query({
    query: `select count() as n from system.tables where startsWith(name, 'archive_scratch_')`,
    format: 'JSONEachRow',
  });
  expect(await scratch.json()).toEqual([{ n: 0 }]);
});

it('a day that a backup may still read keeps its table', async () => {
  const workspace = await filled('Backed up');
  const reader = new pg.Client({ connectionString: world.database.urls.owner });
  await reader.connect();
  await reader.query(`select pg_advisory_lock_shared(hashtext('throughline.drop-log-day'))`);
  const projector = later(keepDays + 5);
  await archiveAll(workspace, projector);
  const kept = async () =>
    (await reader.query(`select to_regclass('intake_' || to_char(current_date - 3, 'YYYYMMDD')) is not null as kept`))
      .rows[0].kept;
  expect(await kept()).toBe(true);
  await reader.end();
  await projector.stop();
});
