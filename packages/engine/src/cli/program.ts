import { createRequire } from 'node:module';
import { Command } from 'commander';
import { backupCommands } from './backup-commands.js';
import { countsCommand } from './counts-command.js';
import { customersCommand } from './customers-command.js';
import { demoCommand } from './demo-command.js';
import { doctorCommand } from './doctor-command.js';
import { happeningsCommand } from './happenings-command.js';
import { importCommand } from './import-command.js';
import { importsCommand } from './imports-command.js';
import { inviteCommand } from './invite-command.js';
import { joinListsCommand } from './join-lists-command.js';
import { locationsCommand } from './locations-command.js';
import { rebuildCommand } from './rebuild-command.js';
import { rulesCommand } from './rules-command.js';
import { segmentsCommand } from './segments-command.js';
import { serveCommand } from './serve-command.js';
import { setAsideCommand } from './set-aside-command.js';
import { sourcesCommand } from './sources-command.js';
import { tagsCommand } from './tags-command.js';
import { worldCommand } from './world-command.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

/** All commands. `docs/cli.md` is written from it. */
export function program(): Command {
  const commands = [
    serveCommand(),
    inviteCommand(),
    demoCommand(),
    sourcesCommand(),
    importCommand(),
    importsCommand(),
    countsCommand(),
    happeningsCommand(),
    locationsCommand(),
    tagsCommand(),
    customersCommand(),
    segmentsCommand(),
    joinListsCommand(),
    rulesCommand(),
    setAsideCommand(),
    rebuildCommand(),
    ...backupCommands(),
    doctorCommand(),
    worldCommand(),
  ];
  const all = new Command('throughline').description('One customer, one line through every channel.').version(version);
  for (const command of commands) all.addCommand(command);
  for (const command of everyCommand(all)) command.exitOverride();
  return all;
}

/** A command and all below it. */
export function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
