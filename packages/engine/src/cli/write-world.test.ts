import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importMapping } from '../collect/import/import-mapping.js';
import { exitCode } from './cli-failure.js';
import { everyCommand, program } from './program.js';
import { type WrittenWorld, writeWorld } from './write-world.js';

const options = { profile: 'contracts', customers: 30, seed: 2, until: Date.UTC(2026, 5, 1) } as const;
let parent = '';
let written: WrittenWorld;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'throughline-world-'));
  written = await writeWorld(join(parent, 'one'), options, () => undefined);
});
afterAll(() => rm(parent, { recursive: true }));

const contents = async (folder: string) => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.')).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
};

describe('a written world', () => {
  it('is the same to the byte when it is written again', async () => {
    await writeWorld(join(parent, 'two'), options, () => undefined);
    expect(await contents(join(parent, 'two'))).toEqual(await contents(join(parent, 'one')));
  });

  it('holds each file its manifest names, with mappings the import reads', async () => {
    const files = await contents(join(parent, 'one'));
    const manifest = JSON.parse(files.get('manifest.json') ?? '') as {
      systems: { files: { name: string; mapping?: string }[] }[];
      truth: { name: string }[];
    };
    const named = [...manifest.systems.flatMap((system) => system.files), ...manifest.truth];
    expect(named.length).toBe(written.files);
    for (const { name } of named) expect([name, files.get(name) !== undefined]).toEqual([name, true]);
    const mappings = manifest.systems.flatMap((system) => system.files.flatMap(({ mapping }) => mapping ?? []));
    for (const mapping of mappings) expect(importMapping(files.get(mapping) ?? '').version).toBe(1);
    expect(mappings.length).toBeGreaterThan(8);
    expect(files.get('README.md')).toContain('silent-claims');
  });

  it('counts its lines and interactions', async () => {
    const files = await contents(join(parent, 'one'));
    const lines = [...files]
      .filter(([name]) => /\.(csv|jsonl)$/.test(name))
      .map(([, text]) => text.split('\n').length - 1);
    expect(written.lines).toBe(lines.reduce((sum, count) => sum + count, 0));
    const records = (files.get('truth/records.csv') ?? '').split('\n');
    expect(written.interactions).toBe(records.filter((line) => line.includes(',interaction,')).length);
  });

  it('never goes into a folder that holds something', async () => {
    const folder = await mkdtemp(join(parent, 'full-'));
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await expect(writeWorld(folder, options, () => undefined)).rejects.toMatchObject({
      exitCode: exitCode.usage,
      message: expect.stringContaining('is not empty'),
    });
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });

  it.each([
    [['--customers', '0', '--seed', '1']],
    [['--customers', '10', '--seed', 'x']],
    [['--customers', '10', '--seed', '1', '--until', 'soon']],
    [['--customers', '10', '--seed', '1', '--profile', 'bakery']],
  ])('is refused with %j', async (flags) => {
    const commands = everyCommand(program()).map((command) => command.configureOutput({ writeErr: () => undefined }));
    const out = join(parent, 'never');
    const refused = commands[0]?.parseAsync(['node', 'throughline', 'world', '--out', out, ...flags]);
    await expect(refused).rejects.toSatisfy((error: { exitCode?: number }) => (error.exitCode ?? 0) > 0);
    expect(await readdir(parent)).not.toContain('never');
  });
});
