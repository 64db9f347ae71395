import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleCompany } from '@throughline/world/sample-company';
import { expect, it, onTestFinished } from 'vitest';
import { writeSampleFiles } from './write-sample-files.js';

const options = { profile: 'contracts', customers: 12, seed: 1, until: Date.UTC(2026, 5, 1) } as const;
const emptyFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-sample-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

it('each file holds its lines, counted without the header, and twice gives the same bytes', () => {
  const folder = emptyFolder();
  const written = writeSampleFiles({ folder, options });
  const files = sampleCompany(options).systems.flatMap((system) => system.files);
  for (const { name, lines } of written) {
    const file = files.find((one) => one.name === name);
    const expected = [...(file?.lines() ?? [])];
    expect(readFileSync(join(folder, name), 'utf8')).toBe(expected.map((line) => `${line}\n`).join(''));
    expect(lines).toBe(expected.length - (file?.format === 'csv' ? 1 : 0));
  }
  const before = written.map(({ name }) => readFileSync(join(folder, name), 'utf8'));
  expect(writeSampleFiles({ folder, options })).toEqual(written);
  expect(written.map(({ name }) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
});

it('every file that can be imported today is there, exports before what trackers sent', () => {
  const systems = sampleCompany(options).systems.filter(({ kind }) => kind !== 'later');
  const written = writeSampleFiles({ folder: emptyFolder(), options });
  expect(written.map(({ name }) => name).sort()).toEqual(
    systems.flatMap(({ files }) => files.map(({ name }) => name)).sort(),
  );
  const kinds = written.map(({ kind }) => kind);
  expect(kinds.lastIndexOf('import')).toBeLessThan(kinds.indexOf('tracking'));
});
