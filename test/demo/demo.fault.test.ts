import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sampleCompany } from '@throughline/world/sample-company';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withDatabase } from '../faults/count-stores.js';
import { isAlive } from '../faults/running-parts.js';
import { type RunningThroughline, startThroughline } from '../start-throughline.js';
import { analyticsRows } from './analytics-rows.js';
import { rowsByTable } from './rows-by-table.js';
import { call, sampleOnce } from './sample.js';

/*
 * The main process is killed while a sample company loads, and while it is removed. The next start goes on by itself: what was loaded counts
 * once, and what was to go is gone.
 */

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
const wanted = { profile: 'retailer', customers: 40 } as const;
const home = 'company';
const base = `/api/w/${home}/sample-company`;

let folder = '';
let dataFolder = '';
let running: RunningThroughline | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-demo-killed-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
  dataFolder = join(folder, 'data');
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts one whose main process dies at that place. */
const startDoomed = async (faultPoint: string): Promise<RunningThroughline> => {
  running = await startThroughline({ dataFolder, admin, environment: { THROUGHLINE_FAULT_POINT: faultPoint } });
  return running;
};
const died = async ({ pid }: RunningThroughline): Promise<void> => {
  while (isAlive(pid)) await pause(50);
};
const startAgain = async (): Promise<RunningThroughline> => {
  running = await startThroughline({ dataFolder });
  return running;
};
const load = (one: RunningThroughline) => call(one, base, 'POST', wanted);
const loaded = (one: RunningThroughline) => sampleOnce(one, home, (sample) => sample?.state === 'loaded');

/** Ids of the messages that trackers sent, each as often as it stands in the files. */
const sentMessages = (until: number): readonly string[] =>
  sampleCompany({ ...wanted, seed: 1, until })
    .systems.filter(({ kind }) => kind === 'tracking')
    .flatMap(({ files }) => files.flatMap((file) => [...file.lines()]))
    .map((line) => (JSON.parse(line) as { messageId: string }).messageId);

describe('a sample company whose server is killed', { timeout: 600_000 }, () => {
  it('goes on loading at the next start, and every message counts once', async () => {
    const doomed = await startDoomed('sample.sent:2');
    await load(doomed);
    await died(doomed);
    await loaded(await startAgain());
    const counted = await withDatabase(dataFolder, async (client) => {
      const read = await client.query<{
        workspace: number;
        until: Date;
        stored: number;
        distinct: number;
        logged: number;
      }>(
        `select s.workspace, s.recorded_until as until, sum(d.stored)::integer as stored,
           (select count(distinct i.message)::integer from intake i where i.workspace = s.workspace and i.import = 0) as distinct,
           (select count(*)::integer from intake i where i.workspace = s.workspace and i.import = 0) as logged
         from sample_company s
         join source f on f.workspace = s.workspace and f.name in ('Web shop', 'App')
         join source_day d on d.workspace = f.workspace and d.source = f.source
         group by s.workspace, s.recorded_until`,
      );
      return read.rows[0];
    });
    const sent = sentMessages(counted?.until.getTime() ?? 0);
    expect(counted?.stored).toBe(new Set(sent).size);
    expect(counted?.distinct).toBe(counted?.stored);
    // The part whose note was lost was sent again.
    expect(counted?.logged).toBeGreaterThan(sent.length);
  });

  it.each(['sample.emptied', 'sample.removing:1', 'sample.removing:10'])(
    'goes on removing at the next start: killed at %s',
    async (faultPoint) => {
      const doomed = await startDoomed(faultPoint);
      await load(doomed);
      const made = await sampleOnce(doomed, home, (sample) => sample?.steps.some(({ done }) => done > 0) === true);
      // Once somebody is known, enough tables hold rows for any of these places to be passed.
      while ((await call<{ customers: number }>(doomed, `/api/w/${made?.slug}/customers?limit=1`)).customers === 0)
        await pause(100);
      const number = await withDatabase(
        dataFolder,
        async (client) =>
          (await client.query<{ workspace: number }>('select workspace from sample_company')).rows[0]?.workspace ?? 0,
      );
      await call(doomed, base, 'DELETE');
      await died(doomed);
      const again = await startAgain();
      await sampleOnce(again, home, (sample) => sample === null);
      expect(await withDatabase(dataFolder, (client) => rowsByTable(client, number))).toEqual({});
      expect(readdirSync(join(dataFolder, 'staging'))).toEqual([]);
      await again.stop();
      expect([...(await analyticsRows(dataFolder)).keys()]).not.toContain(number);
    },
  );
});
