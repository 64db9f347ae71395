import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import { startThroughline } from './start-throughline.js';

export interface LargeImport {
  readonly run: ImportRun;
  readonly expected: Pick<ImportRun, 'read' | 'received' | 'accepted' | 'duplicates' | 'setAside'>;
  readonly sentMb: number;
  /** By how much the process that takes the file, reads and imports it grew at most. */
  readonly grewMb: number;
}

const customers = 5_000;
const unreadableEach = 1_000;
const repeatedEach = 500;
const note = 'said on the telephone that everything was fine but for the parcel; '.repeat(14);
const mapping = JSON.stringify({
  version: 1,
  source: 'Shop',
  file: { format: 'csv' },
  zone: 'UTC',
  channel: 'web',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      key: 'order',
      identifiers: { email: '{email}' },
      name: 'Ordered',
      time: '{at}',
      value: '{price}',
    },
  ],
});

/** Imports a CSV file of so many bytes, made while it is sent, through a whole system; of its lines some repeat others or cannot be read. */
export async function importLarge(bytes: number): Promise<LargeImport> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-large-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
  const admin = { email: 'ada@example.com', password: 'correct horse battery' };
  const running = await startThroughline({ dataFolder: join(folder, 'data'), admin });
  const call = async <T>(path: string, init: RequestInit & { readonly duplex?: 'half' } = {}): Promise<T> => {
    const answer = await running.api(`/api/w/company/imports${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  };
  try {
    const expected = { read: 0, received: 0, accepted: 0, duplicates: 0, setAside: 0 };
    let sent = 0;
    const lines = function* () {
      yield Buffer.from('order,email,at,price,note\n');
      while (sent < bytes) {
        let text = '';
        for (let at = 0; at < 500; at += 1) {
          expected.read += 1;
          const isRepeated = expected.read % repeatedEach === 0;
          const isUnreadable = !isRepeated && expected.read % unreadableEach === 7;
          expected[isRepeated ? 'duplicates' : isUnreadable ? 'setAside' : 'accepted'] += 1;
          const order = isRepeated ? expected.read - 1 : expected.read;
          text += `o${order},c${order % customers}@example.com,2026-04-01T10:00:00Z,${isUnreadable ? 'dear' : '1.25'},"${note}\n${order}"\n`;
        }
        const piece = Buffer.from(text);
        sent += piece.length;
        yield piece;
      }
    };
    const made = await call<ImportRun>('', {
      method: 'POST',
      body: JSON.stringify({ fileName: 'large.csv', mapping, createSource: true }),
      headers: { 'content-type': 'application/json' },
    });
    const before = peakFromNow(running.pid);
    await call(`/${made.id}/file?name=large.csv`, {
      method: 'PUT',
      body: Readable.toWeb(Readable.from(lines())) as ReadableStream,
      duplex: 'half',
    });
    await call(`/${made.id}/start`, { method: 'POST' });
    let run = await call<ImportRun>(`/${made.id}`);
    for (; run.state === 'running' || run.state === 'resolving'; run = await call<ImportRun>(`/${made.id}`)) {
      await pause(200);
    }
    const grewMb = peakMb(running.pid) - before;
    return { run, expected: { ...expected, received: expected.read }, sentMb: Math.round(sent / 1e6), grewMb };
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sets the process's peak of resident memory to what it is now, in MB. */
function peakFromNow(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return peakMb(pid);
}

function peakMb(pid: number): number {
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
