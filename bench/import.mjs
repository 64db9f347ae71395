#!/usr/bin/env node
/** Import of a CSV file: rows a second into the log, through the command line, beside the bare CSV parser over the same file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { ownerOf } from './preload.mjs';
import { machine, startBench } from './start-bench.mjs';

const rows = Number(process.argv[2] ?? 300_000);
const program = fileURLToPath(new URL('../packages/engine/bin/throughline.mjs', import.meta.url));
const mappingText = `version: 1
source: Call centre
file: { format: csv }
zone: UTC
channel: call centre
rows:
  - rule: call
    make: interaction
    key: [call_id]
    identifiers:
      crm:customer: "{customer}"
    name: Called
    time: "{called_at}"
    reason: "{topic}"
    properties:
      minutes: "{minutes}"
`;

const folder = mkdtempSync(join(tmpdir(), 'throughline-csv-'));
const bench = await startBench();
try {
  const file = join(folder, 'calls.csv');
  await pipeline(async function* () {
    yield 'call_id,customer,called_at,topic,minutes\n';
    for (let i = 0; i < rows; i += 1)
      yield `c${i},${i % 20_000},2026-0${1 + (i % 9)}-1${i % 10}T10:${String(i % 60).padStart(2, '0')}:00Z,topic ${i % 12},${i % 30}\n`;
  }, createWriteStream(file));
  const mapping = join(folder, 'calls.yaml');
  writeFileSync(mapping, mappingText);
  const parsing = performance.now();
  let parsed = 0;
  for await (const _ of createReadStream(file).pipe(parse({ from_line: 2 }))) parsed += 1;
  const bare = parsed / ((performance.now() - parsing) / 1000);

  const owner = await ownerOf(bench);
  const startedAt = performance.now();
  const importing = execImport(file, mapping);
  let loggedAt;
  for (;;) {
    const { rows: found } = await owner.query('select next_offset - 1 as last from intake_head where workspace = 1');
    if (Number(found[0].last) >= rows) {
      loggedAt = performance.now();
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await importing;
  await owner.end();
  console.log(machine());
  console.log(
    `import.csv: ${Math.round(rows / ((loggedAt - startedAt) / 1000))} rows/s into the log (${rows} rows, upload and start of the command included); bare csv-parse of the file: ${Math.round(bare)} rows/s; resolved as well after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
} finally {
  await bench.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function execImport(file, mapping) {
  const importing = spawn(
    process.execPath,
    [program, 'import', file, '--map', mapping, '--create-source', '--json', '--data', bench.dataFolder],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = await once(importing, 'exit');
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}
