import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cliTokenPath } from '../govern/tokens/cli-token.js';
import { ApiClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import type { ServerFlags } from './server-command.js';

/** The server a command is meant for: that of `--url` with THROUGHLINE_TOKEN, else the one that runs on the data folder. */
export async function connect(flags: ServerFlags): Promise<ApiClient> {
  const { env } = process;
  if (flags.url !== undefined) {
    const token = env.THROUGHLINE_TOKEN;
    if (token === undefined || token === '') {
      throw new CliFailure(
        exitCode.usage,
        'with --url an API token is needed: make one under Settings, and set THROUGHLINE_TOKEN',
      );
    }
    return new ApiClient(originOf(flags.url), token);
  }
  const folder = resolve(flags.data ?? env.THROUGHLINE_DATA ?? 'data');
  const [address, token] = await Promise.all([firstLine(join(folder, 'address')), firstLine(cliTokenPath(folder))]);
  if (address !== undefined && token !== undefined) return new ApiClient(originOf(address), token);
  throw new CliFailure(
    exitCode.unreachable,
    `no Throughline runs on ${folder}: start it with "throughline serve", or name its folder with --data`,
  );
}

function originOf(text: string): string {
  try {
    return new URL(text).origin;
  } catch (cause) {
    throw new CliFailure(exitCode.usage, `${text} is no address: write it like https://cx.example.com`, { cause });
  }
}

async function firstLine(path: string): Promise<string | undefined> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return text === '' ? undefined : text;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM') {
      throw new CliFailure(
        exitCode.refused,
        `${path} may be read by the owner of the server alone: run the command as that user`,
        { cause },
      );
    }
    return undefined;
  }
}
