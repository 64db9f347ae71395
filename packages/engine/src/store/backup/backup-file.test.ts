import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BackupManifest, manifestMember } from './backup-manifest.js';
import { openBackupFile } from './open-backup-file.js';
import { readTarHeader, tarHeader } from './tar-block.js';
import { writeBackupFile } from './write-backup-file.js';

const manifest: BackupManifest = {
  createdAt: '2026-02-03T04:05:06.000Z',
  postgres: '18.4',
  migrations: [{ version: 1, name: '0001-first.sql', sha256: 'a'.repeat(64) }],
  tables: [],
  sequences: [],
  archive: [],
  secrets: false,
};
const content = Buffer.from('one\ntwo\n');

let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-backup-file-'));
  await make(join(folder, 'whole'));
  whole = await readFile(join(folder, 'whole'));
});
afterAll(() => rm(folder, { recursive: true }));

function make(path: string): Promise<number> {
  return writeBackupFile(path, async (writer) => {
    await writer.add('tables/0001-public.one/000001.copy.gz', content);
    await writer.add(manifestMember, Buffer.from(JSON.stringify(manifest)));
  });
}

async function outcomeOf(bytes: Buffer): Promise<unknown> {
  const path = join(folder, 'changed');
  await writeFile(path, bytes);
  return openBackupFile(path).then(
    (file) => file.close().then(() => 'opened'),
    (error: { code: string }) => error.code,
  );
}

describe('a backup file', () => {
  it('gives back what was written', async () => {
    const file = await openBackupFile(join(folder, 'whole'));
    expect(file.manifest).toEqual(manifest);
    expect(await file.read('tables/0001-public.one/000001.copy.gz')).toEqual(content);
    expect(await file.read('tables/0002-public.two/000001.copy.gz')).toBeUndefined();
    await file.close();
  });

  it('is refused after any change of any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(['backup.damaged', 'backup.newer-version']).toContain(await outcomeOf(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when cut off anywhere, or continued', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        expect(await outcomeOf(whole.subarray(0, length))).toBe('backup.damaged');
      }),
      { numRuns: 100 },
    );
    expect(await outcomeOf(Buffer.concat([whole, Buffer.alloc(512)]))).toBe('backup.damaged');
    expect(await outcomeOf(Buffer.concat([whole, whole]))).toBe('backup.damaged');
  });

  it('never takes the place of another file, and leaves nothing of a failed attempt', async () => {
    await expect(make(join(folder, 'whole'))).rejects.toMatchObject({ code: 'backup.file-exists' });
    await expect(make(join(folder, 'no such folder', 'file'))).rejects.toMatchObject({ code: 'backup.not-written' });
    const failing = writeBackupFile(join(folder, 'failed'), () => Promise.reject(new Error('the source went away')));
    await expect(failing).rejects.toThrow('the source went away');
    expect((await readdir(folder)).filter((name) => name.startsWith('failed'))).toEqual([]);
  });

  it('of a newer format says so', async () => {
    const bytes = Buffer.from(whole);
    bytes.write('9', 512);
    expect(await outcomeOf(bytes)).toBe('backup.newer-version');
  });

  it('is a tar archive that the usual program lists', async (context) => {
    const listed = await promisify(execFile)('tar', ['-tf', join(folder, 'whole')]).catch(() => undefined);
    if (listed === undefined) return context.skip('there is no program "tar" here');
    expect(listed.stdout.trim().split('\n')).toEqual([
      'throughline-backup',
      'tables/0001-public.one/000001.copy.gz',
      'manifest.json',
      'sha256',
    ]);
  });
});

describe('a tar header', () => {
  it('is read only if every byte of it is as it was made', () => {
    const header = tarHeader('tables/one', 12_345);
    expect(readTarHeader(header)).toEqual({ name: 'tables/one', sizeBytes: 12_345 });
    for (let at = 0; at < header.length; at++) {
      const bytes = Buffer.from(header);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(readTarHeader(bytes)).toBeUndefined();
    }
  });
});
