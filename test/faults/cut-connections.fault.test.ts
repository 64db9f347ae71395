import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addSource } from '../add-source.js';
import { seeded } from '../properties/seeded.js';
import { startThroughline } from '../start-throughline.js';
import { caughtUp, countAnalytics, countPostgres, nothingWrong } from './count-stores.js';
import { cuttingProxy } from './cutting-proxy.js';
import { SteadyClients } from './steady-clients.js';

const messages = 100_000;

it('counts every message once though the network cuts one request in ten (T-21)', async () => {
  const seed = Number(process.env.THROUGHLINE_TEST_SEED ?? Date.now() % 2 ** 31);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-cuts-'));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const admin = { email: 'admin@example.com', password: 'correct horse battery staple' };
  const system = await startThroughline({ dataFolder, admin });
  const proxy = await cuttingProxy(system.url, 0.1, seeded(seed));
  try {
    const writeKey = await addSource(system, 'shop');
    const clients = new SteadyClients({
      url: () => proxy.url,
      writeKey,
      clients: 4,
      batch: 100,
      restMs: 0,
      visitors: 900,
    });
    while (clients.acknowledged.tracks.size + clients.acknowledged.others.size < messages) await pause(50);
    const acknowledged = await clients.stop();
    await caughtUp(dataFolder);
    const postgres = await countPostgres(dataFolder, acknowledged);
    await system.stop();
    const analytics = await countAnalytics(dataFolder, acknowledged.tracks.size);
    console.log(
      'cut connections:',
      JSON.stringify({ seed, ...proxy.cuts, retries: clients.retries, postgres, analytics }),
    );
    expect(clients.odd).toEqual([]);
    expect(proxy.cuts.request).toBeGreaterThan(0);
    expect(proxy.cuts.answer).toBeGreaterThan(0);
    expect(postgres).toMatchObject(nothingWrong);
    expect(analytics.different).toBe(0);
  } finally {
    await proxy.close();
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
