import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await testPostgres();
});
afterAll(async () => {
  await postgres?.drop();
});

it('two that begin a day at once both have it, though the second looked before the first was done', async () => {
  const first = new pg.Client({ connectionString: postgres.urls.worker });
  const second = new pg.Client({ connectionString: postgres.urls.intake });
  await Promise.all([first.connect(), second.connect()]);
  try {
    await first.query('begin');
    await first.query("select ensure_log_day('2031-03-01')");
    const waiting = second.query("select ensure_log_day('2031-03-01')");
    await expect
      .poll(
        async () => (await first.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount,
      )
      .toBe(1);
    await first.query('commit');
    await waiting;
    const { rows } = await first.query(
      `select to_regclass('intake_20310301') is not null as log, has_table_privilege($1, 'intake_20310301', 'insert') as writable`,
      [new URL(postgres.urls.intake).username],
    );
    expect(rows).toEqual([{ log: true, writable: true }]);
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
});
