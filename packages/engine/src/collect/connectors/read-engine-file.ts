import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { compiledEntry } from '../../store/compiled-entry.js';

/** Rewrites a Parquet file as JSON lines, in a process of its own that is gone afterwards. Errors: `import.file-unreadable`. */
export async function readParquet(from: string, to: string, signal: AbortSignal): Promise<void> {
  await inProcess(from, to, 0, signal);
}

const sampledRows = 4_000;

/** Writes some of a Parquet file's rows as JSON lines, runs of four from all over it; how many it has. Errors as `readParquet`. */
export async function sampleParquet(
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<{ readonly estimate: number; readonly isExact: true }> {
  return { estimate: await inProcess(from, to, sampledRows, signal), isExact: true };
}

async function inProcess(from: string, to: string, most: number, signal: AbortSignal): Promise<number> {
  const folder = `${to}.engine`;
  const child = fork(
    fileURLToPath(compiledEntry(import.meta.url, './parquet-process.js')),
    [folder, from, to, String(most)],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: {
        PATH: process.env.PATH,
        LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
        HOME: folder,
        TZ: 'UTC',
        MALLOC_ARENA_MAX: '2',
      },
    },
  );
  const stop = () => child.kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  try {
    const outcome = await outcomeOf(child);
    if (typeof outcome === 'number') return outcome;
    throw new ThroughlineError('import.file-unreadable', `the Parquet file cannot be read: ${outcome}`);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The number of rows if all went well, else why not. */
function outcomeOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.on('message', (message: { readonly type: string; readonly message?: string; readonly rows?: number }) => {
      resolve(message.type === 'done' ? (message.rows ?? 0) : plainReason(message.message ?? ''));
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve('the process that reads it ended early; it may need more memory than there is'));
  });
}

/** The engine's message without the paths and versions it quotes. */
function plainReason(message: string): string {
  const [first = ''] = message.replace(/^Code: \d+\.\s*DB::Exception: /, '').split(/[:.(]\s/);
  return first.includes('/') || first === '' ? 'it is no valid Parquet file' : first.slice(0, 200);
}
