import { wordsIn } from '@throughline/core/words/words-in';
import type { Command } from 'commander';
import type { ImportRun } from '../collect/import/import-run.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { importFile } from './import-file.js';
import { plainText, print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';
import { type Suggestion, suggestMapping } from './suggest-mapping.js';

interface ImportFlags extends ServerFlags {
  readonly map?: string;
  readonly suggest?: boolean;
  readonly source?: string;
  readonly createSource?: boolean;
  readonly lookup?: readonly string[];
  readonly dryRun?: boolean;
  readonly again?: boolean;
}

export function importCommand(): Command {
  return serverCommand(
    'import',
    'Import a CSV, Excel, JSON, Parquet, Avro or SQLite file by a mapping, and wait until all of it is resolved.',
  )
    .argument('<file>', 'the file')
    .option('--map <file>', 'the mapping (YAML)')
    .option('--suggest', 'import nothing; print the mapping that the screens would propose for the file')
    .option('--source <name>', 'source the file comes from (default: the one the mapping names)')
    .option('--create-source', 'make the source if there is none of that name, with the channel of the mapping')
    .option('--lookup <file...>', 'look-up files that lie neither beside the file nor beside the mapping')
    .option('--dry-run', 'read everything, append nothing, show what would be made')
    .option('--again', 'import although this file was imported with this mapping before')
    .action(async (file: string, flags: ImportFlags) => {
      if (flags.map === undefined && flags.suggest !== true) {
        throw new CliFailure(
          exitCode.usage,
          'say how the file is to be read: --map FILE, or --suggest, which prints a mapping to begin with',
        );
      }
      const client = await (await connect(flags)).workspace(flags.workspace);
      if (flags.suggest === true || flags.map === undefined) {
        const suggestion = await suggestMapping(client, file, flags.source);
        print(flags.json, suggestion, () => suggestion.yaml.trimEnd());
        if (flags.json !== true) for (const line of openQuestions(suggestion)) console.error(line);
        return;
      }
      const run = await importFile(client, {
        file,
        map: flags.map,
        source: flags.source,
        createSource: flags.createSource ?? false,
        lookups: flags.lookup ?? [],
        dryRun: flags.dryRun ?? false,
        again: flags.again ?? false,
      });
      print(flags.json, summary(run), () => sentence(run));
    });
}

/** Below the mapping, on stderr: what it leaves to be decided. */
function openQuestions({ proposal }: Suggestion): readonly string[] {
  const { say } = wordsIn('en');
  const open = proposal.questions.filter(({ chosen }) => chosen === null);
  return open.map(({ sentence }) => `to be decided: ${plainText(say(sentence.key, sentence.values))}`);
}

function summary({ id, read, interactions, accepted, duplicates, setAside, dryRun }: ImportRun) {
  return {
    import: id,
    read,
    interactions,
    accepted,
    duplicates,
    setAside,
    ...(dryRun === undefined ? {} : { dryRun }),
  };
}

function sentence({ id, read, interactions, accepted, duplicates, setAside, dryRun }: ImportRun): string {
  const number = (count: number) => count.toLocaleString('en');
  const counts = `${number(read)} lines: ${number(accepted)} messages new (${number(interactions)} interactions), ${number(duplicates)} known already, ${number(setAside)} set aside`;
  if (dryRun === undefined) return `${counts}.\nImport ${id}; take it back with "throughline imports undo ${id}".`;
  const sample = dryRun.sample.slice(0, 3).map((message) => `  ${plainText(JSON.stringify(message)).slice(0, 400)}`);
  const aside = dryRun.setAside.slice(0, 3).map((line) => `  ${plainText(JSON.stringify(line)).slice(0, 400)}`);
  return [
    `${counts}. Nothing was imported.`,
    ...(sample.length > 0 ? ['The first messages:', ...sample] : []),
    ...(aside.length > 0 ? ['The first lines set aside:', ...aside] : []),
  ].join('\n');
}
