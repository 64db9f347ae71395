import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { addSource } from '../add-source.js';
import { startThroughline } from '../start-throughline.js';
import { caughtUp, countAnalytics, countPostgres, nothingWrong } from './count-stores.js';
import { isAlive, postmasterOf } from './running-parts.js';
import { SteadyClients } from './steady-clients.js';

const mebibyte = 1024 * 1024;
const disk = mkdtempSync(join(tmpdir(), 'throughline-full-disk-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1g,mode=0711', 'tmpfs', disk]).status === 0;
if (!mounted) {
  rmdirSync(disk);
  console.log('disk full: not run, because this user may not mount a tmpfs');
}

it.skipIf(!mounted)(
  'stays up on a full disk, answers 507 with a time to come back, and loses nothing acknowledged (T-13)',
  async () => {
    const dataFolder = join(disk, 'data');
    const filler = join(disk, 'filler');
    const admin = { email: 'admin@example.com', password: 'correct horse battery staple' };
    const system = await startThroughline({ dataFolder, admin });
    const ended = (): boolean => !isAlive(system.pid);
    try {
      const writeKey = await addSource(system, 'shop');
      const clients = new SteadyClients({
        url: () => system.url,
        writeKey,
        clients: 2,
        batch: 40,
        restMs: 20,
        visitors: 300,
      });
      const acceptsAgainMs: number[] = [];
      // Nearly full, nearly full, and full to the last byte.
      for (const leftBytes of [200 * mebibyte, 200 * mebibyte, 0]) {
        await pause(500);
        await fill(filler, leftBytes);
        const refusal = await refused(system.url, writeKey);
        expect(refusal.status).toBe(507);
        expect(Number(refusal.retryAfter)).toBeGreaterThan(0);
        if (leftBytes === 0) await pause(3_000);
        expect((await fetch(`${system.url}/healthz`)).status).toBe(200);
        rmSync(filler);
        const freedAtMs = Date.now();
        while (clients.acknowledgedBegunAtMs < freedAtMs) {
          if (Date.now() - freedAtMs > 60_000) throw new Error('nothing was accepted after space returned');
          await pause(20);
        }
        acceptsAgainMs.push(Date.now() - freedAtMs);
        expect(ended()).toBe(false);
      }
      const acknowledged = await clients.stop();
      await caughtUp(dataFolder);
      const postgres = await countPostgres(dataFolder, acknowledged);
      await system.stop();
      const analytics = await countAnalytics(dataFolder, acknowledged.tracks.size);
      console.log(
        'disk full:',
        JSON.stringify({ fills: 3, acceptsAgainMs, retries: clients.retries, postgres, analytics }),
      );
      expect(clients.odd).toEqual([]);
      expect(postgres).toMatchObject(nothingWrong);
      expect(analytics.different).toBe(0);
    } finally {
      await system.stop();
      const postmaster = postmasterOf(dataFolder);
      if (postmaster !== undefined) process.kill(postmaster, 'SIGQUIT');
      while (spawnSync('umount', [disk]).status !== 0) await pause(100);
      rmdirSync(disk);
    }
  },
  300_000,
);

/** Writes until no more than this is free. */
async function fill(path: string, leftBytes: number): Promise<void> {
  writeFileSync(path, '');
  const file = await open(path, 'a');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(path);
      const size = Math.min(mebibyte, bavail * bsize - leftBytes);
      if (size <= 0) return;
      await file.write(Buffer.alloc(size, 1));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    await file.close();
  }
}

/** The first answer that is neither 200 nor "the database is away". */
async function refused(url: string, writeKey: string) {
  const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  for (const untilMs = Date.now() + 10_000; ; ) {
    const answer = await fetch(`${url}/v1/track`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ messageId: 'k0', anonymousId: 'a0', type: 'identify' }),
    });
    await answer.text();
    if (answer.status === 507 || Date.now() > untilMs)
      return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
    await pause(50);
  }
}
