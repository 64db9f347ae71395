#!/usr/bin/env node
/**
 * Generates exports with known truth and says which share of their columns is proposed right, by meaning, with the list of confusions. Needs the
 * compiled core. Usage: proposal.mjs [files] [seed] [share of headers that say nothing]
 */
import { parseMapping } from '@throughline/core/collect/mapping/parse-mapping';
import { proposeMapping } from '@throughline/core/collect/proposal/propose-mapping';
import { judge } from './proposal/judge.mjs';
import { sampleOf } from './proposal/sample-of.mjs';
import { writeFile } from './proposal/write-file.mjs';

const files = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e6));
const nonsenseShare = Number(process.argv[4] ?? 0.15);
const counts = { named: [0, 0], nonsense: [0, 0], kinds: [0, 0] };
const byMeaning = new Map();
const confusions = new Map();
let slowest = 0;
let total = 0;

for (let at = 0; at < files; at++) {
  const file = writeFile(seed * 1000 + at, nonsenseShare);
  const sample = sampleOf(file);
  const from = performance.now();
  const proposal = proposeMapping(
    sample,
    {
      country: file.country,
      zone: 'Europe/Berlin',
      currency: file.currency,
      language: file.language,
      today: '2026-05-01',
    },
    {},
  );
  const took = performance.now() - from;
  total += took;
  slowest = Math.max(slowest, took);
  parseMapping(proposal.mapping);
  const { columns, isKindRight, kind } = judge(file, proposal);
  count(counts.kinds, isKindRight);
  if (!isKindRight) confuse(`line: ${file.kind} taken for ${kind}`, `file ${file.seed}`);
  for (const { header, isNonsense, truth, fault } of columns) {
    count(isNonsense ? counts.nonsense : counts.named, fault === null);
    if (!byMeaning.has(truth)) byMeaning.set(truth, [0, 0]);
    count(byMeaning.get(truth), fault === null);
    if (fault !== null)
      confuse(
        `${truth} taken for ${fault}${isNonsense ? ' (header says nothing)' : ''}`,
        `${header} in file ${file.seed}`,
      );
  }
}

const all = [counts.named[0] + counts.nonsense[0], counts.named[1] + counts.nonsense[1]];
console.log(`proposal: ${files} generated files, seed ${seed}`);
console.log(`proposal.columns: ${shown(all)} proposed right`);
console.log(`proposal.named: ${shown(counts.named)} of those with a header that says something`);
console.log(`proposal.nonsense: ${shown(counts.nonsense)} of those with a header that says nothing`);
console.log(`proposal.lines: ${shown(counts.kinds)} of the kinds of line`);
console.log(
  `proposal.time: ${(total / files).toFixed(1)} ms on average, ${slowest.toFixed(1)} ms at most, of a sample`,
);
console.log('\nby meaning:');
for (const [meaning, pair] of [...byMeaning].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${meaning.padEnd(18)}${shown(pair)}`);
console.log('\nconfusions:');
for (const [what, places] of [...confusions].sort((a, b) => b[1].length - a[1].length))
  console.log(`  ${String(places.length).padStart(3)}  ${what}  (${places.slice(0, 3).join('; ')})`);

function count(pair, isRight) {
  pair[1]++;
  if (isRight) pair[0]++;
}

function confuse(what, where) {
  confusions.set(what, [...(confusions.get(what) ?? []), where]);
}

function shown([right, of]) {
  return `${((100 * right) / Math.max(1, of)).toFixed(1)} % (${right} of ${of})`;
}
