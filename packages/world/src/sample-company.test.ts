import { createHash } from 'node:crypto';
import { compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import { parseMapping } from '@throughline/core/collect/mapping/parse-mapping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from './profile.js';
import { type SampleCompany, type SampleOptions, sampleCompany } from './sample-company.js';
import type { SampleFile } from './sample-file.js';

const until = Date.UTC(2026, 5, 1);
const company = (customers: number, more: Partial<SampleOptions> = {}) =>
  sampleCompany({ profile: 'retailer', customers, seed: 5, until, ...more });
const allFiles = ({ systems, truth }: SampleCompany) => [...systems.flatMap(({ files }) => files), ...truth];
const hashOf = (lines: Iterable<string>) => {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
};
function* wholeOf(one: SampleCompany): Generator<string> {
  for (const { file, line } of one.everyLine()) yield `${file.name} ${line}`;
}
/** Files that grow with the people, whichever they are. */
const grows = (file: SampleFile) => !/footfall|call-queue|happenings|offers|spend|pain-points/.test(file.name);

describe.each(profiles)('a simulated company (%s)', (profile) => {
  it('is the same to the byte whenever it is made', () => {
    expect(hashOf(wholeOf(company(60, { profile })))).toBe(hashOf(wholeOf(company(60, { profile }))));
  });

  it('is another one with another seed', () => {
    expect(hashOf(wholeOf(company(60, { profile })))).not.toBe(hashOf(wholeOf(company(60, { profile, seed: 6 }))));
  });

  it('says the same file by file as in one pass', () => {
    const one = company(50, { profile });
    const passed = new Map<SampleFile, string[]>(allFiles(one).map((file) => [file, []]));
    for (const { file, line } of one.everyLine()) passed.get(file)?.push(line);
    for (const [file, lines] of passed) expect([file.name, [...file.lines()]]).toEqual([file.name, lines]);
  });

  it('begins as every larger company of its seed begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.nat(), (few, more, seed) => {
        const small = allFiles(company(few, { profile, seed }));
        const large = allFiles(company(few + more, { profile, seed }));
        for (const [at, file] of small.entries()) {
          const lines = [...file.lines()];
          const begun = [...(large[at]?.lines() ?? [])].slice(0, lines.length);
          expect([file.name, begun]).toEqual([file.name, lines]);
        }
      }),
      { numRuns: 3 },
    );
  });

  it('has at least eight systems, each with its own source, and mappings that hold for their columns', () => {
    const { systems } = company(1, { profile });
    expect(systems.filter(({ kind }) => kind !== 'later').length).toBeGreaterThanOrEqual(8);
    expect(new Set(systems.map(({ source }) => source.name)).size).toBe(systems.length);
    for (const { kind, source, files } of systems) {
      for (const file of files) {
        expect([file.name, file.mapping !== undefined]).toEqual([file.name, kind === 'import']);
        if (file.mapping === undefined) continue;
        const mapping = parseMapping(JSON.parse(JSON.stringify(file.mapping)));
        expect([mapping.source, mapping.zone]).toEqual([source.name, source.zone]);
        const known = file.columns.map(({ name }) => name);
        if (file.format === 'csv') expect(known).toEqual(expect.arrayContaining([...compileMapping(mapping).columns]));
      }
    }
  });

  it('grows with the people where it says so, and names each file once', () => {
    const [few, many] = [company(30, { profile }), company(150, { profile })].map(allFiles);
    expect(new Set(few?.map(({ name }) => name)).size).toBe(few?.length);
    for (const [at, file] of (few ?? []).entries()) {
      const [small, large] = [[...file.lines()].length, [...(many?.[at]?.lines() ?? [])].length];
      if (grows(file)) expect([file.name, large > small]).toEqual([file.name, true]);
      else expect([file.name, large]).toEqual([file.name, small]);
    }
  });

  it('gives each record of a file a name of its own', () => {
    const names = recordsOf(company(150, { profile })).map(({ system, record }) => `${system} ${record}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(4_000);
  });
});

describe('options', () => {
  it('out of range are refused', () => {
    for (const customers of [0, -1, 1.5, 9_000_001, Number.NaN]) expect(() => company(customers)).toThrow(RangeError);
    expect(() => company(1, { seed: 0.5 })).toThrow(RangeError);
  });
});

function recordsOf({ truth }: SampleCompany): readonly { readonly system: string; readonly record: string }[] {
  const lines = [...(truth.find(({ name }) => name === 'truth/records.csv')?.lines() ?? [])].slice(1);
  return lines.map((line) => {
    const [system = '', , record = ''] = line.split(',');
    return { system, record };
  });
}
