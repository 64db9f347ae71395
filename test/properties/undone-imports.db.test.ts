import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRuleSet } from '../../packages/core/src/resolve/default-rule-set.js';
import { IntakeWriter } from '../../packages/engine/src/collect/intake/intake-writer.js';
import { Resolver } from '../../packages/engine/src/resolve/worker/resolver.js';
import { type TestPostgres, testPostgres } from '../test-postgres.js';
import { derivedRows } from './derived-rows.js';
import { type Delivery, IdentityWorkspace } from './identity-workspace.js';
import { seeded } from './seeded.js';

interface Brought {
  readonly run: 1 | 2 | 3;
  readonly key: string;
  readonly content: string;
  readonly user: string;
}

interface Case {
  readonly brought: readonly Brought[];
  readonly undone: readonly number[];
  readonly seed: number;
}

/** Three imports that bring few ids with few contents, again and again, within one and across them. */
const cases: fc.Arbitrary<Case> = fc.record({
  brought: fc.array(
    fc.record({
      run: fc.constantFrom(1 as const, 2 as const, 3 as const),
      key: fc.constantFrom('m1', 'm2', 'm3'),
      content: fc.constantFrom('store', 'web', 'app'),
      user: fc.constantFrom('u1', 'u1', 'u2'),
    }),
    { minLength: 4, maxLength: 14 },
  ),
  undone: fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 2 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
});

let postgres: TestPostgres;
let admin: pg.Client;
let intake: IntakeWriter;

beforeAll(async () => {
  postgres = await testPostgres();
  admin = new pg.Client({ connectionString: postgres.urls.owner });
  await admin.connect();
  intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
});
afterAll(async () => {
  await intake.close();
  await admin.end();
});

it('imports that are taken back leave what the others would have been without them, whatever ids and contents they shared', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`undone imports: seed ${seed}`);
  const errors: unknown[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => errors.push(fields) };
  const generated = fc.sample(cases, { numRuns: 150, seed });
  const pairs = [];
  for (const each of generated) {
    const undone = await IdentityWorkspace.create(admin, intake, [defaultRuleSet]);
    const without = await IdentityWorkspace.create(admin, intake, [defaultRuleSet]);
    const random = seeded(each.seed);
    const undo = each.undone.map(
      (run): Delivery => ({
        type: 'command',
        command: { type: 'undo-import', import: run, by: 'test' },
        atMs: Date.now(),
      }),
    );
    await undone.appendInCuts(each.brought.map(delivered), random);
    await undone.append(undo);
    await without.append(each.brought.filter(({ run }) => !each.undone.includes(run)).map(delivered));
    pairs.push({ each, undone, without });
  }
  const batchRows = 1 + (seed % 7);
  const resolver = new Resolver({
    url: postgres.urls.worker,
    owner: crypto.randomUUID(),
    log,
    now: Date.now,
    batchRows,
  });
  while ((await resolver.step()) === 'worked');
  await resolver.stop();
  expect(errors).toEqual([]);
  for (const { each, undone, without } of pairs) {
    const told = `${JSON.stringify(each)} in batches of ${batchRows}`;
    expect(await derivedRows(admin, undone.workspace), told).toEqual(await derivedRows(admin, without.workspace));
    expect(await undone.ledgerDifference(), told).toBe(0);
    expect(await undone.misplacedRows(), told).toBe(0);
  }
}, 300_000);

function delivered({ run, key, content, user }: Brought): Delivery {
  return {
    type: 'message',
    import: run,
    message: {
      type: 'track',
      id: key,
      source: 2,
      import: run,
      isPublic: false,
      atMs: Date.UTC(2026, 4, 1),
      named: { user, anonymous: undefined, email: undefined, card: undefined, phone: undefined },
      channel: content,
    },
  };
}
