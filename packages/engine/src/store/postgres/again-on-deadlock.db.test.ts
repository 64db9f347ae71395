import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { againOnDeadlock } from './again-on-deadlock.js';
import { inTransaction } from './in-transaction.js';

let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: (await testPostgres()).urls.worker, max: 2 });
});
afterAll(async () => {
  await pool?.end();
});

it('of two transactions that wait for each other in a circle one is run again, and both commit', async () => {
  let holding = 0;
  let bothHold: () => void = () => undefined;
  const circle = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  let runs = 0;
  const locking = (first: number, second: number) =>
    againOnDeadlock(() =>
      inTransaction(pool, async (client) => {
        runs += 1;
        await client.query('select pg_advisory_xact_lock($1)', [first]);
        holding += 1;
        if (holding === 2) bothHold();
        await circle;
        await client.query('select pg_advisory_xact_lock($1)', [second]);
        return first;
      }),
    );
  expect(await Promise.all([locking(1, 2), locking(2, 1)])).toEqual([1, 2]);
  expect(runs).toBe(3);
});

it('any other error is thrown at once', async () => {
  let runs = 0;
  const failing = againOnDeadlock(() =>
    inTransaction(pool, (client) => {
      runs += 1;
      return client.query('select 1 / 0');
    }),
  );
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(runs).toBe(1);
});
