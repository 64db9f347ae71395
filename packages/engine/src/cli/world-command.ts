import { mostCustomers } from '@throughline/world/most-customers';
import { type Profile, profiles } from '@throughline/world/profile';
import { Command, Option } from 'commander';
import { CliFailure, exitCode } from './cli-failure.js';
import { print } from './print.js';
import { ProgressLine } from './progress-line.js';

interface WorldFlags {
  readonly customers: string;
  readonly seed: string;
  readonly out: string;
  readonly profile: Profile;
  readonly until: string;
  readonly json?: boolean;
}

/** Needs no server: it writes files and nothing else. */
export function worldCommand(): Command {
  return new Command('world')
    .description(
      'Write a simulated company with a known truth: the files of each of its systems, mappings, and which record is which human. The same options give the same bytes.',
    )
    .requiredOption('--customers <n>', `how many people, 1 to ${mostCustomers.toLocaleString('en')}`)
    .requiredOption('--seed <n>', 'whole number; another one gives another company')
    .requiredOption('--out <dir>', 'folder to write to; must be empty or not exist')
    .addOption(
      new Option('--profile <name>', 'retailer (shops, web, app) or contracts (households, claims, brokers)')
        .choices(profiles)
        .default('retailer'),
    )
    .option('--until <day>', 'end of the two years that are recorded, yyyy-MM-dd, UTC', '2026-10-01')
    .option('--json', 'print JSON')
    .action(async (flags: WorldFlags) => {
      const options = {
        profile: flags.profile,
        customers: wholeNumber('--customers', flags.customers, 1, mostCustomers),
        seed: wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER),
        until: dayOf(flags.until),
      };
      const progress = new ProgressLine();
      const { writeWorld } = await import('./write-world.js');
      const written = await writeWorld(flags.out, options, (lines) =>
        progress.say(`${lines.toLocaleString('en')} lines`),
      ).finally(() => progress.end());
      const { files, lines, interactions, folder } = written;
      print(
        flags.json,
        written,
        () =>
          `${interactions.toLocaleString('en')} interactions (${lines.toLocaleString('en')} lines in ${files} files) are in ${folder}; its README says what is planted.`,
      );
    });
}

function wholeNumber(name: string, written: string, least: number, most: number): number {
  const number = /^\d{1,16}$/.test(written) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new CliFailure(exitCode.usage, `${name} must be a whole number from ${least} to ${most}, not ${written}`);
}

function dayOf(written: string): number {
  const atMs = /^\d{4}-\d\d-\d\d$/.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isFinite(atMs)) return atMs;
  throw new CliFailure(exitCode.usage, `--until must be a day like 2026-10-01, not ${written}`);
}
