import { Command } from 'commander';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Happening {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly location: string;
  readonly from: string;
  readonly until: string | null;
}

interface AddFlags extends ServerFlags {
  readonly kind: string;
  readonly from: string;
  readonly until?: string;
  readonly location?: string;
  readonly knownFrom?: string;
}

export function happeningsCommand(): Command {
  return new Command('happenings')
    .description(
      'What went on and may explain what customers did: outages, price changes, strikes, releases, campaigns.',
    )
    .addCommand(
      serverCommand('list', 'List what happened, the latest first.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const { items } = await client.get<{ readonly items: readonly Happening[] }>('/happenings');
        print(flags.json, { items }, () =>
          table(
            ['happening', 'kind', 'what', 'where', 'from', 'until'],
            items.map((one) => [one.id, one.kind, one.what, one.location, one.from, one.until ?? 'goes on']),
          ),
        );
      }),
    )
    .addCommand(
      serverCommand('add', 'Enter something that happened.')
        .argument('<what>', 'what it was, in a few words')
        .requiredOption('--kind <kind>', 'outage, price_change, strike, release, campaign or other')
        .requiredOption('--from <time>', 'day or time it began, such as 2026-05-01 or 2026-05-01T10:00:00+02:00')
        .option('--until <time>', 'day or time it ended; a day belongs to it')
        .option('--location <name>', 'where, if not everywhere')
        .option('--known-from <text>', 'where the knowledge comes from')
        .action(async (what: string, flags: AddFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { kind, from, until, location, knownFrom } = flags;
          const given = Object.entries({ until, location, knownFrom }).filter(([, value]) => value !== undefined);
          const made = await client.post<{ id: string }>('/happenings', {
            kind,
            what,
            from,
            ...Object.fromEntries(given),
          });
          print(flags.json, made, () => `Entered as ${made.id}.`);
        }),
    )
    .addCommand(
      serverCommand('remove', 'Take something off the list.')
        .argument('<id>', 'as "happenings list" shows it')
        .action(async (id: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          await client.delete(`/happenings/${encodeURIComponent(id)}`);
          print(flags.json, { id, removed: true }, () => 'Taken off the list.');
        }),
    );
}
