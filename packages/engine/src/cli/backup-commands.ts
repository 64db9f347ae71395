import { Command } from 'commander';
import type { LifecycleLog } from '../store/postgres/lifecycle-log.js';
import { roleUrlsFromEnvironment } from '../store/postgres/role-urls-from-environment.js';
import { print } from './print.js';
import { ProgressLine } from './progress-line.js';

interface BackupFlags {
  readonly data?: string;
  readonly withSecrets?: boolean;
  readonly json?: boolean;
}

const quiet: LifecycleLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** These work on the stores themselves, beside a running server or without one. DATABASE_URL is honoured. */
export function backupCommands(): readonly Command[] {
  return [
    storeCommand('backup', 'Write everything into one file, as of this instant; a running server goes on meanwhile.')
      .argument('<file>', 'must not exist yet')
      .option('--with-secrets', "put the instance's secrets into it, so that sessions stay valid after a restore")
      .action(async (file: string, flags: BackupFlags) => {
        const progress = new ProgressLine();
        const { backup } = await import('../store/backup/backup.js');
        const done = await backup({
          ...stores(flags),
          file,
          now: new Date(),
          withSecrets: flags.withSecrets ?? false,
          onProgress: ({ table, tables, of }) => progress.say(`${tables} of ${of} tables, ${table}`),
        }).finally(() => progress.end());
        print(
          flags.json,
          done,
          () =>
            `${done.rows.toLocaleString('en')} rows of ${done.tables} tables and ${done.archiveFiles} archived files are in ${done.file}.`,
        );
      }),
    storeCommand('restore', 'Make a new, empty data folder of a backup; start it with "throughline serve" afterwards.')
      .argument('<file>', 'the backup')
      .action(async (file: string, flags: BackupFlags) => {
        const progress = new ProgressLine();
        const { restore } = await import('../store/backup/restore.js');
        const roleUrls = roleUrlsFromEnvironment(process.env);
        const done = await restore({
          ...stores(flags),
          ...(roleUrls === undefined ? {} : { roleUrls }),
          file,
          onProgress: ({ table, tables, of }) => progress.say(`${tables} of ${of} tables, ${table}`),
        }).finally(() => progress.end());
        print(
          flags.json,
          done,
          () => `${done.rows.toLocaleString('en')} rows as of ${done.asOf} are in ${done.dataFolder}.`,
        );
      }),
  ];
}

function storeCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--data <dir>', 'data folder (default: THROUGHLINE_DATA, else data)')
    .option('--json', 'print JSON');
}

function stores(flags: BackupFlags) {
  const databaseUrl = process.env.DATABASE_URL;
  return {
    dataFolder: flags.data ?? process.env.THROUGHLINE_DATA ?? 'data',
    log: quiet,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  };
}
