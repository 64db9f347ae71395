import type { Argument, Command, Option } from 'commander';
import { everyCommand, program } from './program.js';

/** `docs/cli.md`, written from the commands themselves. */
export function cliPage(): string {
  const commands = everyCommand(program()).filter(
    (command) => command.parent !== null && (command.commands.length === 0 || command.options.length > 0),
  );
  return `${head}\n${commands.map(section).join('\n')}`;
}

const head = `# The command line

\`throughline <command>\` speaks to the running server of the same data folder: address and token lie in that folder, readable by its owner
alone. With \`--url\` it speaks to a server elsewhere; the API token is taken from \`THROUGHLINE_TOKEN\`. \`backup\` and \`restore\` work on the stores
themselves. Every command has \`--json\` (one line on standard output) except \`serve\`; progress is shown on standard error when that is a terminal.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | failed; one sentence on standard error says why, with the code that [errors.md](errors.md) explains |
| 2 | wrong usage: an option, argument, file or mapping path is missing or not valid |
| 3 | the server cannot be reached |
| 4 | refused: the token is not valid or may not do this |
`;

function section(command: Command): string {
  const rows = [
    ...command.registeredArguments.map((one) => [argumentText(one), one.description]),
    ...command.options.map((option) => [`\`${option.flags}\``, optionText(option)]),
  ];
  const list = rows.map(([name, text]) => `- ${name}: ${text}`).join('\n');
  return `\n## ${fullName(command)}\n\n${command.description()}\n\n${list}\n`;
}

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

function argumentText(argument: Argument): string {
  return `\`${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}\``;
}

function optionText({ description, defaultValue, mandatory }: Option): string {
  const added = [mandatory ? 'needed' : '', typeof defaultValue === 'string' ? `default: ${defaultValue}` : ''].filter(
    (text) => text !== '',
  );
  return added.length === 0 ? description : `${description} (${added.join(', ')})`;
}
