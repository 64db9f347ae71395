import { Command } from 'commander';
import type { WorkspaceClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Source {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly archived: boolean;
  readonly lastReceivedAt: string | null;
  readonly total: { readonly stored: number; readonly duplicates: number; readonly setAside: number };
}

interface AddFlags extends ServerFlags {
  readonly channel: string;
  readonly key?: string;
  readonly team?: string;
  readonly trust?: string;
  readonly zone?: string;
  readonly country?: string;
  readonly currency?: string;
}

export function sourcesCommand(): Command {
  return new Command('sources')
    .description('Systems that send data, and their write keys.')
    .addCommand(
      serverCommand('list', 'List the sources.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const { items } = await client.get<{ readonly items: readonly Source[] }>('/sources');
        print(flags.json, { items }, () =>
          table(
            ['name', 'channel', 'stored', 'duplicates', 'set aside', 'last received'],
            items.map(({ name, channel, total, lastReceivedAt }) => [
              name,
              channel,
              total.stored,
              total.duplicates,
              total.setAside,
              lastReceivedAt ?? 'never',
            ]),
          ),
        );
      }),
    )
    .addCommand(
      serverCommand('add', 'Add a source; its write key is shown once.')
        .argument('<name>', 'what people call it')
        .requiredOption('--channel <name>', 'its channel, such as web, store or call_centre')
        .option('--key <kind>', 'public (may stand in a web page) or server')
        .option('--team <name>', 'team that owns it')
        .option('--trust <0-100>', 'of two claims the one of the more trusted source is used')
        .option('--zone <name>', 'time zone of times that name none')
        .option('--country <code>', 'country of phone numbers without one')
        .option('--currency <code>', 'currency of amounts without one')
        .action(async (name: string, flags: AddFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { channel, key, team, trust, zone, country, currency } = flags;
          const made = await client.post<{ id: string; name: string; writeKey: string }>('/sources', {
            name,
            channel,
            ...Object.fromEntries(
              Object.entries({ key, team, zone, country, currency }).filter(([, value]) => value !== undefined),
            ),
            ...(trust === undefined ? {} : { trust: Number(trust) }),
          });
          print(flags.json, made, () => `${made.name} was added.\nWrite key, shown this once: ${made.writeKey}`);
        }),
    )
    .addCommand(
      serverCommand('rotate', 'Make a new write key for a source; the old ones of its kind end.')
        .argument('<source>', 'name or id')
        .option('--key <kind>', 'public or server (default: the kind of its newest key)')
        .action(async (wanted: string, flags: ServerFlags & { readonly key?: string }) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { id, name } = await findSource(client, wanted);
          const body = flags.key === undefined ? {} : { kind: flags.key };
          const { writeKey } = await client.post<{ writeKey: string }>(`/sources/${id}/rotate`, body);
          print(flags.json, { id, name, writeKey }, () => `New write key of ${name}, shown this once: ${writeKey}`);
        }),
    );
}

async function findSource(client: WorkspaceClient, wanted: string): Promise<Source> {
  const { items } = await client.get<{ readonly items: readonly Source[] }>('/sources');
  const found = items.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  throw new CliFailure(
    exitCode.failed,
    `there is no source "${wanted}"; there are ${items.map(({ name }) => name).join(', ') || 'none'}`,
  );
}
