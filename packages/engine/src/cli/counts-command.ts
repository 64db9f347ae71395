import { Command } from 'commander';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Measure {
  readonly measure: string;
  readonly per: string;
  readonly places: number;
  readonly buckets: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

interface Values {
  readonly days: readonly { readonly day: string; readonly value: number; readonly buckets: number }[];
}

interface ShowFlags extends ServerFlags {
  readonly per: string;
  readonly from?: string;
  readonly to?: string;
}

export function countsCommand(): Command {
  return new Command('counts')
    .description('Numbers that were counted without persons, such as footfall.')
    .addCommand(
      serverCommand('list', 'List what is counted.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const { items } = await client.get<{ readonly items: readonly Measure[] }>('/counts');
        print(flags.json, { items }, () =>
          table(
            ['measure', 'per', 'places', 'buckets', 'first', 'last'],
            items.map((one) => [one.measure, one.per, one.places, one.buckets, one.firstAt, one.lastAt]),
          ),
        );
      }),
    )
    .addCommand(
      serverCommand('show', 'Show the numbers of one measure, day by day.')
        .argument('<measure>', 'what was counted')
        .option('--per <bucket>', 'minute, quarter_hour, hour, day, week or month', 'day')
        .option('--from <day>', 'first day, such as 2026-05-01')
        .option('--to <day>', 'last day')
        .action(async (measure: string, flags: ShowFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { per, from, to } = flags;
          const asked = new URLSearchParams({ measure, per });
          if (from !== undefined) asked.set('from', from);
          if (to !== undefined) asked.set('to', to);
          const values = await client.get<Values>(`/counts/values?${asked}`);
          print(flags.json, values, () =>
            table(
              ['day', 'value', 'buckets'],
              values.days.map(({ day, value, buckets }) => [day, value, buckets]),
            ),
          );
        }),
    );
}
