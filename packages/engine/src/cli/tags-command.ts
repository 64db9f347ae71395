import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { connect } from './connect.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Tag {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly campaign: string;
  readonly url: string | null;
  readonly number: string | null;
  readonly vouchers: number;
}

interface AddFlags extends ServerFlags {
  readonly kind: string;
  readonly campaign?: string;
  readonly touchpoint?: string;
  readonly channel: string;
  readonly target?: string;
  readonly number?: string;
  readonly count?: string;
}

export function tagsCommand(): Command {
  return new Command('tags')
    .description('Tagged links, QR codes, voucher series and tracked numbers.')
    .addCommand(
      serverCommand('list', 'List the tags and how often each was used.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const { items } = await client.get<{ readonly items: readonly Tag[] }>('/tags');
        const use = await client.get<{ readonly items: readonly { id: string; uses: number }[] }>('/tags/use');
        const uses = new Map(use.items.map((one) => [one.id, one.uses]));
        const rows = items.map((tag) => ({ ...tag, uses: uses.get(tag.id) ?? 0 }));
        print(flags.json, { items: rows }, () =>
          table(
            ['tag', 'name', 'kind', 'campaign', 'used', 'what is printed'],
            rows.map((tag) => [tag.id, tag.name, tag.kind, tag.campaign, tag.uses, printed(tag)]),
          ),
        );
      }),
    )
    .addCommand(
      serverCommand('add', 'Make a tag for a touchpoint and campaign.')
        .argument('<name>', 'what people call it')
        .requiredOption('--kind <kind>', 'link, qr, vouchers or number')
        .requiredOption('--channel <name>', 'channel of the interactions it brings')
        .option('--campaign <name>', 'campaign it belongs to')
        .option('--touchpoint <name>', 'where people meet it')
        .option('--target <address>', 'where a link or QR code leads')
        .option('--number <number>', 'the number that is tracked')
        .option('--count <number>', 'how many codes a voucher series has')
        .action(async (name: string, flags: AddFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { kind, channel, campaign = '', touchpoint = '', target, number, count } = flags;
          const tag = await client.post<Tag>('/tags', {
            ...{ name, kind, channel, campaign, touchpoint },
            ...(target === undefined ? {} : { target }),
            ...(number === undefined ? {} : { number }),
            ...(count === undefined ? {} : { count: Number(count) }),
          });
          print(flags.json, tag, () => `${tag.name} was made: ${printed(tag)}\nIts id is ${tag.id}.`);
        }),
    )
    .addCommand(
      serverCommand('vouchers', 'Write the codes of a voucher series, one a line.')
        .argument('<tag>', 'id of the series')
        .argument('<file>', 'file to write')
        .action(async (tag: string, file: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const { codes } = await client.get<{ readonly codes: readonly string[] }>(
            `/tags/${encodeURIComponent(tag)}/vouchers`,
          );
          await writeFile(file, `${codes.join('\n')}\n`, { flag: 'wx' });
          print(flags.json, { file, codes: codes.length }, () => `${codes.length} codes were written to ${file}.`);
        }),
    );
}

function printed({ url, number, vouchers }: Tag): string {
  return url ?? number ?? `${vouchers.toLocaleString('en')} codes`;
}
