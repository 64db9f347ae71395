import type { Command } from 'commander';
import { connect } from './connect.js';
import { plainText, print, table } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Traits {
  readonly opening: string;
  readonly traits: readonly {
    readonly trait: string;
    readonly people: number;
    readonly contradicted: number;
    readonly settled: number;
    readonly rule: string | { readonly choose: string; readonly sources: readonly string[] };
  }[];
}

interface Contradiction {
  readonly id: string;
  readonly name: string | null;
  readonly values: readonly {
    readonly value: unknown;
    readonly used: boolean;
    readonly said: readonly { readonly source: string }[];
  }[];
}

interface History {
  readonly used: { readonly value: unknown; readonly why: string };
  readonly said: readonly {
    readonly value: unknown;
    readonly source: string;
    readonly firstAt: string;
    readonly replacedAt: string | null;
    readonly times: number;
  }[];
  readonly settled: readonly { readonly decision: string; readonly value: unknown; readonly note: string }[];
}

/** Which value we use of a trait, as it stands below `rules`. */
export function traitRuleCommands(): readonly Command[] {
  return [
    serverCommand('traits', 'List traits with the rule that chooses each value, the most contradicted first.').action(
      async (flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const list = await client.get<Traits>('/traits');
        print(flags.json, list, () =>
          [
            list.opening,
            table(
              ['trait', 'people', 'contradicted', 'settled', 'rule'],
              list.traits.map(({ trait, people, contradicted, settled, rule }) => [
                trait,
                people,
                contradicted,
                settled,
                typeof rule === 'string' ? rule : `${rule.choose}, ${rule.sources.length} believed first`,
              ]),
            ),
          ].join('\n'),
        );
      },
    ),
    serverCommand('contradictions', 'List the people about whom sources contradict each other in a trait.')
      .argument('<trait>', 'as birthday')
      .option('--limit <number>', 'at most so many', '50')
      .action(async (trait: string, flags: ServerFlags & { readonly limit: string }) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const query = `trait=${encodeURIComponent(trait)}&limit=${encodeURIComponent(flags.limit)}`;
        const list = await client.get<{ readonly opening: string; readonly items: readonly Contradiction[] }>(
          `/traits/contradictions?${query}`,
        );
        print(flags.json, list, () => [list.opening, ...list.items.map(contradictionLine)].join('\n'));
      }),
  ];
}

/** What was said and decided about one trait of a customer, as it stands below `customers`. */
export function customerTraitCommands(): readonly Command[] {
  return [
    serverCommand('history', 'Say what was said about a trait of a customer, and why we use what we use.')
      .argument('<id>', 'the person')
      .argument('<trait>', 'as birthday')
      .action(async (id: string, trait: string, flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const history = await client.get<History>(
          `/customers/${encodeURIComponent(id)}/trait-history?trait=${encodeURIComponent(trait)}`,
        );
        print(flags.json, history, () => historyPage(history));
      }),
    serverCommand('settle', 'Decide which value of a trait of a customer is right; it holds whatever sources say.')
      .argument('<id>', 'the person')
      .argument('<trait>', 'as birthday')
      .argument('<value>', 'as text')
      .requiredOption('--note <text>', 'why it is right')
      .action(async (id: string, trait: string, value: string, flags: ServerFlags & { readonly note: string }) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const settled = await client.post<{ readonly decision: string; readonly sentence: string }>(
          `/customers/${encodeURIComponent(id)}/settle-trait`,
          { trait, value, note: flags.note },
        );
        print(flags.json, settled, () => `${settled.sentence} (decision ${settled.decision})`);
      }),
    serverCommand('unsettle', 'Take a decision about a trait back.')
      .argument('<decision>', 'as "customers history" lists it')
      .action(async (decision: string, flags: ServerFlags) => {
        const client = await (await connect(flags)).workspace(flags.workspace);
        const undone = await client.post<{ readonly sentence: string }>(
          `/settled-traits/${encodeURIComponent(decision)}/undo`,
        );
        print(flags.json, undone, () => undone.sentence);
      }),
  ];
}

const shown = (value: unknown): string => plainText(typeof value === 'string' ? value : JSON.stringify(value));

function contradictionLine({ id, name, values }: Contradiction): string {
  const each = values.map(
    ({ value, used, said }) =>
      `${shown(value)} (${said.map(({ source }) => source).join(', ')}${used ? ', used' : ''})`,
  );
  return `${id}  ${plainText(name ?? '')}: ${each.join(' / ')}`;
}

function historyPage({ used, said, settled }: History): string {
  return [
    `${shown(used.value)}: ${used.why}`,
    ...said.map(
      ({ value, source, firstAt, replacedAt, times }) =>
        `  ${firstAt.slice(0, 10)} to ${replacedAt?.slice(0, 10) ?? 'now       '}  ${shown(value)} (${source}, ${times} times)`,
    ),
    ...settled.map(
      ({ decision, value, note }) => `  settled: ${shown(value)}, because: ${plainText(note)} (decision ${decision})`,
    ),
  ].join('\n');
}
