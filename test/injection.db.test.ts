import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsByTable } from './demo/rows-by-table.js';
import { IdentityApp } from './identity-app.js';
import { type TestDatabase, testPostgres } from './test-postgres.js';

/*
 * T-46: whatever somebody says where a name, a filter or a search is meant is a text and no command, in PostgreSQL and in ClickHouse. One that
 * were run would wait for ten minutes, so the test would never end.
 */

const opened = ["'", '"', '`', "')", '$$', '\\', '{', '%'] as const;
const commands = [
  ' or 1=1',
  '; drop table person',
  '; select pg_sleep(600)',
  '; select sleepEachRow(3) from numbers(200)',
  ' union select rolname, null from pg_roles',
  "; copy person to '/tmp/stolen'",
  ' || pg_read_file($1)',
  " union all select * from file('/etc/passwd')",
  " union all select * from url('http://127.0.0.1:1/')",
  '{{constructor.constructor("return process")()}}',
  ' and 1=cast(version() as integer)',
  '; set role postgres',
  ' settings max_execution_time=0',
] as const;
const closed = ['', ' --', ' /*', ' #', ';'] as const;
const payloads = opened.flatMap((open) =>
  commands.flatMap((command) => closed.map((close) => `x${open}${command}${close}`)),
);

interface Field {
  readonly path: string;
  readonly name: string;
  readonly where: 'query' | 'path';
}

let database: TestDatabase;
let app: IdentityApp;
let owner: pg.Client;
let workspace = 0;
beforeAll(async () => {
  database = await testPostgres();
  app = await IdentityApp.open(database);
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  const found = await owner.query<{ workspace: number }>('select workspace from workspace where slug = $1', [app.slug]);
  workspace = found.rows[0]?.workspace ?? 0;
}, 300_000);
afterAll(async () => {
  await app?.close();
  await owner?.end();
});

describe('what looks like a command', { timeout: 900_000 }, () => {
  it('is kept letter by letter wherever a source may write, and found by it', async () => {
    const { writeKey } = await app.source(`Shop '; drop table source; --`, 'web');
    const messages = payloads.map((text, n) => ({
      type: 'track',
      userId: `u${n} ${text}`,
      event: text,
      properties: { [text]: text },
      context: {
        traits: { name: text, [text]: text },
        campaign: { name: text, source: text },
        interaction: { touchpoint: text, location: text, reason: text, about: { kind: 'order', id: text } },
      },
    }));
    for (let from = 0; from < messages.length; from += 200) await app.send(writeKey, messages.slice(from, from + 200));
    const kept = await owner.query<{ value: string }>(
      `select i.value
       from identifier i
       join namespace n on n.workspace = i.workspace and n.code = i.namespace
       where i.workspace = $1 and n.name = 'user_id'`,
      [workspace],
    );
    expect(new Set(kept.rows.map(({ value }) => value))).toEqual(new Set(payloads.map((text, n) => `u${n} ${text}`)));
    const found = await app.ask<{ items: readonly { id: string }[] }>(
      'GET',
      `/customers?q=${encodeURIComponent(`u0 ${payloads[0]}`)}`,
    );
    expect(found.body.items).toHaveLength(1);
    const { body } = await app.ask<object>('GET', `/customers/${found.body.items[0]?.id}/interactions`);
    expect(JSON.stringify(body)).toContain(JSON.stringify(payloads[0]).slice(1, -1));
  });

  it('is refused or matches nothing wherever somebody may ask, and changes no row', async () => {
    const fields = await readFields();
    const before = await rowsByTable(owner, workspace);
    const failed: string[] = [];
    let asked = 0;
    for (const [at, field] of fields.entries()) {
      for (let n = at % everyNth; n < payloads.length; n += everyNth) {
        const text = encodeURIComponent(payloads[n] ?? '');
        const path = field.path.replace(`{${field.name}}`, text).replace(/\{\w+\}/g, someId);
        const query = field.where === 'query' ? `?${field.name}=${text}` : '';
        const { status, body } = await app.ask<object>('GET', path + query);
        asked += 1;
        if (status >= 500) failed.push(`${field.path} ${field.name}: ${status} ${JSON.stringify(body)}`);
      }
    }
    process.stdout.write(
      `injection: ${payloads.length} texts, ${fields.length} fields, ${asked} questions, ${failed.length} failed\n`,
    );
    expect(fields.length).toBeGreaterThan(20);
    expect(failed).toEqual([]);
    expect(await rowsByTable(owner, workspace)).toEqual(before);
  });

  it('would find a role that may read no file and is no superuser', async () => {
    const roles = await owner.query<{ name: string; isSuper: boolean; mayRead: boolean; mayWrite: boolean }>(
      `select rolname as name, rolsuper as "isSuper", pg_has_role(rolname, 'pg_read_server_files', 'member') as "mayRead",
         pg_has_role(rolname, 'pg_execute_server_program', 'member') as "mayWrite"
       from pg_roles
       where rolname = any($1)`,
      [[database.urls.app, database.urls.worker, database.urls.intake].map((url) => new URL(url).username)],
    );
    expect(roles.rows).toHaveLength(3);
    expect(roles.rows.filter(({ isSuper, mayRead, mayWrite }) => isSuper || mayRead || mayWrite)).toEqual([]);
  });
});

/** Each field is asked with some of the texts, other ones for each: all of them are asked of all fields together. */
const everyNth = 20;
const someId = '01890000-0000-7000-8000-000000000000';

/** Every parameter of every question that can be asked of a workspace, by the server's own document. */
async function readFields(): Promise<readonly Field[]> {
  const document = (await app.test.app.inject('/api/openapi.json')).json<{
    paths: Record<
      string,
      { get?: { parameters?: readonly { name: string; in: Field['where'] | 'header' }[] } | undefined }
    >;
  }>();
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const prefix = '/api/w/{workspace}';
    if (get === undefined || !path.startsWith(prefix)) return [];
    return (get.parameters ?? []).flatMap(({ name, in: where }) =>
      where === 'header' || name === 'workspace' ? [] : [{ path: path.slice(prefix.length), name, where }],
    );
  });
}
