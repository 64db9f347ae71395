import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compiledEntry } from '../compiled-entry.js';
import type { AnalyticsLimits } from './analytics-limits.js';

/**
 * Forks the analytics process.
 *
 * - Each running query holds a libuv thread: N sessions and the spare, and five left for files and compression.
 * - Days and hours without a zone mean UTC, whatever the machine's zone is.
 * - Two arenas of the C allocator that give freed memory back: request bodies live there. Private memory in MB 12 s after 400,000 rows in
 *   8 inserts: 71, 78 and 81 in three runs with them, 139 and (with none of our memory choices) 125 and 126 without. Calling the garbage
 *   collector and the engine's own purge when idle made no difference beyond that spread, so neither is done.
 * - The engine reads settings files from the home folder, so it is given an empty one.
 */
export function forkChild(folder: string, limits: AnalyticsLimits): ChildProcess {
  return fork(fileURLToPath(compiledEntry(import.meta.url, './analytics-process.js')), [], {
    cwd: folder,
    execArgv: ['--max-semi-space-size=2'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
      HOME: folder,
      TZ: 'UTC',
      UV_THREADPOOL_SIZE: String(limits.concurrentQueries + 6),
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      MALLOC_MMAP_THRESHOLD_: '131072',
    },
  });
}
