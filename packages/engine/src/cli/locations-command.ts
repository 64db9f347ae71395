import { readFile } from 'node:fs/promises';
import type { Location } from '@throughline/core/collect/locations/location';
import { Command } from 'commander';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

export function locationsCommand(): Command {
  return new Command('locations')
    .description('Where things take place, as a tree, and the codes by which sources name places.')
    .addCommand(
      serverCommand('list', 'List the places.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const { items } = await client.get<{ readonly items: readonly Location[] }>('/locations');
        const nameOf = new Map(items.map(({ id, name }) => [id, name]));
        print(flags.json, { items }, () =>
          table(
            ['place', 'kind', 'below', 'codes'],
            items.map(({ name, kind, parent, codes }) => [
              name,
              kind,
              parent === null ? '' : (nameOf.get(parent) ?? ''),
              codes.join(', '),
            ]),
          ),
        );
      }),
    )
    .addCommand(
      serverCommand('load', 'Make the places of a list, and change those whose codes are known.')
        .argument('<file>', 'a CSV file with the columns code, name, kind and parent (the code it hangs below)')
        .action(async (file: string, flags: ServerFlags) => {
          const items = await readPlaces(file);
          const client = await (await connect(flags)).workspace(flags.workspace);
          const done = await client.post<{ added: number; changed: number }>('/locations/load', { items });
          print(flags.json, done, () => `${done.added} places were made, ${done.changed} changed.`);
        }),
    );
}

async function readPlaces(file: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliFailure(exitCode.usage, `the file ${file} cannot be read`, { cause });
  });
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ',';
  const cellsOf = (line: string) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const columns = cellsOf(head);
  const missing = ['code', 'name', 'kind'].filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new CliFailure(exitCode.usage, `${file} has no column ${missing.join(', ')}`);
  return lines.map((line) =>
    Object.fromEntries(
      cellsOf(line).flatMap((cell, at) => {
        const column = columns[at];
        return column !== undefined && /^(code|name|kind|parent)$/.test(column) && cell !== '' ? [[column, cell]] : [];
      }),
    ),
  );
}
