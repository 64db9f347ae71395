import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Counted {
  readonly sentence: string;
  readonly customers: number;
  readonly visitors: number;
  readonly asOf: string;
  readonly look: readonly { readonly id: string; readonly name: string | null }[];
}

export function segmentsCommand(): Command {
  return new Command('segments').description('Groups of people by a condition.').addCommand(
    serverCommand('count', 'Count whom a condition means now, and show five of them.')
      .argument('<file>', 'a JSON file with the condition; docs/segments.md says how it is written')
      .action(async (file: string, flags: ServerFlags) => {
        const condition = await readJson(file);
        const client = await (await connect(flags)).workspace(flags.workspace);
        const counted = await client.post<Counted>('/segments/count', { condition });
        print(flags.json, counted, () =>
          [
            counted.sentence,
            `${counted.customers} customers and ${counted.visitors} unrecognised visitors, as of ${counted.asOf}.`,
            ...counted.look.map(({ id, name }) => `  ${id}  ${name ?? ''}`.trimEnd()),
          ].join('\n'),
        );
      }),
  );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliFailure(exitCode.usage, `the file ${file} cannot be read`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliFailure(exitCode.usage, `${file} is not valid JSON`, { cause });
  }
}
