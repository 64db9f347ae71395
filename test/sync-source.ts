import { setTimeout as pause } from 'node:timers/promises';
import type { Sync } from '../packages/engine/src/collect/connectors/syncs/describe-sync.js';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';

/** How a test reaches the routes of a workspace. */
export type Call = <T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) => Promise<T>;

/** A mapping for rows of `id, email, at`. */
export const ordersMapping = (source: string) => ({
  version: 1,
  source,
  file: { format: 'jsonl' },
  zone: 'UTC',
  rows: [
    {
      rule: 'order',
      make: 'interaction',
      key: 'id',
      identifiers: { email: '{email}' },
      name: 'Order Completed',
      channel: 'store',
      time: '{at}',
    },
  ],
});

interface Read {
  readonly id: string;
  readonly state: string;
  readonly file: string | null;
  readonly sync: string | null;
  readonly problem: object | null;
}

/** Reads a table whose mapping is `ordersMapping`, imports that, and lets it be read again and again. */
export async function beginSync(
  call: Call,
  connection: object,
  table: string,
  change: object,
  ended: (id: string) => Promise<ImportRun>,
): Promise<string> {
  const wanted = { connection, table: { schema: 'public', name: table }, keep: true };
  let read = await call<Read>('POST', '/databases/reads', wanted);
  while (read.state === 'reading') {
    await pause(50);
    read = await call<Read>('GET', `/databases/reads/${read.id}`);
  }
  if (read.sync === null) throw new Error(`not read: ${JSON.stringify(read.problem)}`);
  const run = await call<ImportRun>('POST', `/imports/files/${read.file}/import`, {
    mapping: JSON.stringify(ordersMapping(table)),
    source: { new: { name: table, channel: 'store' } },
  });
  await ended(run.id);
  await call('PATCH', `/syncs/${read.sync}`, change);
  return read.sync;
}

export async function syncOf(call: Call, id: string): Promise<Sync> {
  const { items } = await call<{ items: Sync[] }>('GET', '/syncs');
  const found = items.find((one) => one.id === id);
  if (found === undefined) throw new Error('there is no such sync');
  return found;
}
