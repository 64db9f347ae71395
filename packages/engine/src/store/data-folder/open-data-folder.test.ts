import { chmod, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataFolder } from './open-data-folder.js';

let place: string;
beforeEach(async () => {
  place = await realpath(await mkdtemp(join(tmpdir(), 'throughline-folder-')));
});
afterEach(() => rm(place, { recursive: true }));

it('makes the folder and what belongs into it, private', async () => {
  const folder = await openDataFolder(join(place, 'deep', 'data'));
  expect(folder.root).toBe(join(place, 'deep', 'data'));
  for (const path of [folder.root, folder.clickhouse, folder.staging, folder.archive, folder.logs])
    expect((await stat(path)).mode & 0o777).toBe(0o700);
});

it('opens a second time without changing a mode', async () => {
  const { root } = await openDataFolder(join(place, 'data'));
  await chmod(root, 0o750);
  await openDataFolder(root);
  expect((await stat(root)).mode & 0o777).toBe(0o750);
});

it('says in a sentence that a file is in the way', async () => {
  const path = join(place, 'file');
  await writeFile(path, '');
  await expect(openDataFolder(path)).rejects.toMatchObject({
    code: 'data-folder.not-writable',
    message: `the data folder ${path} cannot be used (a file is in the way): choose another folder with --data, or give this user the right to write there`,
  });
  await expect(openDataFolder(join(path, 'below'))).rejects.toMatchObject({ code: 'data-folder.not-writable' });
});

it.skipIf(process.getuid?.() === 0)('says in a sentence that it may not be written', async () => {
  await chmod(place, 0o500);
  await expect(openDataFolder(join(place, 'data'))).rejects.toThrow('this user may not write there');
  await chmod(place, 0o700);
});
