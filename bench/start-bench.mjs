import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../packages/engine/bin/throughline.mjs', import.meta.url));

/** Starts a whole Throughline on an empty folder, with a workspace and one source that has a server key. */
export async function startBench() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const environment = {
    ...process.env,
    THROUGHLINE_ADMIN_EMAIL: 'bench@example.com',
    THROUGHLINE_ADMIN_PASSWORD: 'bench-correct-horse',
  };
  const child = spawn(process.execPath, [program, 'serve', '--data', dataFolder, '--port', '0'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  while (!printed.includes('Stop it with')) {
    if (child.exitCode !== null) throw new Error(`throughline did not start: ${printed}`);
    await pause(20);
  }
  const url = /runs at (http\S+)/.exec(printed)?.[1];
  const token = readFileSync(join(dataFolder, 'cli-token'), 'utf8').trim();
  const api = async (path, init = {}) => {
    const answer = await fetch(`${url}/api/w/company${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const { writeKey } = await api('/sources', {
    method: 'POST',
    body: JSON.stringify({ name: 'shop', channel: 'web', key: 'server' }),
  });
  return {
    url,
    api,
    dataFolder,
    pid: child.pid,
    authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a figure was measured on: date and machine. */
export function machine() {
  const [cpu] = cpus();
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model?.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
}

/** The value below which the share `of` of the sorted values lies. */
export function percentile(values, of) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
}

/** Every process of a started system: the main one and all that descend from it, whatever their session. */
export function processesOf(dataFolder, mainPid) {
  const parents = new Map();
  const found = new Set([mainPid]);
  for (const name of readdirNumbers('/proc')) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // it ended meanwhile
    }
  }
  const postmaster = Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  found.add(postmaster);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) if (!found.has(pid) && found.has(parent)) grew = found.add(pid) !== undefined;
  }
  return [...found];
}

/** Proportional set size of these processes in MB: shared pages are divided among those who share them. */
export function residentMb(pids) {
  let kilobytes = 0;
  for (const pid of pids) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // it ended meanwhile
    }
  }
  return Math.round(kilobytes / 1024);
}

/** Seconds of processor time these processes have used so far, by what they are. */
export function cpuSeconds(pids) {
  const used = { main: 0, worker: 0, analytics: 0, postgres: 0 };
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const name = /worker-process/.test(command)
        ? 'worker'
        : /analytics-process/.test(command)
          ? 'analytics'
          : /postgres/.test(command)
            ? 'postgres'
            : 'main';
      used[name] += (Number(fields[11]) + Number(fields[12])) / 100;
    } catch {
      // it ended meanwhile
    }
  }
  return used;
}

function readdirNumbers(path) {
  return readdirSync(path).filter((name) => /^\d+$/.test(name));
}
