import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { exitCode } from './cli-failure.js';
import { cliPage } from './cli-page.js';
import { everyCommand, program } from './program.js';

describe('docs/cli.md', () => {
  it('is what the commands say of themselves (node packages/engine/bin/write-docs.mjs writes it)', async () => {
    expect(await readFile(new URL('../../../../docs/cli.md', import.meta.url), 'utf8')).toBe(cliPage());
  });
});

describe('the command line', () => {
  it('describes every command, argument and option, and every command but serve prints JSON', () => {
    const bare = everyCommand(program()).flatMap((command) => [
      ...(command.description() === '' ? [command.name()] : []),
      ...command.registeredArguments.filter(({ description }) => description === '').map((one) => one.name()),
      ...command.options.filter(({ description }) => description === '').map(({ flags }) => flags),
    ]);
    expect(bare).toEqual([]);
    const withoutJson = everyCommand(program())
      .filter((command) => command.commands.length === 0 && !command.options.some(({ long }) => long === '--json'))
      .map((command) => command.name());
    expect(withoutJson).toEqual(['serve']);
  });

  it('ends wrong usage with an error of its own, before anything is asked of a server', async () => {
    const silent = everyCommand(program()).map((command) => command.configureOutput({ writeErr: () => undefined }));
    await expect(silent[0]?.parseAsync(['node', 'throughline', 'import', 'file.csv'])).rejects.toMatchObject({
      exitCode: exitCode.usage,
    });
  });
});
