import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { DescribedMending } from '../collect/set-aside/mending-schema.js';
import type { WorkspaceClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { plainText, print, table } from './print.js';
import { ProgressLine } from './progress-line.js';
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
          const mending = await client.post<DescribedMending>('/set-aside/replay', {
            code,
            ...(find === undefined ? {} : { find }),
            ...(replace === undefined ? {} : { replace }),
          });
          const { replayed, stillAside } = await ended(client, mending);
          print(
            flags.json,
            { replayed, stillAside },
            () => `${replayed} were taken in, ${stillAside} are still set aside.`,
          );
        }),
    );
}

/** Follows a mending to its end; interrupting the command does not stop it. */
async function ended(client: WorkspaceClient, ordered: DescribedMending): Promise<DescribedMending> {
  const progress = new ProgressLine();
  try {
    for (let mending = ordered; ; mending = await client.get<DescribedMending>(`/set-aside/mendings/${ordered.id}`)) {
      if (mending.state === 'done') return mending;
      if (mending.state === 'failed') {
        const { code, detail } = mending.error ?? { code: 'request.internal', detail: 'it failed' };
        throw new CliFailure(exitCode.failed, detail, { code });
      }
      if (mending.state === 'stopped') throw new CliFailure(exitCode.failed, 'somebody stopped it meanwhile');
      const [done, of] = [mending.replayed + mending.stillAside, mending.waiting].map((count) =>
        count.toLocaleString('en'),
      );
      progress.say(`${done} of ${of} read again`);
      await pause(200);
    }
  } finally {
    progress.end();
  }
}
