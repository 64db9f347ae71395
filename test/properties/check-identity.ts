import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { expect } from 'vitest';
import { IntakeWriter } from '../../packages/engine/src/collect/intake/intake-writer.js';
import type { Command } from '../../packages/engine/src/resolve/commands/command.js';
import { testPostgres } from '../test-postgres.js';
import { derivedRows } from './derived-rows.js';
import { type ExpectedPersons, expectedPersons } from './expected-persons.js';
import { type Delivery, deliveriesOf, IdentityWorkspace } from './identity-workspace.js';
import { type IdentityWorld, identityWorlds, isMessage } from './identity-world.js';
import { type Death, ResolverCrew } from './resolver-crew.js';
import { seeded, shuffled } from './seeded.js';
import { withRuleChanges } from './with-rule-changes.js';

export interface IdentityFigures {
  readonly seed: number;
  readonly worlds: number;
  /** Share of worlds in which a rule refuses at least one join. */
  readonly shareWithRefusals: number;
  /** Share of worlds in which an identifier is seen with too many people. */
  readonly shareWithHubs: number;
  readonly processes: number;
  readonly kills: Readonly<Record<Death, number>>;
  readonly undone: { readonly imports: number; readonly decisions: number; readonly matches: number };
}

interface Case {
  readonly world: IdentityWorld;
  readonly expected: ExpectedPersons;
  readonly undo: Undo | undefined;
  /** Two orders of the same, and what stays after the undo. */
  readonly one: IdentityWorkspace;
  readonly other: IdentityWorkspace;
  readonly without: IdentityWorkspace;
}

interface Undo {
  readonly kind: 'import' | 'decision';
  readonly command: Command;
  /** Whether a delivery is part of what is taken back. */
  takes(delivery: Delivery): boolean;
}

const worldsAtOnce = 10;

/**
 * Sends generated worlds through intake and four resolver processes, each world twice in another order and other cuts, kills a resolver in
 * one of three worlds, and compares: with core's answer for the whole set, the orders with each other, and, after an import or a decision
 * was taken back, every derived row with a workspace that never had it.
 */
export async function checkIdentity({ worlds, seed }: { worlds: number; seed: number }): Promise<IdentityFigures> {
  const postgres = await testPostgres();
  const admin = new pg.Client({ connectionString: postgres.urls.owner });
  await admin.connect();
  const intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
  const random = seeded(seed);
  const crew = new ResolverCrew(postgres.urls.worker, random);
  const figures = { refusing: 0, withHubs: 0, imports: 0, decisions: 0, matches: 0 };
  try {
    const generated = fc.sample(identityWorlds, { numRuns: worlds, seed });
    for (let from = 0; from < worlds; from += worldsAtOnce) {
      const cases: Case[] = [];
      for (const world of generated.slice(from, from + worldsAtOnce)) cases.push(await prepare(world, admin, intake));
      await feed(cases, crew, random, from);
      await settled(cases, crew);
      for (const one of cases) await named(one, 'order', () => compareOrders(one));
      for (const { undo, one } of cases)
        if (undo !== undefined) await one.append([{ type: 'command', command: undo.command, atMs: Date.now() }]);
      const matches: (string | undefined)[] = [];
      for (const { other, world } of cases) {
        const match = await other.someMatch(world.seed);
        matches.push(match?.key);
        if (match === undefined) continue;
        const command: Command = { type: 'undo-match', match: match.id, by: 'test' };
        await other.append([{ type: 'command', command, atMs: Date.now() }]);
      }
      await settled(cases, crew);
      for (const [at, one] of cases.entries()) {
        const key = matches[at];
        if (key !== undefined) {
          figures.matches += 1;
          await named(one, `undo of match ${key}`, () => compareWithout(one, key));
        }
        if (one.expected.refused.length > 0) figures.refusing += 1;
        if (one.expected.hubs > 0) figures.withHubs += 1;
        if (one.undo === undefined) continue;
        figures[one.undo.kind === 'import' ? 'imports' : 'decisions'] += 1;
        await named(one, 'undo', () => compareUndone(one));
      }
    }
    return {
      seed,
      worlds,
      shareWithRefusals: figures.refusing / worlds,
      shareWithHubs: figures.withHubs / worlds,
      processes: crew.size,
      kills: crew.deaths,
      undone: { imports: figures.imports, decisions: figures.decisions, matches: figures.matches },
    };
  } finally {
    await crew.stop();
    await intake.close();
    await admin.end();
    await postgres.drop();
  }
}

async function prepare(world: IdentityWorld, admin: pg.Client, intake: IntakeWriter): Promise<Case> {
  const ruleSets = [world.ruleSet, ...world.earlierRuleSets];
  const create = (inForce: number) => IdentityWorkspace.create(admin, intake, ruleSets, inForce);
  return {
    world,
    expected: expectedPersons(world.inputs, world.ruleSet),
    undo: undoOf(world),
    one: await create(1),
    other: await create(2),
    without: await create(1),
  };
}

/** Each workspace gets the same in an order and cuts of its own; the second learns of the rules on the way, and of others before. */
async function feed(cases: readonly Case[], crew: ResolverCrew, random: () => number, from: number): Promise<void> {
  const deaths: readonly Death[] = ['now', 'resolve.applied', 'resolve.committed'];
  const feeding = cases.map(({ world, one, other, without, undo }) => {
    const all = deliveriesOf(world.inputs, seeded(world.seed));
    const first = shuffled(all, seeded(world.seed + 1));
    // With both imports left, which of them holds what both brought depends on the order: it is kept then.
    const rest = undo?.kind === 'import' ? shuffled(all, seeded(world.seed + 6)) : first;
    const kept = rest.filter((delivery) => undo?.takes(delivery) !== true);
    const mixed = withRuleChanges(shuffled(all, seeded(world.seed + 2)), seeded(world.seed + 3));
    return [
      one.appendInCuts(first, seeded(world.seed + 4)),
      other.appendInCuts(mixed, seeded(world.seed + 5)),
      without.appendInCuts(kept, seeded(world.seed + 7)),
    ];
  });
  for (const [at, { one, other }] of cases.entries()) {
    if ((from + at) % 3 !== 0) continue;
    await pause(random() * 100);
    const death = deaths[((from + at) / 3) % deaths.length] ?? 'now';
    crew.kill(death, await (random() < 0.5 ? one : other).owner());
  }
  await Promise.all(feeding.flat());
}

async function settled(cases: readonly Case[], crew: ResolverCrew): Promise<void> {
  const waiting = new Set(cases.flatMap(({ one, other, without }) => [one, other, without]));
  const untilMs = Date.now() + 300_000;
  while (waiting.size > 0) {
    for (const workspace of waiting) if (await workspace.isResolved()) waiting.delete(workspace);
    if (Date.now() > untilMs) {
      const worlds = cases.filter(({ one, other, without }) => [one, other, without].some((each) => waiting.has(each)));
      throw new Error(
        `not resolved: ${worlds.map(({ world }) => world.seed).join(', ')}\n${[...new Set(crew.errors)].slice(-5).join('\n')}`,
      );
    }
    await pause(25);
  }
}

async function compareOrders({ one, other, expected }: Case): Promise<void> {
  for (const workspace of [one, other]) {
    expect(await workspace.persons()).toEqual(expected.persons);
    expect(await workspace.refused()).toEqual(expected.refused);
    expect(await workspace.ledgerDifference()).toBe(0);
    expect(await workspace.misplacedRows()).toBe(0);
  }
}

/** One match of the second order is taken back; what its messages recorded stays under their identifiers. */
async function compareWithout({ other, world }: Case, key: string): Promise<void> {
  const expected = expectedPersons(world.inputs, world.ruleSet, key);
  expect(await other.persons()).toEqual(expected.persons);
  expect(await other.refused()).toEqual(expected.refused);
  expect(await other.misplacedRows()).toBe(0);
}

async function compareUndone({ one, without }: Case): Promise<void> {
  expect(await derivedRows(one.admin, one.workspace)).toEqual(await derivedRows(without.admin, without.workspace));
  expect(await one.ledgerDifference()).toBe(0);
  expect(await one.misplacedRows()).toBe(0);
}

/** An import or a decision of the world, if it has any. */
function undoOf(world: IdentityWorld): Undo | undefined {
  const random = seeded(world.seed + 8);
  const run = random() < 0.5 ? 1 : 2;
  const decision = shuffled(
    world.inputs.filter((one) => !isMessage(one)),
    random,
  )[0];
  const hasImport = world.inputs.some((one) => isMessage(one) && one.import === run);
  if (decision !== undefined && (!hasImport || random() < 0.4)) {
    return {
      kind: 'decision',
      command:
        decision.type === 'settle'
          ? { type: 'undo-settled-trait', id: decision.id, by: 'test' }
          : { type: 'undo-match', match: decision.id, by: 'test' },
      takes: (delivery) =>
        delivery.type === 'command' && 'id' in delivery.command && delivery.command.id === decision.id,
    };
  }
  if (!hasImport) return undefined;
  return {
    kind: 'import',
    command: { type: 'undo-import', import: run, by: 'test' },
    takes: (delivery) => delivery.type === 'message' && delivery.import === run,
  };
}

/** Says which world failed: it can be made again from the seed of the run. */
async function named(one: Case, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.log(
      `${what} of world ${one.world.seed} (workspaces ${one.one.workspace}, ${one.other.workspace}, ${one.without.workspace}):`,
      JSON.stringify({
        undo: one.undo?.command,
        inputs: one.world.inputs,
        namespaces: one.world.ruleSet.namespaces,
        maxEdges: one.world.ruleSet.maxEdges,
      }),
    );
    throw error;
  }
}
