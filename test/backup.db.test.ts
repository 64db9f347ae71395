import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program, type RunningThroughline, startThroughline } from './start-throughline.js';

const run = promisify(execFile);
const admin = { email: 'ada@example.com', password: 'correct horse battery' };

let folder: string;
let first: RunningThroughline;
let second: RunningThroughline | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-move-'));
  // Passable, since run by root the server has another account.
  await chmod(folder, 0o711);
  first = await startThroughline({ dataFolder: join(folder, 'first'), admin });
});
afterAll(async () => {
  await first.stop();
  await second?.stop();
  await rm(folder, { recursive: true });
});

describe('a whole installation', () => {
  it('moves by backup and restore: the same persons under the same ids, every interaction, the same keys', async () => {
    const added = await first.cli(['sources', 'add', 'Shop', '--channel', 'web', '--key', 'server', '--json']);
    const { writeKey } = JSON.parse(added.stdout) as { readonly writeKey: string };
    await send(first, writeKey, 0, 120);
    const before = await customer(first, 120);

    const file = join(folder, 'everything.backup');
    await first.cli(['backup', file, '--json']);
    await send(first, writeKey, 120, 121);
    await customer(first, 121);
    await first.stop();

    const dataFolder = join(folder, 'second');
    const restored = await run(process.execPath, [program, 'restore', file, '--data', dataFolder, '--json']);
    expect(JSON.parse(restored.stdout)).toMatchObject({ workspaces: 1, secrets: false });
    second = await startThroughline({ dataFolder });
    expect(second.setupLink).toBe('');
    expect(await customer(second, 120)).toEqual(before);

    await send(second, writeKey, 120, 125);
    const after = await customer(second, 125);
    expect(after.person.id).toBe(before.person.id);
  });

  it('is not restored over another one', async () => {
    const asked = run(process.execPath, [
      program,
      'restore',
      join(folder, 'everything.backup'),
      '--data',
      join(folder, 'first'),
    ]);
    await expect(asked).rejects.toMatchObject({ stderr: expect.stringMatching(/is not empty.*restore\.not-empty/s) });
  });
});

async function send(to: RunningThroughline, writeKey: string, from: number, until: number): Promise<void> {
  const batch = Array.from({ length: until - from }, (_, index) => ({
    type: 'track',
    event: 'Order Completed',
    messageId: `order-${from + index}`,
    userId: '4711',
    anonymousId: `browser-${(from + index) % 7}`,
    timestamp: new Date(Date.UTC(2026, 0, 1, 0, from + index)).toISOString(),
    properties: { order_id: `A-${from + index}`, total: from + index },
  }));
  const answer = await fetch(`${to.url}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ batch }),
  });
  expect(await answer.json()).toMatchObject({ success: true, accepted: until - from, setAside: [] });
}

interface Customer {
  readonly person: { readonly id: string };
  readonly interactions: readonly object[];
}

/** Once so many interactions are on the line. */
async function customer(of: RunningThroughline, interactions: number): Promise<Customer> {
  let found: Customer | undefined;
  await expect
    .poll(
      async () => {
        found = await shown(of);
        return found?.interactions.length;
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe(interactions);
  if (found === undefined) throw new Error('nobody was found');
  return found;
}

async function shown(of: RunningThroughline): Promise<Customer | undefined> {
  const found = await of.cli(['customers', 'find', '4711', '--json']);
  const { items } = JSON.parse(found.stdout) as { readonly items: readonly { readonly id: string }[] };
  const id = items[0]?.id;
  if (id === undefined) return undefined;
  return JSON.parse((await of.cli(['customers', 'show', id, '--json'])).stdout) as Customer;
}
