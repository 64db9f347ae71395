import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import type { DescribedMending } from '../packages/engine/src/collect/set-aside/mending-schema.js';
import { mended } from './mended.js';
import { type RunningThroughline, startThroughline } from './start-throughline.js';

/*
 * The main process is killed while it mends: right after a batch was committed and before anything else, while a batch is on its way to the
 * log, and at any other moment. The next start goes on by itself; every line is in the log once, and the counts say so.
 */

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
const undated = 3_000;
const code = 'line.date-unreadable';

let folder = '';
let running: RunningThroughline | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-mend-killed-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const answer = await running?.api(`/api/w/company${path}`, init);
  if (answer?.ok !== true) throw new Error(`${path} answered ${answer?.status} ${await answer?.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};
const post = <T>(path: string, body: object) =>
  call<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

const mapping = JSON.stringify({
  version: 1,
  source: 'Shop',
  channel: 'store',
  file: { format: 'csv', delimiter: ';' },
  zone: 'Europe/Berlin',
  dates: 'dd.MM.yyyy',
  rows: [{ rule: 'order', make: 'interaction', identifiers: { email: '{mail}' }, name: 'Ordered', time: '{day}' }],
});
const file = `mail;day\nfirst@example.com;01.05.2026\n${Array.from({ length: undated }, (_, at) => `c${at}@example.com;0${1 + (at % 9)}.05.\n`).join('')}nobody@example.com;never\n`;

const resolved = async (id: string): Promise<ImportRun> => {
  for (;;) {
    // The lag first: what was not resolved when it was asked would be missing in what is counted before.
    const lag = await call<{ resolve: { offsets: number } }>('/lag');
    const run = await call<ImportRun>(`/imports/${id}`);
    if (run.state === 'done' && lag.resolve.offsets === 0) return run;
    await pause(100);
  }
};

describe('a mending whose server is killed', { timeout: 400_000 }, () => {
  it.each([
    { when: 'right after a batch is committed', point: 'mending.batch:4' },
    { when: 'while a batch is on its way to the log', point: 'intake.sent:5' },
    { when: 'at any moment', point: undefined },
  ])('goes on at the next start and takes each line in once: $when', async ({ point }) => {
    const dataFolder = join(folder, 'data');
    running = await startThroughline({ dataFolder, admin });
    const made = await post<ImportRun>('/imports', { fileName: 'orders.csv', mapping, createSource: true });
    await call(`/imports/${made.id}/file?name=orders.csv`, { method: 'PUT', body: file });
    await post(`/imports/${made.id}/start`, {});
    expect(await resolved(made.id)).toMatchObject({ accepted: 1, setAside: undated + 1 });
    if (point !== undefined) {
      await running.stop();
      running = await startThroughline({ dataFolder, environment: { THROUGHLINE_FAULT_POINT: point } });
    }
    const ordered = await post<DescribedMending>('/set-aside/mend', {
      ...{ code, import: made.id, column: 'day' },
      answer: { type: 'year', year: 2026, formats: ['yyyy dd.MM.'] },
    });
    expect(ordered).toMatchObject({ state: 'running', waiting: undated + 1, replayed: 0 });
    let before = 0;
    if (point === undefined) {
      while (before < undated / 3) {
        before = (await call<DescribedMending>(`/set-aside/mendings/${ordered.id}`)).replayed;
      }
    }
    await (point === undefined ? running.kill('SIGKILL') : running.ended());
    running = await startThroughline({ dataFolder });
    const now = await call<DescribedMending>(`/set-aside/mendings/${ordered.id}`);
    expect(now.replayed).toBeGreaterThanOrEqual(before);
    console.log(`killed ${point ?? 'by hand'}: went on from ${now.replayed} of ${now.waiting}`);
    expect(await mended(now, call)).toMatchObject({
      ...{ state: 'done', waiting: undated + 1, replayed: undated, stillAside: 1, error: null },
    });
    expect(await resolved(made.id)).toMatchObject({
      ...{ received: undated + 2, accepted: undated + 1, duplicates: 0, setAside: 1 },
    });
    expect(await call<{ waiting: number }>('/set-aside')).toMatchObject({ waiting: 1 });
  });
});
