import { mappingPath } from './company-manifest.js';
import { type DirtRate, dirtOfPeople, dirtOfRecords } from './dirt/dirt-kinds.js';
import { painPoints } from './life/pain-points.js';
import type { SampleCompany } from './sample-company.js';
import type { SampleFile } from './sample-file.js';
import type { SampleSystem } from './sample-system.js';
import { isoTime } from './writing/written-times.js';

/** The README of a written company: what lies where, what is planted in it, and how it is brought in. Markdown. */
export function companyGuide(company: SampleCompany): string {
  const { name, customers, seed, profile, until, systems, truth } = company;
  return `# ${name}

A made-up company of ${customers.toLocaleString('en')} people (profile ${profile}, seed ${seed}, recorded until ${isoTime(until)}). The same options give the
same bytes. Nothing here is anybody's: addresses end in \`.example\`. Telephone numbers have the form of real ones and may be somebody's:
never call them.

Lines stand customer by customer, not in the order of time. \`manifest.json\` says the same as this page, for programs.

## Systems

${systems.map(systemSection).join('\n')}
## Bring it in

Make a source for each system of kind *tracking* and send its lines to \`POST /v1/batch\` under its write key. Each file of kind *import* comes
in by its mapping:

\`\`\`sh
${importLines(systems).join('\n')}
\`\`\`

Files of kind *later* have no import yet.

## The truth

${truth.map(({ name: file, about }) => `- \`${file}\`: ${about}`).join('\n')}

## What is planted

| pain point | where | since | mended | cause | whom | share | effect |
|---|---|---|---|---|---|---|---|
${painPoints
  .filter((point) => point.profile === profile)
  .map((point) => painRow(point, until))
  .join('\n')}

| dirt | of | share | means |
|---|---|---|---|
${[...Object.entries(dirtOfPeople), ...Object.entries(dirtOfRecords)].map(dirtRow).join('\n')}

Besides: the till of one shop writes the time of another zone, each system has its own zone and way to write a date, and a migration gave
everybody in the list of customers a new number out of the range of the old ones.
`;
}

function systemSection({ key, kind, about, source, files }: SampleSystem): string {
  return `### ${key} (${kind})

${about}. Source *${source.name}*, channel ${source.channel}, team ${source.team}, zone ${source.zone}.

${files.map(fileLines).join('\n')}
`;
}

function fileLines({ name, about, columns }: SampleFile): string {
  const list = columns.map((column) => `  - \`${column.name}\`: ${column.means}`);
  return [`- \`${name}\`: ${about}`, ...list].join('\n');
}

function importLines(systems: readonly SampleSystem[]): readonly string[] {
  return systems
    .flatMap(({ files }) => files)
    .filter(({ mapping }) => mapping !== undefined)
    .map((file) => `throughline import ${file.name} --map ${mappingPath(file)} --create-source`);
}

function painRow(point: (typeof painPoints)[number], until: number): string {
  const day = (daysBefore: number) => isoTime(until - daysBefore * 86_400_000).slice(0, 10);
  const { key, touchpoint, sinceDays, fixedDays, cause, whom, share, effect } = point;
  const fixed = fixedDays === undefined ? 'no' : day(fixedDays);
  return `| ${[key, touchpoint, day(sinceDays), fixed, cause, whom, percent(share), effect].join(' | ')} |`;
}

function dirtRow([kind, { of, rate, means }]: [string, DirtRate]): string {
  return `| ${[kind, of, percent(rate), means].join(' | ')} |`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
