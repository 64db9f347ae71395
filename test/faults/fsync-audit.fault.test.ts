import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addSource } from '../add-source.js';
import { startThroughline } from '../start-throughline.js';
import { auditCommits, cannotTrace, tracePostgres } from './fsync-audit.js';
import { postmasterOf, runningParts } from './running-parts.js';

const requests = 2_000;
const atOnce = 8;
const reason = cannotTrace();
if (reason !== undefined) console.log(`fsync audit: not run, because ${reason}`);

it.skipIf(reason !== undefined)(
  'answers no request before an fdatasync of its commit is complete (T-11)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-fsync-'));
    chmodSync(folder, 0o711);
    const dataFolder = join(folder, 'data');
    const admin = { email: 'admin@example.com', password: 'correct horse battery staple' };
    const system = await startThroughline({ dataFolder, admin });
    try {
      const writeKey = await addSource(system, 'audited');
      const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
      const send = async (marker: string): Promise<void> => {
        const answer = await fetch(`${system.url}/v1/track`, {
          method: 'POST',
          headers: { authorization },
          body: JSON.stringify({ messageId: marker, anonymousId: 'a', event: 'Audited' }),
        });
        expect(answer.status, await answer.text()).toBe(200);
      };
      await send('before');
      const { worker } = runningParts(dataFolder, system.pid);
      if (worker !== undefined) process.kill(worker, 'SIGSTOP');
      const trace = join(folder, 'trace');
      const stop = await tracePostgres(postmasterOf(dataFolder) ?? 0, trace);
      const acknowledgedAt = new Map<string, number>();
      let next = 0;
      const client = async (): Promise<void> => {
        while (next < requests) {
          const marker = `audit-${next++}-end`;
          await send(marker);
          acknowledgedAt.set(marker, (performance.timeOrigin + performance.now()) / 1_000);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, client));
      await stop();
      if (worker !== undefined) process.kill(worker, 'SIGCONT');

      const commits = await auditCommits(trace, /(audit-\d+-end)/);
      const found = new Set(commits.flatMap(({ markers }) => markers));
      const unsynced = commits.filter(({ isSynced }) => !isSynced);
      const early = commits.filter(({ markers, answeredAt }) =>
        markers.some((marker) => (acknowledgedAt.get(marker) ?? 0) < answeredAt),
      );
      console.log(
        `fsync audit: ${acknowledgedAt.size} acknowledged, ${found.size} found in ${commits.length} commits, ${unsynced.length} commits answered before their fdatasync, ${early.length} requests answered before their commit`,
      );
      expect(acknowledgedAt.size).toBe(requests);
      expect(found.size).toBe(requests);
      expect(unsynced).toEqual([]);
      expect(early).toEqual([]);
    } finally {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
