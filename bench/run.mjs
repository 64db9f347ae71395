#!/usr/bin/env node
/**
 * Runs the benches one after the other: `node bench/run.mjs [--check] [name …]`. With `--check` each figure is held against the one to
 * reach, and the exit code tells whether all were. Build first; nothing else should run on the machine.
 */
import { spawnSync } from 'node:child_process';

/** `read` finds the number in the line that begins with the figure's name. */
const figures = [
  { bench: 'intake', line: 'intake.batch', read: /([\d.]+) events\/s/, atLeast: 40_000 },
  { bench: 'intake', line: 'intake.batch', read: /p99 ([\d.]+) ms/, atMost: 150 },
  { bench: 'intake', line: 'intake.single', read: /([\d.]+) events\/s/, atLeast: 8_000 },
  { bench: 'intake', line: 'intake.single', read: /p99 ([\d.]+) ms/, atMost: 30 },
  { bench: 'through', line: 'through.resolve', read: /through\.visible: ([\d.]+) events\/s/, atLeast: 8_000 },
  { bench: 'through', line: 'through.delay', read: /p95 ([\d.]+) ms/, atMost: 1_000 },
  { bench: 'through', line: 'find.identifier', read: /^find\.identifier: p50 [\d.]+ ms, p95 ([\d.]+) ms/, atMost: 20 },
  { bench: 'through', line: 'find.identifier', read: /person\.page: p50 [\d.]+ ms, p95 ([\d.]+) ms/, atMost: 100 },
  { bench: 'find', line: 'find.alike', read: /p95 ([\d.]+) ms/, atMost: 150 },
  { bench: 'import', line: 'import.csv', read: /([\d.]+) rows\/s/, atLeast: 30_000 },
  { bench: 'proposal', line: 'proposal.columns', read: /([\d.]+) %/, atLeast: 95 },
  { bench: 'guided', line: 'guided.proposal', read: /([\d.]+) s from/, atMost: 3 },
  { bench: 'guided', line: 'guided.preview', read: /p95 ([\d.]+) ms/, atMost: 500 },
  { bench: 'guided', line: 'guided.import', read: /share ([\d.]+) %/, atLeast: 80 },
  { bench: 'xlsx', line: 'xlsx.read', read: /([\d.]+) rows\/s/, atLeast: 20_000 },
  { bench: 'findings', line: 'findings.cold', read: /([\d.]+) s/, atMost: 10 },
  { bench: 'joins', line: 'joins.precision', read: /least ([\d.]+)/, atLeast: 0.999 },
  { bench: 'world', line: 'world.made', read: /([\d.]+) interactions\/s/, atLeast: 100_000 },
  { bench: 'idle', line: 'idle.memory', read: /start, ([\d.]+) MB/, atMost: 600 },
];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isCheck = process.argv.includes('--check');
let missed = 0;
for (const bench of new Set(figures.map((figure) => figure.bench))) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  const { stdout, status } = spawnSync(process.execPath, [`bench/${bench}.mjs`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(stdout);
  if (status !== 0) missed += 1;
  for (const { line, read, atLeast, atMost } of figures.filter((figure) => figure.bench === bench)) {
    const value = Number(
      read.exec(stdout.split('\n').find((text) => text.startsWith(`${line}:`)) ?? '')?.[1] ?? Number.NaN,
    );
    const reached = atLeast === undefined ? value <= (atMost ?? 0) : value >= atLeast;
    if (!reached) missed += 1;
    if (isCheck)
      console.log(
        `${reached ? 'reached' : 'MISSED '}  ${line} ${value} (${atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`})`,
      );
  }
}
process.exit(isCheck && missed > 0 ? 1 : 0);
