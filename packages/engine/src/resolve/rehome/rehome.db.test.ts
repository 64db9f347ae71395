import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { singleItem } from '@throughline/core/collect/json-items';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import type { NamespaceRule } from '@throughline/core/resolve/namespace-rule';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProjectionWorld } from '../../../../../test/projection-world.js';
import { analyticsRows } from '../../../../../test/properties/analytics-rows.js';
import { derivedRows } from '../../../../../test/properties/derived-rows.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { IntakeWriter } from '../../collect/intake/intake-writer.js';
import { authority } from '../../collect/intake/log-row.js';
import { receiveMessages } from '../../collect/intake/receive-messages.js';
import { Resolver, type ResolverOptions } from '../worker/resolver.js';

const dayMs = 86_400_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const anonymous = defaultRuleSet.namespaces.anonymous_id as NamespaceRule;
/** Under these everything that names a browser is recorded under it. */
const browsersFirst: RuleSet = {
  ...defaultRuleSet,
  namespaces: { ...defaultRuleSet.namespaces, anonymous_id: { ...anonymous, priority: 500 } },
};

let world: ProjectionWorld;
let admin: pg.Client;
let folder: string;

beforeAll(async () => {
  world = await ProjectionWorld.open(await testPostgres(), 11);
  await world.resolver.stop();
  admin = new pg.Client({ connectionString: world.database.urls.owner });
  await admin.connect();
  folder = await mkdtemp(join(tmpdir(), 'throughline-rehome-'));
});
afterAll(async () => {
  await admin?.end();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A workspace whose rules of version 1 put browsers first; version 2 is what it started with. */
async function open(name: string): Promise<number> {
  const workspace = await world.workspace(name);
  for (const [version, document] of [
    [1, browsersFirst],
    [2, defaultRuleSet],
  ])
    await admin.query(`insert into rule_set (workspace, version, document, created_by) values ($1, $2, $3, 'test')`, [
      workspace,
      version,
      JSON.stringify(document),
    ]);
  return workspace;
}

/** Appends messages as if they came `daysAgo` days ago. */
async function send(workspace: number, bodies: readonly object[], daysAgo = 0): Promise<void> {
  const at = Date.now() - daysAgo * dayMs;
  const timestamp = new Date(at).toISOString();
  const items = bodies.flatMap((body) => {
    const read = singleItem(JSON.stringify({ messageId: randomUUID(), timestamp, ...body }));
    return read.type === 'items' ? read.items : [];
  });
  const from = { source: 1, zone: 'UTC', authority: authority.serverKey, import: 0, receivedAtMs: at };
  const { rows } = receiveMessages(items, from);
  expect(rows).toHaveLength(bodies.length);
  const intake = new IntakeWriter({ url: world.database.urls.intake, now: () => at, hasRoom: () => true });
  await intake.append({ workspace, rows, setAside: [] });
  await intake.close();
}

const useRules = (workspace: number, version: number): Promise<void> =>
  world.command(workspace, { type: 'use-rules', version, by: 'test' });

/** Resolves and projects all there is. */
async function settle(options: Partial<ResolverOptions> = {}, projector = world.projector()): Promise<void> {
  const errors: unknown[] = [];
  const log = { ...silent, error: (fields: object) => errors.push(fields) };
  const url = world.database.urls.worker;
  const resolver = new Resolver({ url, owner: randomUUID(), log, now: Date.now, ...options });
  while ((await resolver.step()) === 'worked');
  await resolver.stop();
  expect(errors).toEqual([]);
  await world.projectAll(projector);
  await projector.stop();
}

async function everything(workspace: number): Promise<Readonly<Record<string, readonly string[]>>> {
  return {
    ...(await derivedRows(admin, workspace)),
    analytics: await analyticsRows(admin, world.analytics.client(), workspace),
  };
}

it('what is moved means what it meant when it came, however its source is set by now', async () => {
  const workspace = await open('Settings');
  const who = { anonymousId: 'a1', context: { traits: { phone: '030 12345678' } } };
  await send(workspace, [
    { type: 'track', event: 'Ordered', ...who },
    { type: 'identify', anonymousId: 'a1', traits: { phone: '030 12345678', city: 'Berlin' } },
    { type: 'group', groupId: 'g1', ...who },
  ]);
  await settle();
  const before = await everything(workspace);
  expect(before.claim?.some((row) => row.includes('phone=+493012345678') && row.includes('Berlin'))).toBe(true);
  await admin.query(
    `update source set country = 'FR', groups = 'household', channel = 'store' where workspace = $1 and source = 1`,
    [workspace],
  );
  await useRules(workspace, 1);
  await settle();
  const moved = await everything(workspace);
  for (const table of ['claim', 'node_activity', 'unit_member', 'analytics'] as const) {
    expect(moved[table]?.length).toBe(before[table]?.length);
    for (const row of moved[table] ?? []) expect(row).toContain('anonymous_id=a1');
  }
  await useRules(workspace, 2);
  await settle();
  expect(await everything(workspace)).toEqual(before);
});

it('days that left the log are moved from the archive', async () => {
  const workspace = await open('Archived');
  for (let n = 0; n < 12; n += 1) {
    const who = { anonymousId: `a${n % 3}`, userId: `u${n % 4}` };
    const bodies = [
      { type: 'track', event: 'Ordered', ...who },
      { type: 'identify', ...who, traits: { city: `c${n}` } },
    ];
    await send(workspace, bodies, n < 9 ? 20 : 0);
  }
  await settle();
  const { interactions: _, ...before } = await everything(workspace);
  const archiving = world.projector({ archive: { folder, keepDays: 8, limits: { rows: 5, chars: 1_000_000 } } });
  const inLog = async (): Promise<number> =>
    (await admin.query('select from intake where workspace = $1', [workspace])).rowCount ?? 0;
  await expect.poll(async () => archiving.step().then(inLog), { timeout: 60_000, interval: 5 }).toBe(6);
  await archiving.stop();
  const archive = { engine: world.analytics.client(), folder };
  for (const version of [1, 2]) {
    await useRules(workspace, version);
    await settle({ archive }, world.projector({ archive: { folder, keepDays: 800 } }));
    const { interactions: __, ...after } = await everything(workspace);
    if (version === 2) expect(after).toEqual(before);
    else for (const row of after.analytics ?? []) expect(row).toContain('| anonymous_id=');
  }
});

it('so many batches that the engine is rebuilt end with the same rows by person', async () => {
  const workspace = await open('Rebuilt');
  const orders = (count: number): object[] =>
    Array.from({ length: count }, (_, n) => ({
      type: 'track',
      event: 'Ordered',
      anonymousId: `a${n % 9}`,
      userId: `u${n % 7}`,
    }));
  await send(workspace, orders(510));
  await settle({ batchRows: 1 });
  expect(await world.held(workspace)).toEqual(await world.truth(workspace));
  await useRules(workspace, 1);
  await settle();
  const removing = await admin.query('select from manifest where workspace = $1 and removes', [workspace]);
  expect(removing.rowCount).toBe(0);
  const truth = await world.truth(workspace);
  expect(truth.length).toBeGreaterThan(500);
  expect(await world.held(workspace)).toEqual(truth);
}, 120_000);

it('rules change in the end although that takes longer than a lease, and others wait for the workspace', async () => {
  const workspace = await open('Held');
  await world.append(workspace, world.messages(1_000));
  await settle();
  await useRules(workspace, 1);
  const url = world.database.urls.worker;
  const workers = ['one', 'other'].map(
    () => new Resolver({ url, owner: randomUUID(), log: silent, now: Date.now, leaseMs: 40 }),
  );
  const isResolved = async (): Promise<boolean> => {
    const read = await admin.query(
      `select from consumer c join intake_head h using (workspace)
       where c.workspace = $1 and c.name = 'resolve' and c."offset" = h.next_offset - 1`,
      [workspace],
    );
    return read.rowCount === 1;
  };
  let done = false;
  await Promise.all(
    workers.map(async (worker) => {
      while (!done) {
        await worker.step();
        done = done || (await isResolved());
      }
      await worker.stop();
    }),
  );
  expect((await admin.query('select from moved_message where workspace = $1', [workspace])).rowCount).toBe(0);
}, 20_000);
