import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabase } from '../faults/count-stores.js';
import { type RunningThroughline, startThroughline } from '../start-throughline.js';
import { analyticsRows } from './analytics-rows.js';
import { rowsByTable } from './rows-by-table.js';
import { call, type Sample, sampleOnce } from './sample.js';

interface Me {
  readonly workspaces: readonly { readonly slug: string; readonly isSample: boolean }[];
}

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
const customers = 40;
const ofOwn = 7;

let folder = '';
let dataFolder = '';
let running: RunningThroughline;
let home = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-demo-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
  dataFolder = join(folder, 'data');
  running = await startThroughline({ dataFolder, admin });
  home = (await call<Me>(running, '/api/me')).workspaces[0]?.slug ?? '';
  const { writeKey } = await call<{ writeKey: string }>(running, `/api/w/${home}/sources`, 'POST', {
    name: 'Own shop',
    channel: 'web',
    key: 'server',
  });
  const batch = Array.from({ length: ofOwn }, (_, i) => ({
    type: 'track',
    messageId: `own-${i}`,
    userId: `own-${i}`,
    event: 'Ordered',
  }));
  await fetch(`${running.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}` },
    body: JSON.stringify({ batch }),
  });
}, 300_000);
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const people = async (slug: string) =>
  (await call<{ customers: number }>(running, `/api/w/${slug}/customers?limit=1`)).customers;
const numberOf = (slug: string) =>
  withDatabase(
    dataFolder,
    async (client) =>
      (await client.query<{ workspace: number }>('select workspace from workspace where slug = $1', [slug])).rows[0]
        ?.workspace ?? 0,
  );
const rowsOf = (workspace: number) => withDatabase(dataFolder, (client) => rowsByTable(client, workspace));
const demo = async (...args: readonly string[]) =>
  JSON.parse((await running.cli(['demo', ...args, '--json'])).stdout) as Sample & { readonly removed?: boolean };

describe('the sample company', { timeout: 600_000 }, () => {
  let sample: Sample;
  let number = 0;
  let own: Readonly<Record<string, number>> = {};

  it('is loaded once into a workspace of its own, however often it is asked for', async () => {
    for (; (await people(home)) < ofOwn; ) await new Promise((next) => setTimeout(next, 50));
    const asked = ['--customers', String(customers)];
    const [first, second] = await Promise.all([demo(...asked), demo(...asked)]);
    expect(second).toEqual(first);
    sample = first;
    expect(sample).toMatchObject({ state: 'loaded', customers, isHere: false });
    expect(sample.steps.length).toBeGreaterThan(10);
    expect(sample.steps.filter(({ done, of }) => done !== of || of === 0)).toEqual([]);
    const { workspaces } = await call<Me>(running, '/api/me');
    expect(workspaces).toMatchObject([
      { slug: home, isSample: false },
      { slug: sample.slug, isSample: true },
    ]);
    number = await numberOf(sample.slug);
    own = await rowsOf(await numberOf(home));
  });

  it('holds its customers, and no customer of anybody else', async () => {
    const known = await people(sample.slug);
    expect(known).toBeGreaterThan(customers * 0.8);
    expect(known).toBeLessThan(customers * 1.3);
    expect(await people(home)).toBe(ofOwn);
    const { items } = await call<{ items: { name: string; setAside: number; state: string }[] }>(
      running,
      `/api/w/${sample.slug}/imports`,
    );
    expect(items.length).toBeGreaterThan(8);
    expect(items.filter(({ state }) => state !== 'done')).toEqual([]);
  });

  it('shows what was counted at its doors, what happened to it, and what its advertising cost', async () => {
    const inside = `/api/w/${sample.slug}`;
    const counts = await call<{ items: readonly unknown[] }>(running, `${inside}/counts`);
    const happenings = await call<{ items: readonly { what: string }[] }>(running, `${inside}/happenings`);
    const spend = await call<{ days: readonly unknown[] }>(running, `${inside}/costs/spend`);
    expect([counts.items.length, spend.days.length]).toEqual([expect.any(Number), 28]);
    expect(counts.items.length).toBeGreaterThan(0);
    expect(happenings.items.map(({ what }) => what)).toContain('Sale: up to 40 % off');
  });

  it('is the one it says to be from inside, where asking for another gives itself', async () => {
    const inside = await call<{ sample: Sample }>(running, `/api/w/${sample.slug}/sample-company`, 'POST', {
      profile: 'contracts',
    });
    expect(inside.sample).toMatchObject({ slug: sample.slug, isHere: true, state: 'loaded', customers });
  });

  it('leaves the command line where it was: its workspace must be named', async () => {
    const { stdout } = await running.cli(['sources', 'list', '--json']);
    expect(stdout).toContain('Own shop');
    const named = await running.cli(['sources', 'list', '--workspace', sample.slug, '--json']);
    expect(named.stdout).toContain('Tills');
  });

  it('is removed whole: no row of its workspace in any table, no file, and every other row as it was', async () => {
    const before = await rowsOf(number);
    expect(Object.keys(before).length).toBeGreaterThan(20);
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['ad_spend', 'count_value', 'happening']));
    expect(await demo('remove')).toEqual({ removed: true });
    expect(await rowsOf(number)).toEqual({});
    expect((await running.api(`/api/w/${sample.slug}/customers`)).status).toBe(404);
    const now = await rowsOf(await numberOf(home));
    // Making and removing it stands in the audit, and is all that does.
    expect(now).toEqual({ ...own, audit: (own.audit ?? 0) + 1 });
    expect(readdirSync(join(dataFolder, 'staging'))).toEqual([]);
    expect(readdirSync(join(dataFolder, 'archive'))).toEqual([]);
    expect(await demo('remove')).toEqual({ removed: false });
  });

  it('can be made again under a number that was never used, and be removed while it loads', async () => {
    const asked = { profile: 'contracts', customers };
    await call(running, `/api/w/${home}/sample-company`, 'POST', asked);
    const again = await sampleOnce(running, home, (one) => one?.steps.some(({ done }) => done > 0) === true);
    const next = await numberOf(again?.slug ?? '');
    expect(next).toBeGreaterThan(number);
    await call(running, `/api/w/${again?.slug}/sample-company`, 'DELETE');
    await sampleOnce(running, home, (one) => one === null);
    expect(await rowsOf(next)).toEqual({});
    expect(readdirSync(join(dataFolder, 'staging'))).toEqual([]);
    expect(await people(home)).toBe(ofOwn);
  });

  it('says what stopped it, and goes on when it is asked for again', async () => {
    const asked = { profile: 'retailer', customers: 20 };
    const base = `/api/w/${home}/sample-company`;
    const { sample: made } = await call<{ sample: Sample }>(running, base, 'POST', asked);
    const sources = `/api/w/${made.slug}/sources`;
    let last: { id: string; name: string } | undefined;
    for (; last === undefined; ) {
      const { items } = await call<{ items: { id: string; name: string }[] }>(running, sources);
      last = items.find(({ name }) => name === 'Advertising');
    }
    await call(running, `${sources}/${last.id}`, 'PATCH', { archived: true });
    const failed = await sampleOnce(running, home, (one) => one?.state === 'failed');
    expect(failed?.error).toMatchObject({ code: 'import.source-missing', detail: expect.stringContaining('archived') });
    await call(running, `${sources}/${last.id}`, 'PATCH', { archived: false });
    await call(running, base, 'POST', asked);
    const loaded = await sampleOnce(running, home, (one) => one?.state === 'loaded');
    expect(loaded?.steps.filter(({ done, of }) => done !== of)).toEqual([]);
    expect(await demo('remove')).toEqual({ removed: true });
  });

  it('never made a worker fail', () => {
    const lines = readFileSync(join(dataFolder, 'logs', 'worker.log'), 'utf8')
      .trim()
      .split('\n');
    expect(lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
  });

  it('leaves nothing in the analytics engine', async () => {
    const homeNumber = await numberOf(home);
    await running.stop();
    expect([...(await analyticsRows(dataFolder))]).toEqual([[homeNumber, ofOwn]]);
  });
});
