import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { ImportRun } from '../collect/import/import-run.js';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { ProgressLine } from './progress-line.js';
import { type ServerFlags, serverCommand } from './server-command.js';

export function importsCommand(): Command {
  return new Command('imports')
    .description('Imports and taking them back.')
    .addCommand(
      serverCommand('list', 'List imports, the newest first.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const items = await client.all<ImportRun>('/imports', 10_000);
        print(flags.json, { items }, () =>
          table(
            ['import', 'file', 'source', 'state', 'lines', 'accepted', 'duplicates', 'set aside'],
            items.map((run) => [
              run.id,
              run.fileName,
              run.source.name,
              run.state,
              run.read,
              run.accepted,
              run.duplicates,
              run.setAside,
            ]),
          ),
        );
      }),
    )
    .addCommand(
      serverCommand('undo', 'Take an import back whole, and wait until that is done.')
        .argument('<id>', 'the import')
        .action(async (id: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const at = `/imports/${encodeURIComponent(id)}`;
          const { interactions, persons } = await client.get<{ interactions: number; persons: number }>(
            `${at}/preview-undo`,
          );
          const progress = new ProgressLine();
          let run = await client.post<ImportRun>(`${at}/undo`);
          for (; run.state !== 'undone'; run = await client.get<ImportRun>(at)) {
            progress.say(`taking ${run.fileName} back`);
            await pause(200);
          }
          progress.end();
          print(
            flags.json,
            { import: id, state: run.state, interactions, persons },
            () =>
              `${run.fileName} was taken back: ${interactions.toLocaleString('en')} interactions of ${persons.toLocaleString('en')} persons.`,
          );
        }),
    );
}
