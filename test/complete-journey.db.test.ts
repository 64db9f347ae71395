import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withOwnerSession } from '../packages/engine/src/store/backup/owner-session.js';
import { type RunningThroughline, startThroughline } from './start-throughline.js';

/*
 * The grocery data of Complete Journey (CC0), imported by the command line with the mappings of examples/complete-journey, into a whole
 * Throughline. The figures were counted from the files by other means.
 */

const data = join(process.env.THROUGHLINE_DATASETS ?? '', 'completejourney');
const isThere = (process.env.THROUGHLINE_DATASETS ?? '') !== '' && existsSync(join(data, 'campaigns.csv'));
const maps = fileURLToPath(new URL('../examples/complete-journey/', import.meta.url));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Counts {
  readonly import: string;
  readonly read: number;
  readonly interactions: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly setAside: number;
}

let running: RunningThroughline;
const imports: string[] = [];

const importFile = async (file: string, map: string, ...more: string[]): Promise<Counts> => {
  const args = ['import', join(data, file), '--map', join(maps, map), '--create-source', '--json', ...more];
  return JSON.parse((await running.cli(args)).stdout) as Counts;
};
/** One row of numbers, read beside the running server. */
const numbers = (sql: string) =>
  withOwnerSession({ dataFolder: running.dataFolder, log: silent }, async (client) => {
    const [row] = (await client.query<Record<string, string>>(sql)).rows;
    return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
  });

if (!isThere)
  console.log('not run: the Complete Journey data; THROUGHLINE_DATASETS names no folder that holds completejourney/');

describe.skipIf(!isThere)('the Complete Journey data', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    running = await startThroughline({ admin: { email: 'ada@example.com', password: 'correct horse battery' } });
  });
  afterAll(() => running?.stop());

  it('becomes 54,980 interactions of 2,379 households', async () => {
    const campaigns = await importFile('campaigns.csv', 'campaigns.yaml');
    expect(campaigns).toMatchObject({ read: 6_589, interactions: 6_589, accepted: 6_589, duplicates: 0, setAside: 0 });
    const coupons = await importFile('coupon_redemptions.csv', 'coupon-redemptions.yaml');
    expect(coupons).toMatchObject({ read: 2_102, interactions: 1_148, accepted: 1_148, duplicates: 0, setAside: 0 });
    const tried = await importFile('transactions_sample.csv', 'transactions.yaml', '--dry-run');
    expect(tried).toMatchObject({ read: 75_000, interactions: 47_243, accepted: 47_243, duplicates: 0, setAside: 0 });
    const startedAt = performance.now();
    const baskets = await importFile('transactions_sample.csv', 'transactions.yaml');
    console.log(`75,000 lines were imported and resolved in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    expect(baskets).toMatchObject({ read: 75_000, interactions: 47_243, accepted: 47_243, duplicates: 0, setAside: 0 });
    expect(
      await numbers('select count(*) as households, sum(interactions) as interactions from person where person > 0'),
    ).toEqual({ households: 2_379, interactions: 54_980 });
    const households = await importFile('demographics.csv', 'demographics.yaml');
    expect(households).toMatchObject({ read: 801, interactions: 0, accepted: 801, setAside: 0 });
    expect(await numbers('select count(*) as households from person where interactions > 0 and person > 0')).toEqual({
      households: 2_379,
    });
    imports.push(...[campaigns, coupons, baskets, households].map((counts) => counts.import));
  });

  it('shows a household with everything it did, whichever system recorded it', async () => {
    const found = JSON.parse((await running.cli(['customers', 'find', '2261', '--json'])).stdout) as {
      items: { id: string; identifiers: { namespace: string; value: string }[] }[];
    };
    const household = { namespace: 'crm:household', value: '2261' };
    const id =
      found.items.find(({ identifiers }) => identifiers.some((one) => one.value === household.value))?.id ?? '';
    const shown = JSON.parse((await running.cli(['customers', 'show', id, '--json'])).stdout) as {
      person: { identifiers: object[]; interactions: number; traits: object };
      interactions: { source: string }[];
    };
    expect(shown.person.identifiers).toEqual([expect.objectContaining(household)]);
    expect(shown.interactions.length).toBe(shown.person.interactions);
    expect(new Set(shown.interactions.map(({ source }) => source))).toContain('Grocery tills');
  });

  it('is refused when the same file comes again, and all known when that is insisted on', async () => {
    await expect(importFile('campaigns.csv', 'campaigns.yaml')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('import.same-file'),
    });
    const again = await importFile('campaigns.csv', 'campaigns.yaml', '--again');
    expect(again).toMatchObject({ interactions: 0, accepted: 0, duplicates: 6_589 });
    imports.push(again.import);
  });

  it('leaves nothing when all its imports are taken back', async () => {
    for (const id of imports) await running.cli(['imports', 'undo', id]);
    const derived = [
      'match',
      'refused_join',
      'node_activity',
      'claim',
      'unit',
      'unit_member',
      'unit_claim',
      'seen_import',
      'findable_person',
      'findable_identifier',
      'name_word',
    ];
    const counts = derived.map((name) => `(select count(*) from ${name}) as ${name}`).join(', ');
    const left = await numbers(
      `select ${counts}, (select count(*) from person where person > 0) as person,
         (select count(*) from identifier where node > 0) as identifier,
         (select count(*) from manifest where not superseded and not removes) as manifest`,
    );
    expect(left).toEqual(Object.fromEntries([...derived, 'person', 'identifier', 'manifest'].map((name) => [name, 0])));
    const listed = JSON.parse((await running.cli(['imports', 'list', '--json'])).stdout) as {
      items: { state: string }[];
    };
    expect(new Set(listed.items.map(({ state }) => state))).toEqual(new Set(['undone']));
  });
});
