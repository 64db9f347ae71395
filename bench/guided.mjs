#!/usr/bin/env node
/**
 * The guided import as a person meets it: how long a 100 MB file takes from being dropped to its proposal, how long a preview takes after an
 * answer, and how fast the import then is, beside the command line with the very mapping that the screen wrote.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, openAsBlob, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownerOf } from './preload.mjs';
import { machine, percentile, startBench } from './start-bench.mjs';

const megabytes = Number(process.argv[2] ?? 100);
const rows = Number(process.argv[3] ?? 200_000);
const program = fileURLToPath(new URL('../packages/engine/bin/throughline.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'throughline-guided-'));
const bench = await startBench();
try {
  const large = join(folder, 'large.csv');
  await writeCalls(large, (bytes) => bytes < megabytes * 1024 * 1024);
  const hashing = performance.now();
  await pipeline(createReadStream(large), createHash('sha256'));
  const bareMs = performance.now() - hashing;

  const dropped = performance.now();
  const file = await stage(large);
  const staged = performance.now();
  const { proposal } = await bench.api(`/imports/files/${file.id}/propose`, asJson({ answers: {} }));
  const proposed = performance.now();
  console.log(machine());
  console.log(
    `guided.proposal: ${((proposed - dropped) / 1000).toFixed(2)} s from dropping ${Math.round(statSync(large).size / 1e6)} MB to the proposal (${proposal.columns.length} columns), of which upload, hash and samples ${((staged - dropped) / 1000).toFixed(2)} s; hashing the file alone ${(bareMs / 1000).toFixed(2)} s`,
  );
  const previews = [];
  for (let i = 0; i < 20; i += 1) {
    const columns = { [proposal.columns[i % proposal.columns.length].column]: { isChosen: i % 2 === 0 } };
    const began = performance.now();
    await bench.api(`/imports/files/${file.id}/preview`, asJson({ answers: { columns } }));
    previews.push(performance.now() - began);
  }
  console.log(
    `guided.preview: p50 ${percentile(previews, 0.5).toFixed(0)} ms, p95 ${percentile(previews, 0.95).toFixed(0)} ms after an answer (${previews.length} previews, the first one starts the thread)`,
  );
  await bench.api(`/imports/files/${file.id}`, { method: 'DELETE' }).catch(() => undefined);

  const small = join(folder, 'calls.csv');
  let written = 0;
  await writeCalls(small, () => written++ < rows);
  const owner = await ownerOf(bench);
  const logged = async () =>
    Number((await owner.query('select next_offset - 1 as last from intake_head where workspace = 1')).rows[0].last);
  const untilLogged = async (to) => {
    while ((await logged()) < to) await pause(50);
  };
  const untilDone = async () => {
    while ((await bench.api('/imports')).items.some(({ state }) => !['done', 'undone', 'failed'].includes(state)))
      await pause(200);
  };
  const guidedFrom = await logged();
  const guidedAt = performance.now();
  const dropSmall = await stage(small);
  const written2 = await bench.api(`/imports/files/${dropSmall.id}/propose`, asJson({ answers: {} }));
  await bench.api(
    `/imports/files/${dropSmall.id}/import`,
    asJson({ answers: {}, source: { new: { name: 'Calls on screen', channel: 'call centre' } } }),
  );
  await untilLogged(guidedFrom + rows);
  const guided = rows / ((performance.now() - guidedAt) / 1000);
  await untilDone();

  const mapping = join(folder, 'calls.yaml');
  writeFileSync(mapping, written2.yaml.replace(/^source: .*$/m, 'source: Calls by command'));
  const commandFrom = await logged();
  const commandAt = performance.now();
  const importing = spawn(
    process.execPath,
    [program, 'import', small, '--map', mapping, '--create-source', '--again', '--json', '--data', bench.dataFolder],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(importing, 'exit');
  await untilLogged(commandFrom + rows);
  const command = rows / ((performance.now() - commandAt) / 1000);
  const [code] = await ended;
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  await owner.end();
  console.log(
    `guided.import: ${Math.round(guided)} rows/s into the log from dropping the file, questions unanswered; by command with the same mapping ${Math.round(command)} rows/s; share ${((100 * guided) / command).toFixed(0)} % (${rows} rows)`,
  );
} finally {
  await bench.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Calls with ten columns, as a telephone system exports them. */
async function writeCalls(path, isMore) {
  let bytes = 0;
  await pipeline(async function* () {
    yield 'call_id,started,caller,customer_email,duration_s,agent,queue,reason,outcome,note\n';
    for (let i = 0; isMore(bytes); i += 1) {
      const line = `C-${100_000 + i},2026-0${1 + (i % 9)}-1${i % 10} 10:${String(i % 60).padStart(2, '0')}:00,+4917${String(10_000_000 + (i % 50_000))},p${i % 50_000}@example.com,${20 + (i % 900)},agent ${i % 40},${i % 2 ? 'orders' : 'service'},reason ${i % 12},${i % 3 ? 'solved' : 'open'},"asked about order ${i}, wants an answer"\n`;
      bytes += line.length;
      yield line;
    }
  }, createWriteStream(path));
}

async function stage(path) {
  return bench.api(`/imports/files?name=${encodeURIComponent(path.split('/').at(-1))}`, {
    method: 'POST',
    body: await openAsBlob(path),
  });
}

function asJson(body) {
  return { method: 'POST', body: JSON.stringify(body) };
}
