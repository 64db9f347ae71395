import { Command } from 'commander';
import { connect } from './connect.js';
import { plainText, print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Groups {
  readonly waiting: number;
  readonly groups: readonly {
    readonly code: string;
    readonly reason: string;
    readonly count: number;
    readonly samples: readonly { readonly body: string }[];
  }[];
}

type ReplayFlags = ServerFlags & { readonly find?: string; readonly replace?: string };

export function setAsideCommand(): Command {
  return new Command('set-aside')
    .description('What could not be applied: why, and reading it again.')
    .addCommand(
      serverCommand('list', 'List what is set aside, by reason.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const aside = await client.get<Groups>('/set-aside');
        print(flags.json, aside, () =>
          aside.waiting === 0
            ? 'nothing is set aside'
            : table(
                ['code', 'count', 'reason', 'sample'],
                aside.groups.map(({ code, count, reason, samples }) => [
                  code,
                  count,
                  reason,
                  plainText(samples[0]?.body ?? '').slice(0, 80),
                ]),
              ),
        );
      }),
    )
    .addCommand(
      serverCommand('replay', 'Read everything again that was set aside for one reason, with a text replaced if told.')
        .argument('<code>', 'the reason, as "set-aside list" prints it')
        .option('--find <text>', 'text to replace in each item')
        .option('--replace <text>', 'what to put in its place')
        .action(async (code: string, flags: ReplayFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { find, replace } = flags;
          const replayed = await client.post<{ replayed: number; stillAside: number }>('/set-aside/replay', {
            code,
            ...(find === undefined ? {} : { find }),
            ...(replace === undefined ? {} : { replace }),
          });
          print(
            flags.json,
            replayed,
            () => `${replayed.replayed} were taken in, ${replayed.stillAside} are still set aside.`,
          );
        }),
    );
}
