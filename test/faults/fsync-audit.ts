import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { childrenOf } from './running-parts.js';

export interface AuditedCommit {
  /** Markers of the requests in it. */
  readonly markers: readonly string[];
  /** A piece of the WAL was written after the commit was asked for (with the rows, or by itself), and an fdatasync begun after that was complete before the answer. */
  readonly isSynced: boolean;
  /** When PostgreSQL began to answer, seconds. */
  readonly answeredAt: number;
}

/** Why system calls cannot be traced here, if they cannot. */
export function cannotTrace(): string | undefined {
  const found = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']);
  if (found.error !== undefined) return 'strace is not installed';
  return found.status === 0 ? undefined : 'this user may not trace processes';
}

/** Follows every process of a PostgreSQL, until the returned function is called. */
export async function tracePostgres(postmaster: number, to: string): Promise<() => Promise<void>> {
  const pids = [postmaster, ...childrenOf(postmaster)].flatMap((pid) => ['-p', String(pid)]);
  const calls = 'trace=recvfrom,sendto,pwrite64,pwritev,fdatasync,fsync';
  const strace: ChildProcess = spawn(
    'strace',
    ['-f', '-ttt', '-T', '-y', '-s', '16384', '-e', calls, '-e', 'signal=none', '-o', to, ...pids],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  strace.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const wanted = pids.length / 2;
  while ((said.match(/attached/g) ?? []).length < wanted) {
    if (strace.exitCode !== null) throw new Error(`strace ended: ${said}`);
    await pause(20);
  }
  return async () => {
    const ended = once(strace, 'exit');
    strace.kill('SIGINT');
    await ended;
  };
}

interface Call {
  readonly pid: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly text: string;
}

/** PostgreSQL's ReadyForQuery, idle, as strace writes it: whatever was asked for is committed. */
const readyOutsideTransaction = 'Z\\0\\0\\0\\5I';

/** The commits of the log writer, found by the markers that its connection received; `marker` has one group. */
export async function auditCommits(trace: string, marker: RegExp): Promise<readonly AuditedCommit[]> {
  const calls = await readCalls(trace);
  const onWal = /^(pwrite64|pwritev|fdatasync|fsync)\(\d+<[^>]*\/pg_wal\//;
  const wal = calls.filter(({ text }) => onWal.test(text));
  const writes = wal.filter(({ text }) => text.startsWith('pwrite'));
  const syncs = wal.filter(({ text }) => text.startsWith('f') && / = 0(\s|$)/.test(text));
  const commits: AuditedCommit[] = [];
  const open = new Map<string, { markers: string[]; askedAt: number }>();
  const global = new RegExp(marker.source, 'g');
  for (const { pid, endedAt, startedAt, text } of calls) {
    const own = open.get(pid) ?? { markers: [], askedAt: 0 };
    open.set(pid, own);
    if (text.startsWith('recvfrom(')) {
      for (const found of text.matchAll(global)) own.markers.push(found[1] ?? '');
      own.askedAt = endedAt;
    } else if (text.startsWith('sendto(') && text.includes(readyOutsideTransaction) && own.markers.length > 0) {
      const written = writes.filter((call) => call.startedAt >= own.askedAt && call.endedAt <= startedAt);
      const isSynced = written.some((write) =>
        syncs.some((sync) => sync.startedAt >= write.endedAt && sync.endedAt <= startedAt),
      );
      commits.push({ markers: [...new Set(own.markers)], isSynced, answeredAt: startedAt });
      open.set(pid, { markers: [], askedAt: endedAt });
    }
  }
  return commits;
}

/** Calls in the order in which they began to matter: a receive when it ended, the others when they began. */
async function readCalls(trace: string): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const unfinished = new Map<string, { startedAt: number; text: string }>();
  for await (const line of createInterface({ input: createReadStream(trace, 'latin1') })) {
    const [, pid = '', at = '', text = ''] = /^(\d+)\s+(\d+\.\d+) (.*)$/.exec(line) ?? [];
    if (text === '') continue;
    const startedAt = Number(at);
    if (text.endsWith(' <unfinished ...>')) {
      unfinished.set(pid, { startedAt, text: text.slice(0, -' <unfinished ...>'.length) });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    const tookS = Number(/<(\d+\.\d+)>$/.exec(text)?.[1] ?? 0);
    if (resumed === null) {
      calls.push({ pid, startedAt, endedAt: startedAt + tookS, text });
      continue;
    }
    const begun = unfinished.get(pid);
    if (begun === undefined) continue;
    unfinished.delete(pid);
    calls.push({ pid, startedAt: begun.startedAt, endedAt: begun.startedAt + tookS, text: begun.text + resumed[1] });
  }
  const matters = (call: Call): number => (call.text.startsWith('recvfrom(') ? call.endedAt : call.startedAt);
  return calls.sort((a, b) => matters(a) - matters(b));
}
