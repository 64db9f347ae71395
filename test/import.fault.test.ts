import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { type RunningThroughline, startThroughline } from './start-throughline.js';

/*
 * The main process is killed while it imports, once 90 % of the file are done. The next start goes on by itself; nothing is counted twice,
 * and no more is read again than stands behind the last stored point.
 */

const admin = { email: 'ada@example.com', password: 'correct horse battery' };
const lines = 90_000;
const orders = lines / 3;
const unreadable = 50;

let folder = '';
let running: RunningThroughline | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-killed-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The three lines of an order stand far apart; of some orders one price cannot be read. */
const writeOrders = (path: string): void => {
  writeFileSync(path, 'line,order,email,at,price,note\n');
  for (let from = 0; from < lines; from += 10_000) {
    let text = '';
    for (let line = from; line < from + 10_000; line += 1) {
      const order = line % orders;
      const price = line < orders && order % (orders / unreadable) === 7 ? 'dear' : '1.25';
      text += `${line},o${order},c${order % 5_000}@example.com,2026-04-01 10:00,${price},${'x'.repeat(40)}\n`;
    }
    appendFileSync(path, text);
  }
};
const mapping = (isGrouped: boolean) =>
  JSON.stringify({
    version: 1,
    source: 'Shop',
    file: { format: 'csv' },
    zone: 'UTC',
    channel: 'web',
    rows: [
      {
        rule: 'order',
        make: 'interaction',
        ...(isGrouped ? { 'group by': 'order' } : { key: 'line' }),
        identifiers: { email: '{email}' },
        name: 'Ordered',
        time: '{at}',
        value: isGrouped ? { from: '{price}', merge: 'sum' } : '{price}',
      },
    ],
  });

const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
  const answer = await running?.api(path, init);
  if (answer?.ok !== true) throw new Error(`${path} answered ${answer?.status} ${await answer?.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};
const post = <T>(path: string, body: object) =>
  call<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('an import whose server is killed at 90 %', { timeout: 400_000 }, () => {
  it.each([
    { what: 'each line a message', isGrouped: false, messages: lines },
    { what: 'lines merged over the whole file', isGrouped: true, messages: orders },
  ])('goes on at the next start and counts everything once: $what', async ({ isGrouped, messages }) => {
    const dataFolder = join(folder, 'data');
    const file = join(folder, 'orders.csv');
    writeOrders(file);
    running = await startThroughline({ dataFolder, admin });
    const { workspaces } = await call<{ workspaces: { slug: string }[] }>('/api/me');
    const base = `/api/w/${workspaces[0]?.slug}/imports`;
    const made = await post<ImportRun>(base, {
      fileName: 'orders.csv',
      mapping: mapping(isGrouped),
      createSource: true,
    });
    await call(`${base}/${made.id}/file?name=orders.csv`, { method: 'PUT', body: readFileSync(file) });
    await post(`${base}/${made.id}/start`, {});
    let run = await call<ImportRun>(`${base}/${made.id}`);
    for (; run.bytesRead < (run.fileBytes ?? 0) * 0.9; run = await call<ImportRun>(`${base}/${made.id}`)) {
      expect(run.state).toBe('running');
    }
    await running.kill('SIGKILL');
    running = await startThroughline({ dataFolder });
    for (run = await call(`${base}/${made.id}`); run.state !== 'done'; run = await call(`${base}/${made.id}`)) {
      expect(['running', 'resolving']).toContain(run.state);
      await pause(100);
    }
    const log = readFileSync(join(dataFolder, 'logs', 'throughline.log'), 'utf8');
    const fromByte = Number(/"fromByte":(\d+)[^\n]*an import goes on/.exec(log)?.[1]);
    const again = 1 - fromByte / (run.fileBytes ?? 1);
    console.log(
      `killed at 90 %, went on at ${(100 - 100 * again).toFixed(1)} %: ${(100 * again).toFixed(1)} % were read after the kill`,
    );
    expect(again).toBeLessThanOrEqual(0.15);
    expect(run).toMatchObject({
      read: lines,
      received: messages,
      accepted: messages - unreadable,
      duplicates: 0,
      setAside: unreadable,
    });
  });
});
