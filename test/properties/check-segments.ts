import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { expect } from 'vitest';
import { judgeCondition } from '../../packages/core/src/understand/segments/judge-condition.js';
import {
  conditions,
  historiesOf,
  referredId,
  world,
} from '../../packages/core/src/understand/segments/segment-cases.generated-cases.js';
import { openAnalytics } from '../../packages/engine/src/store/analytics/open-analytics.js';
import { migrateAnalytics } from '../../packages/engine/src/store/analytics-schema/migrate-analytics.js';
import { findMembers } from '../../packages/engine/src/understand/segments/find-members.js';
import type { TestDatabase } from '../test-postgres.js';
import { storeWorld } from './segment-world.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface SegmentFigures {
  /** Conditions asked, and persons judged by one. */
  readonly conditions: number;
  readonly judged: number;
  /** Of the judged, those who were in. */
  readonly members: number;
  /** Interactions that a move gave to somebody else. */
  readonly moved: number;
}

/** Asks the same of core, person by person, and of the stores, for everybody at once; throws where the answers differ. */
export async function checkSegments(
  database: TestDatabase,
  given: { readonly worlds: number; readonly conditionsOfWorld: number; readonly seed: number },
): Promise<SegmentFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-segments-'));
  const analytics = await openAnalytics({ dataFolder: folder, log: silent });
  const owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  const figures = { conditions: 0, judged: 0, members: 0, moved: 0 };
  try {
    await migrateAnalytics(analytics.client());
    const asked = fc.array(conditions, {
      ...{ minLength: given.conditionsOfWorld, maxLength: given.conditionsOfWorld },
    });
    await fc.assert(
      fc.asyncProperty(world, asked, async (generated, documents) => {
        const workspace = await storeWorld(owner, analytics.client(), generated);
        const histories = historiesOf(generated);
        figures.moved += generated.interactions.filter(({ node }) => generated.nodes[node]?.moves.length !== 0).length;
        // Of all documents the first says what the others may refer to.
        const segments = new Map(documents.slice(0, 1).map(({ referred }) => [referredId, referred]));
        const { momentMs, zone, weekStartsOn } = generated;
        const asking = documents.map(({ condition }) => condition);
        const answers = await findMembers(analytics, owner, workspace, { conditions: asking, segments, momentMs });
        const frame = { momentMs, zone, weekStartsOn, segments };
        for (const [at, condition] of asking.entries()) {
          const found = histories.map((_, index) =>
            [answers[at]?.customers, answers[at]?.visitors].map((set) => set?.has(index + 1)),
          );
          const expected = histories.map((person, index) => {
            const isIn = judgeCondition(condition, person, frame).holds;
            const isCustomer = generated.persons[index]?.recognised === true;
            return [isIn && isCustomer, isIn && !isCustomer];
          });
          expect(found, JSON.stringify({ condition, segments: [...segments.values()] })).toEqual(expected);
          figures.conditions += 1;
          figures.judged += expected.length;
          figures.members += expected.filter((one) => one.includes(true)).length;
        }
      }),
      { numRuns: given.worlds, seed: given.seed, endOnFailure: true },
    );
    return figures;
  } finally {
    await owner.end();
    await analytics.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
