#!/usr/bin/env node
/**
 * How fast a simulated company is made: `node bench/world.mjs [customers] [profile]`. All files in one pass, truth included, nothing written;
 * beside it JSON.stringify of as many rows of the same size, and the memory of a company a tenth as large in a process of its own.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sampleCompany } from '../packages/world/dist/sample-company.js';

const [customers = '20000', profile = 'retailer', only] = process.argv.slice(2);
const made = make(Number(customers));
if (only === 'only') {
  console.log(JSON.stringify(made));
} else {
  const few = JSON.parse(
    execFileSync(
      process.execPath,
      [fileURLToPath(import.meta.url), String(Math.ceil(Number(customers) / 10)), profile, 'only'],
      {
        encoding: 'utf8',
      },
    ),
  );
  const { interactions, lines, megabytes, seconds, cpuSeconds, peakMb } = made;
  console.log(
    `world.made: ${Math.round(interactions / seconds)} interactions/s, ${Math.round(interactions / cpuSeconds)} per second of processor; ${interactions} interactions in ${lines} lines, ${megabytes.toFixed(0)} MB, ${customers} customers`,
  );
  console.log(
    `world.memory: ${peakMb.toFixed(0)} MB at most; with a tenth of the customers ${few.peakMb.toFixed(0)} MB`,
  );
  const naive = stringifySeconds(lines, (megabytes * 1e6) / lines);
  console.log(
    `world.naive: JSON.stringify of ${lines} rows of the same length: ${naive.toFixed(1)} s of processor; making them took ${cpuSeconds.toFixed(1)} s`,
  );
}

function make(howMany) {
  const company = sampleCompany({ profile, customers: howMany, seed: 1, until: Date.UTC(2026, 5, 1) });
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const counted = { interactions: 0, lines: 0, characters: 0 };
  for (const { file, line } of company.everyLine()) {
    counted.lines += 1;
    counted.characters += line.length + 1;
    if (file.name === 'truth/records.csv' && line.includes(',interaction,')) counted.interactions += 1;
  }
  const { user, system } = process.cpuUsage(before);
  return {
    interactions: counted.interactions,
    lines: counted.lines,
    megabytes: counted.characters / 1e6,
    seconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

/** What it costs to write rows that are there already. */
function stringifySeconds(rows, length) {
  const row = { id: '', at: '2026-05-01T10:00:00.000Z', who: 'P0000001', what: 'x'.repeat(Math.max(1, length - 70)) };
  const before = process.cpuUsage();
  let characters = 0;
  for (let number = 0; number < rows; number += 1) {
    row.id = String(number);
    characters += JSON.stringify(row).length;
  }
  if (characters === 0) throw new Error('nothing was written');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
