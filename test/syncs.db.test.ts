import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sync } from '../packages/engine/src/collect/connectors/syncs/describe-sync.js';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { type DebianPostgres, startDebianPostgres } from './debian-postgres.js';
import { ImportApp } from './import-app.js';

const password = 'kept & sealed "§"';
const minute = 60_000;
const started = await startDebianPostgres();
if ('notRun' in started) console.log(`not run: tables that are read again and again, because ${started.notRun}`);

let app: ImportApp;
let shop: pg.Client;
let connection: Record<string, unknown> = {};

beforeAll(async () => {
  app = await ImportApp.open();
  if ('notRun' in started) return;
  const { url } = started as DebianPostgres;
  shop = new pg.Client(url);
  await shop.connect();
  const { rows } = await shop.query<{ hba_file: string }>('show hba_file');
  writeFileSync(
    rows[0]?.hba_file ?? '',
    'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n',
  );
  await shop.query('select pg_reload_conf()');
  await shop.query(`create role reader login password ${pg.escapeLiteral(password)}`);
  const port = Number(new URL(url).port);
  await app.call('POST', '/databases/hosts', { host: '127.0.0.1', port });
  connection = { kind: 'postgresql', host: '127.0.0.1', port, database: 'company', user: 'reader', password };
});
afterAll(async () => {
  await shop?.end();
  await app.close();
  if (!('notRun' in started)) started.stop();
});

const mapping = (source: string, key: string | null = 'id') => ({
  version: 1,
  source,
  file: { format: 'jsonl' },
  zone: 'Europe/Berlin',
  channel: 'store',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      ...(key === null ? {} : { key }),
      identifiers: { email: '{email}' },
      name: 'Order Completed',
      time: '{at}',
      value: { from: '{price}', as: 'number' },
      currency: 'EUR',
    },
  ],
});

const order = (id: number, at: string, email = `c${id}@example.com`): string => `(${id}, '${email}', '${at}', ${id}.5)`;

async function makeTable(name: string, ...rows: readonly string[]): Promise<void> {
  await shop.query(`create table ${name} (id bigint, email text, at timestamptz, price numeric)`);
  await shop.query(`grant select on ${name} to reader`);
  await shop.query(`insert into ${name} values ${rows.join(', ')}`);
}

const syncs = async (): Promise<readonly Sync[]> => (await app.call<{ items: Sync[] }>('GET', '/syncs')).items;

async function syncOf(id: string): Promise<Sync> {
  const found = (await syncs()).find((one) => one.id === id);
  if (found === undefined) throw new Error('there is no such sync');
  return found;
}

/** Moves the resolver until the sync is as wanted. */
async function until(id: string, isWanted: (sync: Sync) => boolean): Promise<Sync> {
  for (let tries = 0; ; tries += 1) {
    await app.resolver.step();
    const sync = await syncOf(id);
    if (isWanted(sync)) return sync;
    if (tries > 2_000) throw new Error(`it stays ${JSON.stringify(sync)}`);
    await pause(30);
  }
}

interface Read {
  readonly id: string;
  readonly state: string;
  readonly file: string | null;
  readonly sync: string | null;
  readonly problem: object | null;
}

async function read(begun: Read): Promise<Read> {
  let now = begun;
  while (now.state === 'reading') {
    await pause(20);
    now = await app.call<Read>('GET', `/databases/reads/${begun.id}`);
  }
  if (now.problem !== null) throw new Error(JSON.stringify(now.problem));
  return now;
}

async function imported(file: string | null, source: string, key?: string | null): Promise<ImportRun> {
  const run = await app.call<ImportRun>('POST', `/imports/files/${file}/import`, {
    mapping: JSON.stringify(mapping(source, key)),
    source:
      (await sourceId(source)) === undefined
        ? { new: { name: source, channel: 'store' } }
        : { id: await sourceId(source) },
    again: true,
  });
  return app.ended(run.id);
}

async function sourceId(name: string): Promise<string | undefined> {
  const { items } = await app.call<{ items: { id: string; name: string }[] }>('GET', '/sources');
  return items.find((one) => one.name === name)?.id;
}

/** A table that is read again and again, its first read imported. */
async function begun(table: string, change: object, key?: string | null): Promise<string> {
  const wanted = { connection, table: { schema: 'public', name: table }, keep: true };
  const { file, sync } = await read(await app.call<Read>('POST', '/databases/reads', wanted));
  if (sync === null) throw new Error('no sync was made');
  expect((await imported(file, table, key)).state).toBe('done');
  await app.call('PATCH', `/syncs/${sync}`, change);
  return sync;
}

/** Moves the clock to when it is due, and waits until that run has ended. */
async function nextRun(id: string, isWanted: (sync: Sync) => boolean = () => true): Promise<Sync> {
  const before = await syncOf(id);
  if (before.nextAt !== null) app.test.clock.nowMs = Math.max(app.test.clock.nowMs + 1, Date.parse(before.nextAt) + 1);
  return until(id, (sync) => sync.lastRunAt !== before.lastRunAt && sync.doing === 'nothing' && isWanted(sync));
}

/** Lets it be read by an act, and waits until that run has ended. */
async function atOnce(id: string, act: () => Promise<unknown>, isWanted: (sync: Sync) => boolean = () => true) {
  const before = await syncOf(id);
  app.test.clock.nowMs += 1_000;
  await act();
  return until(id, (sync) => sync.lastRunAt !== before.lastRunAt && sync.doing === 'nothing' && isWanted(sync));
}

async function interactionsOf(source: string): Promise<number> {
  const counted = await app.owner.query<{ n: number }>(
    `select coalesce(sum(a.interactions), 0)::integer as n from node_activity a
     join import_run r using (workspace, import)
     join source s using (workspace, source)
     where s.name = $1`,
    [source],
  );
  return counted.rows[0]?.n ?? 0;
}

async function persons(like: string): Promise<ReadonlyMap<string, string>> {
  const found = await app.owner.query<{ value: string; id: string }>(
    `select i.value, p.id from identifier i
     join node_person n on n.workspace = i.workspace and n.node = i.node and n.valid_to = 'infinity'
     join identifier p on p.workspace = i.workspace and p.node = n.person
     where i.value like $1`,
    [like],
  );
  return new Map(found.rows.map(({ value, id }) => [value, id]));
}

const importsOf = async (table: string): Promise<readonly ImportRun[]> =>
  (await app.call<{ items: ImportRun[] }>('GET', '/imports')).items.filter(
    ({ fileName }) => fileName === `${table}.jsonl`,
  );

describe.skipIf('notRun' in started)('a table that is read again and again', { timeout: 300_000 }, () => {
  it('brings what is new, once, and says up to when it is complete', async () => {
    await makeTable(
      'orders',
      order(1, '2026-05-01T10:00Z'),
      order(2, '2026-05-02T10:00Z'),
      order(3, '2026-05-03T10:00Z'),
    );
    const id = await begun('orders', { watermarkColumn: 'at', everyMinutes: 60 });
    const first = await syncOf(id);
    expect(first).toMatchObject({
      state: 'active',
      watermark: '2026-05-03T10:00:00+00:00',
      source: { name: 'orders' },
    });
    expect(first.candidates.map(({ column, empty, growsShareOf1 }) => [column, empty, growsShareOf1])).toEqual([
      ['id', 0, 1],
      ['at', 0, 1],
    ]);
    await shop.query(
      `insert into orders values ${order(4, '2026-05-03T10:00Z')}, ${order(5, '2026-05-04T09:30:00.25Z')}`,
    );
    const second = await nextRun(id);
    expect(second).toMatchObject({
      watermark: '2026-05-04T09:30:00.25+00:00',
      lastRows: 3,
      failures: 0,
      problem: null,
    });
    expect(await interactionsOf('orders')).toBe(5);
    const [last] = await importsOf('orders');
    expect(last).toMatchObject({ state: 'done', read: 3, accepted: 2, duplicates: 1, setAside: 0 });
    const { items } = await app.call<{ items: { name: string; completeUntil: string | null }[] }>('GET', '/sources');
    const complete = items.find(({ name }) => name === 'orders')?.completeUntil;
    expect(complete).toBe(second.readUntil);
    const quiet = await nextRun(id);
    const quieter = await nextRun(id);
    expect([quiet.lastRows, quieter.lastRows]).toEqual([1, 0]);
    expect(await importsOf('orders')).toHaveLength(3);
    expect(await interactionsOf('orders')).toBe(5);
  });

  it('keeps its password sealed, and shows it to nobody', async () => {
    const rows = await app.owner.query<{ text: string }>(`select t::text as text from table_sync t`);
    const said = [...rows.rows.map(({ text }) => text), JSON.stringify(await syncs()), app.test.logged.join('')];
    for (const text of said) {
      expect(text).not.toContain(password);
      expect(text).not.toContain(Buffer.from(password).toString('hex'));
      expect(text).not.toContain('sealed "');
    }
    const audit = await app.owner.query<{ action: string }>(
      `select action from audit where action like 'syncs.%' order by at`,
    );
    expect(audit.rows.map(({ action }) => action)).toEqual(['syncs.made', 'syncs.begun']);
  });

  it('says why it could not be read, tries again after pauses that grow, and goes on once that is put right', async () => {
    await makeTable('failing', order(9, '2026-05-01T10:00Z'));
    const id = await begun('failing', { watermarkColumn: 'id', everyMinutes: 24 * 60 });
    await shop.query(`insert into failing values ${order(10, '2026-05-02T10:00Z')}`);
    await shop.query(`alter role reader password 'another'`);
    const pauses = [];
    for (let tries = 1; tries <= 3; tries += 1) {
      const failed = await nextRun(id);
      expect(failed).toMatchObject({ failures: tries, problem: { code: 'database.wrong-password' }, watermark: '9' });
      pauses.push(Math.round((Date.parse(failed.nextAt ?? '') - Date.parse(failed.lastRunAt ?? '')) / minute));
    }
    expect(pauses).toEqual([1, 2, 4]);
    const mended = await atOnce(id, () => app.call('PATCH', `/syncs/${id}`, { password: 'another' }));
    await shop.query(`alter role reader password ${pg.escapeLiteral(password)}`);
    expect(mended).toMatchObject({ failures: 0, problem: null, watermark: '10' });
    expect(await interactionsOf('failing')).toBe(2);
  });

  it('is not read while it is paused, and not at all once it is removed, with what it brought in staying', async () => {
    await makeTable('paused', order(1, '2026-05-01T10:00Z'));
    const id = await begun('paused', { watermarkColumn: 'at', everyMinutes: 5, isPaused: true });
    expect(await syncOf(id)).toMatchObject({ state: 'paused', nextAt: null });
    const answer = await app.ask('POST', `/syncs/${id}/run`);
    expect(answer.json<{ code: string }>().code).toBe('sync.wrong-state');
    await shop.query(`insert into paused values ${order(2, '2026-05-02T10:00Z')}`);
    await atOnce(id, () => app.call('PATCH', `/syncs/${id}`, { isPaused: false }));
    expect(await interactionsOf('paused')).toBe(2);
    await app.call('DELETE', `/syncs/${id}`);
    expect((await syncs()).some((one) => one.id === id)).toBe(false);
    expect(await interactionsOf('paused')).toBe(2);
  });

  it('is read at once when somebody says so, and never from a server that is not allowed any more', async () => {
    await makeTable('forbidden', order(1, '2026-05-01T10:00Z'));
    const id = await begun('forbidden', { watermarkColumn: 'at', everyMinutes: 600 });
    await nextRun(id);
    const { items } = await app.call<{ items: { id: string; port: number }[] }>('GET', '/databases/hosts');
    await app.call('DELETE', `/databases/hosts/${items[0]?.id}`);
    try {
      const failed = await atOnce(id, () => app.call('POST', `/syncs/${id}/run`));
      expect(failed.problem?.code).toBe('database.host-not-allowed');
    } finally {
      await app.call('POST', '/databases/hosts', { host: '127.0.0.1', port: items[0]?.port });
    }
  });

  it('a column that new lines cannot be told by is refused, and one that holds a time in the future stops the run', async () => {
    await makeTable('future', order(1, '2026-05-01T10:00Z'));
    const id = await begun('future', { watermarkColumn: 'at', everyMinutes: 60 });
    const refused = await app.ask('PATCH', `/syncs/${id}`, { watermarkColumn: 'email' });
    expect(refused.json<{ code: string; detail: string }>()).toMatchObject({ code: 'sync.not-this-column' });
    const whole = await app.ask('PATCH', `/syncs/${id}`, { watermarkColumn: null });
    expect(whole.json<{ code: string }>().code).toBe('sync.wrong-state');
    await shop.query(`insert into future values ${order(2, '9999-01-01T00:00Z')}`);
    expect((await nextRun(id)).problem?.code).toBe('sync.watermark-unusable');
    expect(await interactionsOf('future')).toBe(1);
    await shop.query(`update future set at = '2026-05-02T00:00Z' where id = 2`);
    expect(await nextRun(id)).toMatchObject({ problem: null, watermark: '2026-05-02T00:00:00+00:00' });
    expect(await interactionsOf('future')).toBe(2);
  });

  it('leaves no folder behind but those of imports and files', async () => {
    const known = await app.owner.query<{ id: string }>(
      'select id from import_run union all select id from staged_file',
    );
    const ids = new Set(known.rows.map(({ id }) => id));
    const left = readdirSync(app.staging).filter((name) => !ids.has(name));
    expect(left).toEqual([]);
    expect(existsSync(join(app.staging, 'database'))).toBe(false);
  });
});

describe.skipIf('notRun' in started)('a table whose columns change', { timeout: 300_000 }, () => {
  it('is held when a mapped column changed its type or is gone, says which, and goes on as a person decides', async () => {
    await makeTable('drifting', order(1, '2026-05-01T10:00Z'));
    const id = await begun('drifting', { watermarkColumn: 'at', everyMinutes: 60 });
    await shop.query('alter table drifting add column shoe_size integer');
    await shop.query(`insert into drifting values ${order(2, '2026-05-02T10:00Z').replace(')', ', 42)')}`);
    expect(await nextRun(id)).toMatchObject({ state: 'active', added: ['shoe_size'], problem: null });
    expect(await interactionsOf('drifting')).toBe(2);

    await shop.query('alter table drifting alter column price type text using price::text || $$ EUR$$');
    await shop.query(`alter table drifting rename column email to mail`);
    await shop.query(`insert into drifting values (3, 'c3@example.com', '2026-05-03T10:00Z', 'a lot', 42)`);
    const held = await nextRun(id);
    expect(held).toMatchObject({
      state: 'held',
      nextAt: null,
      held: { type: 'drift', vanished: ['email'], changed: [{ name: 'price', was: 'numeric', is: 'text' }] },
    });
    expect(await interactionsOf('drifting')).toBe(2);

    await app.call('POST', `/syncs/${id}/decide`, { choice: 'wait' });
    expect(await nextRun(id)).toMatchObject({ state: 'held', held: { vanished: ['email'] } });
    expect((await app.ask('POST', `/syncs/${id}/decide`, { choice: 'keep' })).statusCode).toBe(409);
    await shop.query(`alter table drifting rename column mail to email`);
    const ran = await atOnce(id, () => app.call('POST', `/syncs/${id}/decide`, { choice: 'go-on' }));
    expect(ran).toMatchObject({ state: 'active', held: null, problem: null });
    expect((await importsOf('drifting'))[0]).toMatchObject({
      state: 'done',
      read: 2,
      accepted: 0,
      duplicates: 1,
      setAside: 1,
    });
  });

  it('goes on without a column that is gone, if a person says so', async () => {
    await makeTable('narrower', order(1, '2026-05-01T10:00Z'));
    const id = await begun('narrower', { watermarkColumn: 'at', everyMinutes: 60 });
    await shop.query('alter table narrower drop column price');
    await shop.query(`insert into narrower values (2, 'n2@example.com', '2026-05-02T10:00Z')`);
    expect(await nextRun(id)).toMatchObject({ state: 'held', held: { vanished: ['price'], changed: [] } });
    const ran = await atOnce(id, () => app.call('POST', `/syncs/${id}/decide`, { choice: 'go-on' }));
    expect(ran).toMatchObject({ state: 'active', held: null, problem: null });
    expect(await interactionsOf('narrower')).toBe(2);
  });

  it('is mapped anew by going through what is read of it now', async () => {
    await makeTable('remapped', order(1, '2026-05-01T10:00Z'));
    const id = await begun('remapped', { watermarkColumn: 'at', everyMinutes: 60 });
    await shop.query('alter table remapped rename column email to mail');
    expect(await nextRun(id)).toMatchObject({ state: 'held', held: { vanished: ['email'] } });
    const { file } = await read(await app.call<Read>('POST', `/syncs/${id}/read`));
    expect(await syncOf(id)).toMatchObject({ state: 'held', staged: file });
    const [rule] = mapping('remapped').rows;
    const anew = { ...mapping('remapped'), rows: [{ ...rule, identifiers: { email: '{mail}' } }] };
    const source = { id: await sourceId('remapped') };
    const run = await app.call<ImportRun>('POST', `/imports/files/${file}/import`, {
      mapping: JSON.stringify(anew),
      source,
      again: true,
    });
    expect(await app.ended(run.id)).toMatchObject({ state: 'done', duplicates: 1 });
    await shop.query(`insert into remapped values ${order(2, '2026-05-02T10:00Z')}`);
    expect(await syncOf(id)).toMatchObject({ state: 'active', held: null, staged: null });
    expect(await nextRun(id)).toMatchObject({ state: 'active', problem: null });
    expect(await interactionsOf('remapped')).toBe(2);
  });
});

describe.skipIf('notRun' in started)('a table that is read whole each time', { timeout: 300_000 }, () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) =>
      order(from + at, '2026-05-01T10:00Z', `whole${from + at}@example.com`),
    );

  it('takes back what lines made that are gone, keeps whoever is still there under the same id, and follows changes', async () => {
    await makeTable('whole', ...many(1, 40));
    const id = await begun('whole', { watermarkColumn: null, everyMinutes: 60 });
    const before = await persons('whole%');
    expect(before.size).toBe(40);
    await shop.query(`delete from whole where id = 7; update whole set price = 100 where id = 8`);
    await shop.query(`insert into whole values ${many(41, 41).join()}`);
    expect(await nextRun(id)).toMatchObject({ state: 'active', lastRows: 40, problem: null });
    const after = await persons('whole%');
    expect([...before.keys()].filter((email) => !after.has(email))).toEqual(['whole7@example.com']);
    for (const [email, person] of after) if (before.has(email)) expect(person).toBe(before.get(email));
    expect(await interactionsOf('whole')).toBe(40);
    expect((await importsOf('whole')).map(({ state }) => state)).toEqual(['done', 'undone']);
    const waiting = await app.owner.query(
      `select from set_aside a join source s using (workspace, source) where s.name = 'whole' and a.status = 'waiting'`,
    );
    expect(waiting.rowCount).toBe(0);
    const unchanged = await nextRun(id);
    expect(unchanged.lastRows).toBe(0);
    expect(await importsOf('whole')).toHaveLength(2);
  });

  it('holds when more than one line in twenty is gone: kept, waited for or taken back as a person says', async () => {
    await makeTable('braked', ...many(101, 140));
    const id = await begun('braked', { watermarkColumn: null, everyMinutes: 60 });
    await shop.query('delete from braked where id <= 103');
    expect(await nextRun(id)).toMatchObject({ state: 'held', held: { type: 'gone', missing: 3, of: 40 } });
    expect(await interactionsOf('braked')).toBe(40);
    await app.call('POST', `/syncs/${id}/decide`, { choice: 'wait' });
    await shop.query(`insert into braked values ${many(101, 103).join()}`);
    expect(await nextRun(id)).toMatchObject({ state: 'active', held: null });
    expect(await interactionsOf('braked')).toBe(40);
    await shop.query('delete from braked where id <= 110');
    expect(await nextRun(id)).toMatchObject({ state: 'held', held: { type: 'gone', missing: 10, of: 40 } });
    await atOnce(id, () => app.call('POST', `/syncs/${id}/decide`, { choice: 'take-back' }));
    expect(await interactionsOf('braked')).toBe(30);
  });

  it('keeps for good what lines made that are gone, if a person says so', async () => {
    await makeTable('kept', ...many(301, 320));
    const id = await begun('kept', { watermarkColumn: null, everyMinutes: 60 });
    await shop.query('delete from kept where id <= 310');
    expect(await nextRun(id)).toMatchObject({ state: 'held', held: { type: 'gone', missing: 10, of: 20 } });
    await app.call('POST', `/syncs/${id}/decide`, { choice: 'keep' });
    await shop.query(`insert into kept values ${many(321, 321).join()}`);
    expect(await nextRun(id)).toMatchObject({ state: 'active', held: null });
    expect(await interactionsOf('kept')).toBe(21);
  });

  it('that has not a line left takes nothing back by itself', async () => {
    await makeTable('emptied', ...many(201, 203));
    const id = await begun('emptied', { watermarkColumn: null, everyMinutes: 60 });
    await shop.query('delete from emptied');
    expect((await nextRun(id)).problem?.code).toBe('sync.table-emptied');
    expect(await interactionsOf('emptied')).toBe(3);
  });
});
