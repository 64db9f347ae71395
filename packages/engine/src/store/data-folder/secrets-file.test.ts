import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSecretsFile } from './secrets-file.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-secrets-'));
  path = join(folder, 'secrets.json');
});
afterEach(() => rm(folder, { recursive: true }));

it('makes long secrets that differ, and keeps them', async () => {
  const first = await openSecretsFile(path, ['a', 'b']);
  const [a, b] = [await first.get('a'), await first.get('b')];
  expect(a).toMatch(/^[\w-]{43}$/);
  expect(b).not.toBe(a);
  const second = await openSecretsFile(path, ['a', 'b']);
  expect([await second.get('a'), await second.get('b')]).toEqual([a, b]);
});

it('is readable by its owner alone, after later additions too', async () => {
  const secrets = await openSecretsFile(path, ['a']);
  await secrets.get('later');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('gives one answer to many who ask at once', async () => {
  const secrets = await openSecretsFile(path, []);
  const answers = await Promise.all(Array.from({ length: 20 }, () => secrets.get('new')));
  expect(new Set(answers).size).toBe(1);
});

it('lets all that open an empty folder at once agree', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => openSecretsFile(path, ['a'])));
  expect(new Set(await Promise.all(all.map((secrets) => secrets.get('a')))).size).toBe(1);
});

it('does not replace a file it cannot read', async () => {
  await writeFile(path, '{"a": ');
  await expect(openSecretsFile(path, ['a'])).rejects.toMatchObject({ code: 'data-folder.secrets-unreadable' });
});
