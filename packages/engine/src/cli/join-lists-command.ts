import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { WorkspaceClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Preview {
  readonly opening: string;
  readonly joins: number;
  readonly lines: readonly { readonly line: number; readonly verdict: string; readonly sentence: string }[];
}

interface JoinList {
  readonly id: string;
  readonly name: string;
  readonly state: 'applying' | 'applied' | 'undoing' | 'undone' | 'interrupted';
  readonly decisions: number;
  readonly standing: number;
  readonly madeBy: string;
  readonly madeAt: string;
}

const everyMs = 300;

/** Pairs of identifiers in a file that are one person each. */
export function joinListsCommand(): Command {
  return new Command('join-lists')
    .description('Decide a file of pairs, each one person: look first, decide all, take all back.')
    .addCommand(
      serverCommand('preview', 'Say what would become of each line; nothing is decided.')
        .argument('<file>', 'CSV: identifier, identifier, reason; such as email:a@example.com,crm:acme:17,same voice')
        .action(async (file: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const preview = await client.post<Preview>('/join-lists/preview', { text: await textOf(file) });
          print(flags.json, preview, () =>
            [
              preview.opening,
              '',
              table(
                ['line', 'what'],
                preview.lines.map(({ line, sentence }) => [line, sentence]),
              ),
            ].join('\n'),
          );
        }),
    )
    .addCommand(
      serverCommand('apply', 'Decide every line that would join somebody, and wait until it is done.')
        .argument('<file>', 'as for preview')
        .action(async (file: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const made = await client.post<JoinList>('/join-lists', { name: basename(file), text: await textOf(file) });
          const done = await settled(client, made.id);
          print(
            flags.json,
            done,
            () => `${done.standing} of ${done.decisions} decisions stand; the list is ${done.id}.`,
          );
        }),
    )
    .addCommand(
      serverCommand('list', 'List the files that were handed in, the newest first.').action(
        async (flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { items } = await client.get<{ readonly items: readonly JoinList[] }>('/join-lists');
          print(flags.json, { items }, () =>
            table(
              ['list', 'file', 'state', 'decisions', 'standing', 'by', 'at'],
              items.map((one) => [one.id, one.name, one.state, one.decisions, one.standing, one.madeBy, one.madeAt]),
            ),
          );
        },
      ),
    )
    .addCommand(
      serverCommand('undo', 'Take every decision of a list back, and wait until it is done.')
        .argument('<list>', 'its id')
        .action(async (id: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          await client.post(`/join-lists/${encodeURIComponent(id)}/undo`);
          const done = await settled(client, id);
          print(flags.json, done, () => `All ${done.decisions} decisions are taken back.`);
        }),
    );
}

async function settled(client: WorkspaceClient, id: string): Promise<JoinList> {
  for (;;) {
    const list = await client.get<JoinList>(`/join-lists/${encodeURIComponent(id)}`);
    if (list.state !== 'applying' && list.state !== 'undoing') return list;
    await pause(everyMs);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CliFailure(exitCode.usage, `${file} cannot be read`);
  }
}
