import { Command } from 'commander';

/** Which server a command talks to, and how it prints. */
export interface ServerFlags {
  readonly data?: string;
  readonly url?: string;
  readonly workspace?: string;
  readonly json?: boolean;
}

/** A command that talks to a running server. */
export function serverCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--data <dir>', 'data folder of the running server (default: THROUGHLINE_DATA, else data)')
    .option('--url <origin>', 'a server elsewhere; its API token is taken from THROUGHLINE_TOKEN')
    .option('--workspace <slug>', 'workspace, if there are several')
    .option('--json', 'print JSON');
}
