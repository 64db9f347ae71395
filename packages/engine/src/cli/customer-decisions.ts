import type { Command } from 'commander';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Decided {
  readonly decision: string;
  readonly persons: readonly string[];
}

type DecisionFlags = ServerFlags & { readonly note?: string };

/** What people decide about who is who. Each can be undone on the page of the person. */
export function customerDecisions(): readonly Command[] {
  const identifier = 'namespace:value, such as email:a@example.com';
  return [
    serverCommand('split', 'Decide that two identifiers of a customer are different people.')
      .argument('<id>', 'the person')
      .argument('<a>', identifier)
      .argument('<b>', identifier)
      .option('--note <text>', 'why')
      .action(async (id: string, a: string, b: string, flags: DecisionFlags) => {
        await decide(`/customers/${encodeURIComponent(id)}/split`, a, b, flags, 'They are different people now');
      }),
    serverCommand('join', 'Decide that two identifiers are one person.')
      .argument('<a>', identifier)
      .argument('<b>', identifier)
      .option('--note <text>', 'why')
      .action(async (a: string, b: string, flags: DecisionFlags) => {
        await decide('/customers/join', a, b, flags, 'They are one person now');
      }),
  ];
}

async function decide(path: string, a: string, b: string, flags: DecisionFlags, said: string): Promise<void> {
  const client = await (await connect(flags)).workspace(flags.workspace);
  const note = flags.note === undefined ? {} : { note: flags.note };
  const decided = await client.post<Decided>(path, { a: identifierOf(a), b: identifierOf(b), ...note });
  print(flags.json, decided, () => `${said}: ${decided.persons.join(', ')} (decision ${decided.decision}).`);
}

/** The namespace may hold a colon itself: `crm:acme:17` is 17 in crm:acme. */
function identifierOf(text: string): { readonly namespace: string; readonly value: string } {
  const found = /^((?:crm:[a-z0-9_.-]+)|[a-z][a-z0-9_]*):(.+)$/.exec(text);
  if (found?.[1] !== undefined && found[2] !== undefined) return { namespace: found[1], value: found[2] };
  throw new CliFailure(
    exitCode.usage,
    `"${text}" is no identifier: write namespace:value, such as email:a@example.com`,
  );
}
