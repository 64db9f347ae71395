import { readFile } from 'node:fs/promises';
import { Argument, Command } from 'commander';
import { parse, stringify } from 'yaml';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';
import { traitRuleCommands } from './trait-commands.js';
import { askWhatIf, whatIfPage } from './what-if.js';

interface Changed {
  readonly version: number;
  readonly inForce?: boolean;
}

interface Hubs {
  readonly opening: string;
  readonly hubs: readonly { readonly sentence: string }[];
}

export function rulesCommand(): Command {
  const rules = new Command('rules')
    .description('The rules by which identifiers are joined into persons and values are chosen.')
    .addCommand(
      serverCommand('show', 'Show the rules in force, as YAML.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const rules = await client.get<{ readonly document: unknown }>('/rules');
        print(flags.json, rules, () => stringify(rules.document).trimEnd());
      }),
    )
    .addCommand(
      serverCommand('set', 'Use the rules of a file (YAML or JSON); who is who is found out anew.')
        .argument('<file>', 'as "rules show" writes it')
        .action(async (file: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const changed = await client.put<Changed>('/rules', { document: await readDocument(file) });
          print(flags.json, changed, () => said(changed));
        }),
    )
    .addCommand(
      serverCommand(
        'what-if',
        'Say whom the rules of a file would join or take apart, and for whom another value would be used; nothing is changed.',
      )
        .argument('<file>', 'as "rules show" writes it')
        .action(async (file: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const found = await askWhatIf(client, await readDocument(file));
          print(flags.json, found, () => whatIfPage(found));
        }),
    )
    .addCommand(
      serverCommand('hubs', 'List identifiers that join nobody, since they are seen with too many people.').action(
        async (flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const list = await client.get<Hubs>('/hubs');
          print(flags.json, list, () => [list.opening, ...list.hubs.map(({ sentence }) => sentence)].join('\n'));
        },
      ),
    )
    .addCommand(
      serverCommand('decide', 'Say what an identifier is, however many people it is seen with.')
        .argument('<namespace>', 'as email')
        .argument('<value>', 'as info@shop.example')
        .addArgument(
          new Argument('<decision>', 'one person’s own, never joins, or what it is seen with decides').choices([
            'one-person',
            'leave-out',
            'detect',
          ]),
        )
        .action(async (namespace: string, value: string, decision: string, flags: ServerFlags) => {
          const client = await (await connect(flags)).workspace(flags.workspace);
          const decided = await client.post<{ readonly sentence: string }>('/hubs/decide', {
            namespace,
            value,
            decision,
          });
          print(flags.json, decided, () => decided.sentence);
        }),
    )
    .addCommand(
      serverCommand('undo', 'Use the rules again that were in force before.').action(async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const changed = await client.post<Changed>('/rules/undo');
        print(flags.json, changed, () => said(changed));
      }),
    );
  for (const command of traitRuleCommands()) rules.addCommand(command);
  return rules;
}

function said({ version, inForce }: Changed): string {
  return `Version ${version} of the rules ${inForce === false ? 'is stored; who is who is being found out anew' : 'is in force'}.`;
}

async function readDocument(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliFailure(exitCode.usage, `the file ${file} cannot be read`, { cause });
  });
  try {
    return parse(text);
  } catch (cause) {
    throw new CliFailure(
      exitCode.usage,
      `${file} is no YAML: ${cause instanceof Error ? cause.message.split('\n')[0] : ''}`,
      { cause },
    );
  }
}
