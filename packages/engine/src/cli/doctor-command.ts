import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ApiClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface CheckedArchive {
  readonly files: number;
  readonly days: number;
  readonly wrong: readonly { readonly code: string; readonly message: string }[];
}

interface DoctorFlags extends ServerFlags {
  readonly hashes?: boolean;
}

interface Check {
  readonly what: string;
  readonly ok: boolean;
  readonly said: string;
}

const lowDiskBytes = 1024 ** 3;

/** Looks at what usually goes wrong; exits with 1 if something did. */
export function doctorCommand(): Command {
  const command = serverCommand('doctor', 'Check the server, its stores, its archive and its disk.');
  command.option('--hashes', 'read every archived file and compare its SHA-256, which takes a while');
  return command.action(async (flags: DoctorFlags) => {
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
    if (!needed) checks.push(...(await archives(api, flags)));
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

/** One check for each workspace that is meant. */
async function archives(api: ApiClient, flags: DoctorFlags): Promise<readonly Check[]> {
  const { workspaces } = await api.call<{ readonly workspaces: readonly { readonly slug: string }[] }>(
    'GET',
    '/api/me',
  );
  const meant = workspaces.filter(({ slug }) => flags.workspace === undefined || slug === flags.workspace);
  const checks: Check[] = [];
  for (const { slug } of meant) {
    const workspace = await api.workspace(slug);
    const found = await workspace.get<CheckedArchive>(`/archive?hashes=${flags.hashes === true}`);
    const { days, files, wrong } = found;
    const [first] = wrong;
    checks.push({
      what: meant.length === 1 ? 'archive' : `archive of ${slug}`,
      ok: first === undefined,
      said:
        first === undefined
          ? `${days} ${days === 1 ? 'day' : 'days'} of the log in ${files} ${files === 1 ? 'file' : 'files'}`
          : `${first.message} [${first.code}]${wrong.length === 1 ? '' : ` (and ${wrong.length - 1} more)`}`,
    });
  }
  return checks;
}

async function disk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return { what: 'disk', ok: free > lowDiskBytes, said: `${(free / 1024 ** 3).toFixed(1)} GB are free in ${folder}` };
}
