import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ends the analytics process an earlier platform left on this folder: two engines on one folder would destroy it.
 * An orphan ends by itself when its channel closes; this covers the moment in between.
 * A process that has the number by chance is told apart by its command line (where the system shows it).
 */
export async function endOrphan(folder: string): Promise<void> {
  const pid = Number(await readFile(pidFile(folder), 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 1) return;
  for (let waited = 0; waited < 100 && (await isOurs(pid)); waited += 1) {
    if (waited === 10) process.kill(pid, 'SIGKILL');
    await delay(50);
  }
}

/** Remembers whose process has the folder open. */
export async function notePid(folder: string, pid: number): Promise<void> {
  await writeFile(pidFile(folder), String(pid), { mode: 0o600 });
}

const pidFile = (folder: string) => join(folder, 'analytics.pid');

/** False as well for one that is dead but not yet collected by the system: its command line is empty. */
async function isOurs(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('analytics-process');
}
