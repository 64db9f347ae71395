import { type ChildProcess, fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { compiledEntry } from '../../store/compiled-entry.js';
import type { EngineFormat } from './rewrite-as-lines.sql.js';

/** Rewrites a file as JSON lines, in a process of its own that is gone afterwards. Errors: `import.file-unreadable`. */
export async function readEngineFile(
  format: EngineFormat,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  await inProcess(format, from, to, 0, signal);
}

const sampledRows = 4_000;

/** Writes some of a file's rows as JSON lines, runs of four from all over it; how many it has. Errors as `readEngineFile`. */
export async function sampleEngineFile(
  format: EngineFormat,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<{ readonly estimate: number; readonly isExact: true }> {
  return { estimate: await inProcess(format, from, to, sampledRows, signal), isExact: true };
}

async function inProcess(
  format: EngineFormat,
  from: string,
  to: string,
  most: number,
  signal: AbortSignal,
): Promise<number> {
  const folder = `${to}.engine`;
  const child = fork(
    fileURLToPath(compiledEntry(import.meta.url, './engine-file-process.js')),
    [format, folder, from, to, String(most)],
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
    const outcome = await outcomeOf(child, format);
    if (typeof outcome === 'number') return outcome;
    throw new ThroughlineError('import.file-unreadable', `the ${format} file cannot be read: ${outcome}`);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The number of rows if all went well, else why not. */
function outcomeOf(child: ChildProcess, format: EngineFormat): Promise<number | string> {
  return new Promise((resolve) => {
    child.on('message', (message: { readonly type: string; readonly message?: string; readonly rows?: number }) => {
      resolve(message.type === 'done' ? (message.rows ?? 0) : plainReason(message.message ?? '', format));
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve('the process that reads it ended early; it may need more memory than there is'));
  });
}

/** The engine's message without the paths and versions it quotes. */
function plainReason(message: string, format: EngineFormat): string {
  const [first = ''] = message.replace(/^Code: \d+\.\s*DB::Exception: /, '').split(/[:.(]\s/);
  return first.includes('/') || first === '' ? `it is no valid ${format} file` : first.slice(0, 200);
}
