import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { expect } from 'vitest';
import { IntakeWriter } from '../../packages/engine/src/collect/intake/intake-writer.js';
import type { Command } from '../../packages/engine/src/resolve/commands/command.js';
import { Projector } from '../../packages/engine/src/resolve/project/projector.js';
import { Resolver } from '../../packages/engine/src/resolve/worker/resolver.js';
import type { Analytics } from '../../packages/engine/src/store/analytics/analytics.js';
import { openAnalytics } from '../../packages/engine/src/store/analytics/open-analytics.js';
import { migrateAnalytics } from '../../packages/engine/src/store/analytics-schema/migrate-analytics.js';
import { type TestDatabase, testPostgres } from '../test-postgres.js';
import { analyticsRows } from './analytics-rows.js';
import { derivedRows } from './derived-rows.js';
import { type Delivery, deliveriesOf, IdentityWorkspace } from './identity-workspace.js';
import { type IdentityWorld, identityWorlds, isMessage } from './identity-world.js';
import { seeded, shuffled } from './seeded.js';
import { useRules, withRuleChanges } from './with-rule-changes.js';

export interface ChangedRulesFigures {
  readonly seed: number;
  readonly worlds: number;
  /** Worlds in which a change of the rules moved interactions from one identifier to another. */
  readonly moved: number;
  readonly undone: { readonly matches: number; readonly imports: number };
}

interface Case {
  readonly world: IdentityWorld;
  /** The rules change on the way. */
  readonly changing: IdentityWorkspace;
  /** The final rules hold from the start. */
  readonly steady: IdentityWorkspace;
}

const worldsAtOnce = 10;

/**
 * Sends generated worlds twice in the same order: once with changes of the rules strewn in, once into a workspace under the final rules from
 * the start. Every derived row and every row of the analytics engine must be the same, also after a match and an import were taken back in
 * both, and the rules of the first were changed and undone again.
 */
export async function checkChangedRules(given: { worlds: number; seed: number }): Promise<ChangedRulesFigures> {
  return withStores(async (stores) => {
    const worlds = fc.sample(identityWorlds, { numRuns: given.worlds, seed: given.seed });
    const figures = { moved: 0, matches: 0, imports: 0 };
    for (let from = 0; from < worlds.length; from += worldsAtOnce) {
      const cases: Case[] = [];
      for (const world of worlds.slice(from, from + worldsAtOnce)) cases.push(await prepare(stores, world));
      await stores.settle(cases);
      for (const one of cases) await named(one, 'changed rules', () => compare(stores, one));
      for (const one of cases) {
        const undone = await takeBack(one);
        figures.matches += undone.matches;
        figures.imports += undone.imports;
      }
      await stores.settle(cases);
      for (const one of cases) {
        await named(one, 'rules changed and undone after taking back', () => compare(stores, one));
        if (await hasMoved(one)) figures.moved += 1;
      }
    }
    const { moved, ...undone } = figures;
    return { ...given, moved, undone };
  });
}

async function prepare({ admin, intake }: Stores, world: IdentityWorld): Promise<Case> {
  const ruleSets = [world.ruleSet, ...world.earlierRuleSets];
  const random = seeded(world.seed);
  const changing = await IdentityWorkspace.create(admin, intake, ruleSets, 1 + Math.floor(random() * 3));
  const steady = await IdentityWorkspace.create(admin, intake, ruleSets, 1);
  const all = shuffled(deliveriesOf(world.inputs, random), random);
  await changing.appendInCuts(withRuleChanges(all, random), seeded(world.seed + 1));
  await steady.appendInCuts(all, seeded(world.seed + 2));
  return { world, changing, steady };
}

/** The same match and import go from both; the rules of one are others meanwhile. */
async function takeBack({ world, changing, steady }: Case): Promise<{ matches: number; imports: number }> {
  const random = seeded(world.seed + 3);
  const run = random() < 0.5 ? 1 : 2;
  const hasImport = random() < 0.6 && world.inputs.some((one) => isMessage(one) && one.import !== 0);
  const match = await steady.someMatch(world.seed);
  const version = 2 + Math.floor(random() * 2);
  for (const workspace of [changing, steady]) {
    const same = await workspace.someMatch(world.seed);
    expect(same?.key).toBe(match?.key);
    const commands: Command[] = [
      ...(same === undefined ? [] : [{ type: 'undo-match' as const, match: same.id, by: 'test' }]),
      ...(hasImport ? [{ type: 'undo-import' as const, import: run, by: 'test' }] : []),
    ];
    const undo = commands.map((command): Delivery => ({ type: 'command', command, atMs: Date.now() }));
    await workspace.append(workspace === steady ? undo : [useRules(version), ...undo, useRules(version), useRules(1)]);
  }
  return { matches: match === undefined ? 0 : 1, imports: hasImport ? 1 : 0 };
}

async function compare({ admin, analytics }: Stores, { changing, steady }: Case): Promise<void> {
  expect(await derivedRows(admin, changing.workspace)).toEqual(await derivedRows(admin, steady.workspace));
  for (const workspace of [changing, steady]) {
    expect(await workspace.ledgerDifference()).toBe(0);
    expect(await workspace.misplacedRows()).toBe(0);
  }
  const engine = analytics.client();
  const rows = await analyticsRows(admin, engine, changing.workspace);
  expect(rows).toEqual(await analyticsRows(admin, engine, steady.workspace));
  expect(rows.length).toBe(await changing.rowsInManifests());
}

async function hasMoved({ changing }: Case): Promise<boolean> {
  const read = await changing.admin.query('select from manifest where workspace = $1 and cardinality(replaces) > 0', [
    changing.workspace,
  ]);
  return (read.rowCount ?? 0) > 0;
}

interface Stores {
  readonly admin: pg.Client;
  readonly intake: IntakeWriter;
  readonly analytics: Analytics;
  settle(cases: readonly Case[]): Promise<void>;
}

async function withStores<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const postgres = await testPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'throughline-rules-'));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const analytics = await openAnalytics({ dataFolder: folder, log });
  const admin = new pg.Client({ connectionString: postgres.urls.owner });
  const pool = new pg.Pool({ connectionString: postgres.urls.worker, max: 3 });
  const intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
  const options = { gapMs: 0, graceMs: 0, foldAtLeast: 0, leaseMs: 300 };
  const projector = new Projector({ pool, analytics, log, clock: Date.now, ...options });
  try {
    await migrateAnalytics(analytics.client());
    await admin.connect();
    return await work({
      admin,
      intake,
      analytics,
      async settle(cases) {
        await resolveAll(postgres, cases, projector);
        while ((await projector.step()) === 'worked' || !(await isProjected(admin)));
      },
    });
  } finally {
    await projector.stop();
    await pool.end();
    await intake.close();
    await analytics.stop();
    await admin.end();
    await rm(folder, { recursive: true, force: true });
    await postgres.drop();
  }
}

/** One worker after another, each with batches of another size; the analytics engine is filled in between. */
async function resolveAll(postgres: TestDatabase, cases: readonly Case[], projector: Projector): Promise<void> {
  const errors: unknown[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => errors.push(fields) };
  for (let life = 0; ; life += 1) {
    const resolver = new Resolver({
      url: postgres.urls.worker,
      owner: randomUUID(),
      log,
      now: Date.now,
      batchRows: 1 + ((life * 3) % 8),
    });
    try {
      for (let step = 0; step < 5; step += 1) await resolver.step();
      if (life % 2 === 1) await projector.step();
    } finally {
      await resolver.stop();
    }
    expect(errors).toEqual([]);
    const all = cases.flatMap(({ changing, steady }) => [changing, steady]);
    let isResolved = true;
    for (const workspace of all) isResolved = isResolved && (await workspace.isResolved());
    if (isResolved) return;
  }
}

async function isProjected(admin: pg.Client): Promise<boolean> {
  const behind = await admin.query(
    `select from consumer c join resolve_head h using (workspace) where c.name = 'project' and c."offset" < h.next_batch - 1`,
  );
  return behind.rowCount === 0;
}

/** Says which world failed: it can be made again from the seed of the run. */
async function named({ world, changing, steady }: Case, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.log(
      `${what}, world ${world.seed} (workspaces ${changing.workspace}, ${steady.workspace}):`,
      JSON.stringify(world),
    );
    throw error;
  }
}
