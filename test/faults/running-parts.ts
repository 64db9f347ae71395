import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Part = 'main' | 'postgres' | 'analytics' | 'worker';

/** Process ids of a running system's parts; a part that is down at the moment has none. */
export function runningParts(dataFolder: string, main: number): Readonly<Partial<Record<Part, number>>> {
  const parts: Partial<Record<Part, number>> = { main };
  for (const pid of processes()) {
    const command = fileOf(pid, 'cmdline');
    if (parentOf(pid) !== main) continue;
    if (command.includes('worker-process.js')) parts.worker = pid;
    else if (command.includes('analytics-process.js')) parts.analytics = pid;
  }
  const postgres = postmasterOf(dataFolder);
  if (postgres !== undefined) parts.postgres = postgres;
  return parts;
}

/** Process id of the folder's PostgreSQL, whoever started it. */
export function postmasterOf(dataFolder: string): number | undefined {
  const cluster = join(dataFolder, 'postgres');
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return fileOf(pid, 'cmdline').includes(cluster) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A superuser's connection string to the folder's own PostgreSQL. */
export function superuserUrl(dataFolder: string): string {
  const port = readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')
    .split('\n')[3]
    ?.trim();
  const secrets = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8')) as Record<string, string>;
  return `postgres://postgres:${secrets['postgres.superuser']}@127.0.0.1:${port}/throughline`;
}

export function childrenOf(parent: number): readonly number[] {
  return processes().filter((pid) => parentOf(pid) === parent);
}

/** Whether it runs; a dead child nobody has waited for does not. */
export function isAlive(pid: number): boolean {
  return (
    fileOf(pid, 'stat')
      .replace(/^.*\) /s, '')
      .match(/^[^ZX]/) !== null
  );
}

function processes(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(fileOf(pid, 'status'))?.[1]);
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
