import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { createWorkspace } from '../../govern/workspaces/create-workspace.js';
import { IntakeWriter } from './intake-writer.js';
import { authority, type LogRow, logKind } from './log-row.js';

let postgres: TestPostgres;
let admin: pg.Pool;
let intake: IntakeWriter;

beforeAll(async () => {
  postgres = await testPostgres();
  admin = new pg.Pool({ connectionString: postgres.urls.worker, max: 2 });
  intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
});
afterAll(async () => {
  await intake?.close();
  await admin?.end();
  await postgres?.drop();
});

const json = fc.json().map((text) => text.replaceAll('\\u0000', ''));
const row: fc.Arbitrary<LogRow> = fc.record({
  source: fc.integer({ min: 0, max: 5 }),
  import: fc.constantFrom(0, 3),
  kind: fc.constantFrom(logKind.track, logKind.identify),
  authority: fc.constantFrom(authority.publicKey, authority.serverKey),
  message: fc.uuid(),
  content: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  occurredAtMs: fc.integer({ min: Date.UTC(2000), max: Date.UTC(2040) }),
  timeFlags: fc.integer({ min: 0, max: 200 }),
  replayed: fc.boolean(),
  envelope: fc.option(json, { nil: null }),
  body: json,
});

it('every row of every request that shares a group is stored as it was given, in order, under dense offsets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), async (requests) => {
      const workspace = await newWorkspace();
      const appended = await Promise.all(requests.map((rows) => intake.append({ workspace, rows, setAside: [] })));
      const stored = await admin.query(
        `select "offset"::float8 as "offset", source, import, kind, authority, message, content::text as content,
           (extract(epoch from occurred_at) * 1000)::float8 as "occurredAtMs", time_flags as "timeFlags", replayed, envelope, body
         from intake where workspace = $1 order by intake."offset"`,
        [workspace],
      );
      const given = requests.flat();
      expect(stored.rows).toEqual(given.map((one, at) => ({ offset: at + 1, ...one })));
      let last = 0;
      requests.forEach((rows, at) => {
        last += rows.length;
        expect(appended[at]?.lastOffset).toBe(rows.length === 0 ? null : BigInt(last));
      });
    }),
    { numRuns: 40 },
  );
});

it('requests of several workspaces in one group keep apart, each with offsets of its own', async () => {
  const [one, other] = [await newWorkspace(), await newWorkspace()];
  const [sample] = fc.sample(fc.array(row, { minLength: 3, maxLength: 3 }), 1);
  const rows = sample ?? [];
  await Promise.all([one, other, one].map((workspace) => intake.append({ workspace, rows, setAside: [] })));
  const counted = await admin.query(
    `select workspace, count(*)::integer as rows, max("offset")::integer as last from intake
     where workspace = any($1) group by workspace order by workspace`,
    [[one, other]],
  );
  expect(counted.rows).toEqual([
    { workspace: one, rows: 6, last: 6 },
    { workspace: other, rows: 3, last: 3 },
  ]);
});

async function newWorkspace(): Promise<number> {
  const client = await admin.connect();
  try {
    const place = { country: 'DE', zone: 'UTC', currency: 'EUR', language: 'en', weekStartsOn: 1 } as const;
    return (await createWorkspace(client, { name: randomUUID(), ...place }, Date.now())).workspace;
  } finally {
    client.release();
  }
}
