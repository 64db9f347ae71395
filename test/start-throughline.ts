import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface RunningThroughline {
  readonly url: string;
  readonly dataFolder: string;
  /** Printed by the first start; empty once somebody can sign in. */
  readonly setupLink: string;
  /** The main process. */
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Runs a command of the command line against it; rejects with `stdout`, `stderr` and `code` if it fails. */
  cli(args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** Calls the API as the command line does. */
  api(path: string, init?: RequestInit): Promise<Response>;
  /** Ends it as Ctrl-C does; the data folder stays if it was given. */
  stop(): Promise<void>;
  /** Resolves when the main process has ended by itself. */
  ended(): Promise<void>;
  /** Sends a signal to the main process alone and waits for its end. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface StartOptions {
  /** Kept after `stop`; without it a temporary one is made and removed. */
  readonly dataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Sets the instance up with this admin, so that no link is needed. */
  readonly admin?: { readonly email: string; readonly password: string };
}

export const program = fileURLToPath(new URL('../packages/engine/bin/throughline.mjs', import.meta.url));
const run = promisify(execFile);

/** A whole Throughline of the test's own, as `throughline serve` starts it, on a free port. Needs the code to be built. */
export async function startThroughline(options: StartOptions = {}): Promise<RunningThroughline> {
  const own = options.dataFolder === undefined ? mkdtempSync(join(tmpdir(), 'throughline-system-')) : undefined;
  // Passable, since run by root the server has another account.
  if (own !== undefined) chmodSync(own, 0o711);
  const dataFolder = options.dataFolder ?? join(own ?? tmpdir(), 'data');
  const environment = {
    ...process.env,
    ...(options.admin === undefined
      ? {}
      : { THROUGHLINE_ADMIN_EMAIL: options.admin.email, THROUGHLINE_ADMIN_PASSWORD: options.admin.password }),
    ...options.environment,
  };
  const child = spawn(process.execPath, [program, 'serve', '--data', dataFolder, '--port', '0'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const url = await addressOf(child, () => printed);
  const token = (): string => readFileSync(join(dataFolder, 'cli-token'), 'utf8').trim();
  return {
    url,
    dataFolder,
    setupLink: /https?:\S+set-?up\S*/.exec(printed)?.[0] ?? '',
    pid: child.pid ?? 0,
    output: () => printed,
    cli: (args) =>
      run(process.execPath, [program, ...args, '--data', dataFolder], {
        env: environment,
        maxBuffer: 256 * 1024 * 1024,
      }),
    api: (path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token()}`);
      return fetch(`${url}${path}`, { ...init, headers });
    },
    async stop() {
      await end(child, 'SIGINT');
      if (own !== undefined) rmSync(own, { recursive: true, force: true });
    },
    async ended() {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    kill: (signal) => end(child, signal),
  };
}

async function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  for (;;) {
    const url = /runs at (http\S+)/.exec(printed())?.[1];
    if (url !== undefined && printed().includes('Stop it with Ctrl-C')) return url;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`throughline did not start:\n${printed()}`);
    await pause(20);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** Whether a browser can be driven here; else the reason why its tests do not run. */
export const chromium: { readonly path: string } | { readonly notRun: string } = (() => {
  const path = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((candidate) =>
    existsSync(candidate),
  );
  return path === undefined ? { notRun: 'no Chromium is installed (Debian: apt-get install chromium)' } : { path };
})();
