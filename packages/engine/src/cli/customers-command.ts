import { Command } from 'commander';
import { connect } from './connect.js';
import { customerDecisions } from './customer-decisions.js';
import { print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';
import { customerTraitCommands } from './trait-commands.js';

interface Identifier {
  readonly namespace: string;
  readonly value: string;
}

interface Summary {
  readonly id: string;
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
  readonly interactions: number;
  readonly lastAt: string | null;
}

interface Found extends Summary {
  readonly because: string;
}

interface Customer {
  readonly person: {
    readonly id: string;
    readonly name: string | null;
    readonly identifiers: readonly Identifier[];
    readonly traits: object;
  };
  readonly opening: string;
}

interface Interaction {
  readonly at: string;
  readonly name: string;
  readonly channel: string;
  readonly source: string;
}

interface Join {
  readonly match: string;
  readonly at: string;
  readonly sentence: string;
}

export function customersCommand(): Command {
  const customers = new Command('customers')
    .description('Find and show customers, say why they are one, split and join them.')
    .addCommand(findCommand())
    .addCommand(showCommand())
    .addCommand(explainCommand());
  for (const command of [...customerDecisions(), ...customerTraitCommands()]) customers.addCommand(command);
  return customers;
}

function findCommand(): Command {
  return serverCommand(
    'find',
    'Find customers by a name, an identifier or a part of one, or a postcode; the best first.',
  )
    .argument('<text>', 'e-mail address, number, customer id, name …')
    .option('--limit <number>', 'at most so many, 100 or fewer', '20')
    .action(async (text: string, flags: ServerFlags & { readonly limit: string }) => {
      const client = await (await connect(flags)).workspace(flags.workspace);
      const limit = Math.min(100, Math.max(1, Number(flags.limit) || 20));
      const { items } = await client.post<{ readonly items: readonly Found[] }>('/customers/search', {
        q: text,
        limit,
      });
      print(flags.json, { items }, () =>
        items.length === 0
          ? 'nobody is known by that'
          : table(
              ['person', 'name', 'why', 'known by', 'interactions', 'last'],
              items.map((one) => [
                one.id,
                one.name ?? '',
                one.because,
                named(one.identifiers),
                one.interactions,
                one.lastAt ?? '',
              ]),
            ),
      );
    });
}

function showCommand(): Command {
  return serverCommand('show', 'Show a customer with all interactions.')
    .argument('<id>', 'the person')
    .option('--limit <number>', 'at most so many interactions', '100000')
    .action(async (id: string, flags: ServerFlags & { readonly limit: string }) => {
      const client = await (await connect(flags)).workspace(flags.workspace);
      const at = `/customers/${encodeURIComponent(id)}`;
      const { person, opening } = await client.get<Customer>(at);
      const interactions = await client.all<Interaction>(`${at}/interactions`, Math.max(1, Number(flags.limit) || 1));
      print(flags.json, { person, interactions }, () =>
        [
          `${person.name ?? 'No name'} (${person.id})`,
          opening,
          `Known by ${named(person.identifiers)}`,
          '',
          table(
            ['time', 'what', 'channel', 'source'],
            interactions.map((one) => [one.at, one.name, one.channel, one.source]),
          ),
        ].join('\n'),
      );
    });
}

function explainCommand(): Command {
  return serverCommand('explain', 'Say why the identifiers of a customer are held to be one person.')
    .argument('<id>', 'the person')
    .action(async (id: string, flags: ServerFlags) => {
      const client = await (await connect(flags)).workspace(flags.workspace);
      const { joins } = await client.get<{ readonly joins: readonly Join[] }>(
        `/customers/${encodeURIComponent(id)}/explain`,
      );
      print(flags.json, { joins }, () =>
        joins.length === 0
          ? 'one identifier, nothing to explain'
          : table(
              ['match', 'since', 'why'],
              joins.map((one) => [one.match, one.at, one.sentence]),
            ),
      );
    });
}

function named(identifiers: readonly Identifier[]): string {
  return identifiers.map(({ namespace, value }) => `${namespace} ${value}`).join(', ');
}
