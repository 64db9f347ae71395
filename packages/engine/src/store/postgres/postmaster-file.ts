import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a server says of itself in `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number | undefined;
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | undefined;
}

const run = promisify(execFile);
/** Above any pid a kernel gives out. */
const nobody = 2_147_483_646;

/** Reads `postmaster.pid` of a cluster; `undefined` if there is none. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]) || undefined,
    status:
      status === 'starting' || status === 'stopping' || status === 'ready' || status === 'standby' ? status : undefined,
  };
}

/** Whether this process really is the server of this cluster: after a reboot its pid may be anybody's. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command !== undefined) return command.split('\0').includes(cluster);
  if (process.platform === 'linux') return false;
  const shown = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return shown.stdout.includes(cluster);
}

/** A zombie counts as dead: it holds nothing, and nobody may be there to reap it. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
}

/**
 * Makes a stale file name a process that cannot exist. PostgreSQL would else refuse to start while a stranger has the pid;
 * its own check that the old shared memory is released, which reads the rest of the file, stays in force.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) await writeFile(path, text.replace(/^\d+/, String(nobody)));
}
