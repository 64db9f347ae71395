import { appendFile, mkdtemp, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ApiClient } from './api-client.js';
import { SteadyFile } from './steady-file.js';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'throughline-steady-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

const changed = { code: 'import.file-changed' };

test('a file that grew, was written again or was put in its place is not the one that was looked at', async () => {
  const path = join(await folder(), 'orders.csv');
  const changes: (() => Promise<unknown>)[] = [
    () => appendFile(path, 'more'),
    () => truncate(path, 1),
    () => utimes(path, new Date(0), new Date(0)),
    async () => {
      await writeFile(`${path}.next`, 'id\n1\n');
      await rename(`${path}.next`, path);
    },
  ];
  for (const change of changes) {
    await writeFile(path, 'id\n1\n');
    const file = await SteadyFile.open(path);
    await file.check();
    await change();
    await expect(file.check()).rejects.toMatchObject(changed);
  }
});

test('sending a file that shrinks meanwhile ends with a clear word, and does not wait for the rest', async () => {
  const path = join(await folder(), 'orders.csv');
  await writeFile(path, 'x'.repeat(1000));
  const server = createServer((request, answer) => {
    request.on('error', () => undefined).resume();
    request.on('end', () => answer.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const file = await SteadyFile.open(path);
  await truncate(path, 10);
  const sent = new ApiClient(`http://127.0.0.1:${port}`, 'token').send('POST', '/file', file, () => undefined);
  await expect(sent).rejects.toMatchObject(changed);
});
