import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly said: string;
}

const lowDiskBytes = 1024 ** 3;

/** Looks at what usually goes wrong; exits with 1 if something did. */
export function doctorCommand(): Command {
  return serverCommand('doctor', 'Check the server, its stores and its disk.').action(async (flags: ServerFlags) => {
    const api = await connect(flags);
    const checks: Check[] = [];
    const { needed } = await api.call<{ readonly needed: boolean }>('GET', '/api/setup');
    checks.push({ what: 'server', ok: true, said: `answers at ${api.origin}` });
    const ready = await readiness(api.origin);
    checks.push({ what: 'PostgreSQL', ok: ready.postgres === 'up', said: ready.postgres ?? 'does not answer' });
    checks.push({ what: 'analytics', ok: ready.analytics === 'up', said: ready.analytics ?? 'does not answer' });
    checks.push({
      what: 'set-up',
      ok: !needed,
      said: needed ? 'nobody can sign in yet: run "throughline invite"' : 'done',
    });
    if (flags.url === undefined) checks.push(await disk(resolve(flags.data ?? process.env.THROUGHLINE_DATA ?? 'data')));
    print(flags.json, { checks }, () =>
      checks.map(({ what, ok, said }) => `${ok ? 'ok   ' : 'WRONG'} ${what}: ${said}`).join('\n'),
    );
    const wrong = checks.filter(({ ok }) => !ok);
    if (wrong.length > 0)
      throw new CliFailure(exitCode.failed, `not right: ${wrong.map(({ what }) => what).join(', ')}`);
  });
}

async function readiness(origin: string): Promise<{ readonly postgres?: string; readonly analytics?: string }> {
  const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
  return answer === undefined
    ? {}
    : ((await answer.json().catch(() => ({}))) as { postgres?: string; analytics?: string });
}

async function disk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return { what: 'disk', ok: free > lowDiskBytes, said: `${(free / 1024 ** 3).toFixed(1)} GB are free in ${folder}` };
}
