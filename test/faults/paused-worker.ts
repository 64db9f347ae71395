import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import pg from 'pg';
import { IntakeWriter } from '../../packages/engine/src/collect/intake/intake-writer.js';
import { IdentityWorkspace } from '../properties/identity-workspace.js';
import { ResolverCrew } from '../properties/resolver-crew.js';
import { seeded } from '../properties/seeded.js';
import type { TestPostgres } from '../test-postgres.js';

export interface PauseFigures {
  readonly pauses: number;
  /** Batches that were refused for their stale fence: at least one a pause, and those whose lease ran out while they waited for the paused one. */
  readonly refused: number;
  /** How often the workspace changed hands. */
  readonly takenOver: number;
  readonly sent: number;
  readonly counted: number;
  readonly inManifests: number;
  readonly unaccounted: number;
}

const leaseMs = 500;

/**
 * Stops one of two resolvers with a batch written but not committed, for twice its lease, and lets it go on. The other has taken the workspace
 * by then and raised the fence, so the batch must be refused, and applied once by the other.
 */
export async function pauseWorkers(postgres: TestPostgres, pauses: number, seed: number): Promise<PauseFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pause-'));
  const order = join(folder, 'fault');
  const admin = new pg.Client({ connectionString: postgres.urls.owner });
  await admin.connect();
  const intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
  const crew = new ResolverCrew(postgres.urls.worker, seeded(seed), {
    size: 2,
    leaseMs,
    isSteady: true,
    environment: { THROUGHLINE_FAULT_FILE: order },
  });
  try {
    const workspace = await IdentityWorkspace.create(admin, intake, [defaultRuleSet]);
    const firstFence = await workspace.fence();
    let sent = 0;
    for (let round = 0, tries = 0; round < pauses; tries += 1) {
      if (tries > 3 * pauses) throw new Error(`only ${round} of ${tries} stopped workers owned the workspace`);
      const fence = await workspace.fence();
      const refusedBefore = crew.refused;
      writeFileSync(`${order}.next`, 'resolve.written 0 SIGSTOP');
      renameSync(`${order}.next`, order);
      const count = 5;
      await workspace.append(
        Array.from({ length: count }, () => ({ type: 'message' as const, import: 0, message: visit(sent++) })),
      );
      await until(
        () => !existsSync(order),
        () => `no batch came by in round ${round}: ${crew.errors.slice(-2).join(' ')}`,
      );
      await pause(2 * leaseMs);
      // On a very busy machine the one that was stopped may have lost its lease before: then it is the owner who goes on.
      const isTaken = async () => (await workspace.fence()) > fence;
      await until(async () => (await isTaken()) || (await workspace.isResolved()), 'nobody took the workspace over');
      const counts = await isTaken();
      crew.signal('SIGCONT');
      await until(() => workspace.isResolved(), `not resolved: ${crew.errors.slice(-3).join('\n')}`);
      if (!counts) continue;
      await until(() => crew.refused > refusedBefore, 'the stale batch was not refused');
      round += 1;
    }
    const counted = await workspace.persons();
    return {
      pauses,
      refused: crew.refused,
      takenOver: (await workspace.fence()) - firstFence,
      sent,
      counted: counted.reduce((sum, person) => sum + person.interactions, 0),
      inManifests: await workspace.rowsInManifests(),
      unaccounted: await workspace.ledgerDifference(),
    };
  } finally {
    crew.signal('SIGCONT');
    await crew.stop();
    await intake.close();
    await admin.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function visit(n: number) {
  const named = { user: `u${n % 7}`, anonymous: `a${n % 3}`, email: undefined, card: undefined, phone: undefined };
  return {
    type: 'track' as const,
    id: `p${n}`,
    source: 1 as const,
    import: 0 as const,
    isPublic: false,
    atMs: Date.UTC(2026, 4, 1) + n,
    named,
    channel: 'web',
  };
}

async function until(isSo: () => boolean | Promise<boolean>, otherwise: string | (() => string)): Promise<void> {
  const untilMs = Date.now() + 45_000;
  while (!(await isSo())) {
    if (Date.now() > untilMs) throw new Error(typeof otherwise === 'string' ? otherwise : otherwise());
    await pause(3);
  }
}
