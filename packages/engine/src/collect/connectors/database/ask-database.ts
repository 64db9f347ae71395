import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compiledEntry } from '../../../store/compiled-entry.js';
import { databaseError } from './database-failure.js';
import type { DatabaseJob, JobAnswer } from './database-job.js';

interface Asking {
  /** An empty folder, made and removed here. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly mostMs: number;
  readonly progress?: (rows: number, bytes: number) => void;
}

type Answer<J extends DatabaseJob> = Extract<JobAnswer, { readonly type: J['type'] }>;

/** Does one job in a process of its own, which is gone afterwards. Errors: `database.…`, `import.no-room`. */
export async function askDatabase<J extends DatabaseJob>(job: J, asking: Asking): Promise<Answer<J>> {
  const { folder, signal, mostMs, progress } = asking;
  signal.throwIfAborted();
  const child = fork(fileURLToPath(compiledEntry(import.meta.url, './database-process.js')), [folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
      HOME: folder,
      TZ: 'UTC',
      MALLOC_ARENA_MAX: '2',
    },
  });
  let isLate = false;
  const stop = () => child.kill('SIGKILL');
  const late = setTimeout(() => {
    isLate = true;
    stop();
  }, mostMs);
  signal.addEventListener('abort', stop, { once: true });
  try {
    const gone = gonePromise(child);
    const answer = answerOf(child, progress);
    child.send(job);
    const outcome = await Promise.race([answer, gone]);
    signal.throwIfAborted();
    if (isLate) throw databaseError(job.type === 'read' ? 'too-slow' : 'unreachable');
    if (outcome === undefined) throw databaseError('failed');
    if (outcome.type === 'failed') throw databaseError(outcome.failure, outcome.sign);
    // Safe to cast: the process answers each job with the answer of its own type.
    return outcome as Answer<J>;
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', stop);
    stop();
    await gonePromise(child);
    await rm(folder, { recursive: true, force: true });
  }
}

function answerOf(child: ChildProcess, progress: Asking['progress']): Promise<JobAnswer> {
  return new Promise((resolve) => {
    child.on('message', (message: JobAnswer) => {
      if (message.type === 'progress') progress?.(message.rows, message.bytes);
      else resolve(message);
    });
  });
}

/** Settles once the process is gone, or never came to be. */
function gonePromise(child: ChildProcess): Promise<undefined> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(undefined);
    child.once('exit', () => resolve(undefined));
    child.once('error', () => resolve(undefined));
  });
}
