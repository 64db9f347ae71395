#!/usr/bin/env node
/**
 * Intake: acknowledged events per second (batches of 100, 16 connections) and single events, with the generator on the same cores, beside
 * raw COPY of the same bytes into a table of the same shape in the same run. Each answer means fsync.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { load } from './load.mjs';
import { batchBodies, messageMaker } from './messages.mjs';
import { machine, percentile, startBench } from './start-bench.mjs';

const events = Number(process.argv[2] ?? 400_000);
const bench = await startBench();
try {
  const bodies = batchBodies(Math.ceil(events / 100), 100, 50_000);
  const bytesPerEvent = Math.round(bodies.reduce((sum, body) => sum + body.length, 0) / (bodies.length * 100));
  await load({ ...bench, path: '/v1/batch', bodies: batchBodies(200, 100, 50_000, 9), connections: 16 });
  const batches = await load({ ...bench, path: '/v1/batch', bodies, connections: 16 });
  const make = messageMaker(5, 50_000);
  const singles = await load({
    ...bench,
    path: '/v1/track',
    bodies: Array.from({ length: 60_000 }, () => JSON.stringify({ ...make(), type: 'track', event: 'Viewed' })),
    connections: 50,
  });
  const raw = await rawCopy(bodies);
  const perSecond = (bodies.length * 100) / batches.seconds;
  console.log(`${machine()}; ${bytesPerEvent} bytes an event; resolver running beside it`);
  console.log(
    `intake.batch: ${Math.round(perSecond)} events/s acknowledged, p50 ${percentile(batches.latencies, 0.5).toFixed(1)} ms, p99 ${percentile(batches.latencies, 0.99).toFixed(1)} ms, refused ${JSON.stringify([...batches.refused])}`,
  );
  console.log(
    `intake.single: ${Math.round(60_000 / singles.seconds)} events/s, p99 ${percentile(singles.latencies, 0.99).toFixed(1)} ms`,
  );
  console.log(
    `raw COPY of the same messages, one connection: ${Math.round(raw)} rows/s; intake reaches ${(perSecond / raw).toFixed(2)} of it`,
  );
} finally {
  await bench.stop();
}

/** Rows a second of one COPY at a time into a table like the log, 2,000 rows a transaction. */
async function rawCopy(bodies) {
  const { 'postgres.owner': owner } = JSON.parse(readFileSync(join(bench.dataFolder, 'secrets.json'), 'utf8'));
  const port = readFileSync(join(bench.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'throughline_owner',
    password: owner,
    database: 'throughline',
  });
  await client.connect();
  await client.query(
    'create table bench_copy (workspace integer, "offset" bigint, received_at timestamptz, message uuid, body text, primary key (workspace, "offset"))',
  );
  const lines = bodies
    .slice(0, 2_000)
    .flatMap((body) => JSON.parse(body).batch.map((item) => JSON.stringify(item).replaceAll('\\', '\\\\')));
  const startedAt = performance.now();
  for (let from = 0; from < lines.length; from += 2_000) {
    await client.query('begin');
    const stream = client.query(copyFrom('copy bench_copy from stdin'));
    const text = lines
      .slice(from, from + 2_000)
      .map(
        (line, i) =>
          `1\t${from + i}\t2026-01-01T00:00:00Z\t00000000-0000-4000-8000-${String(from + i).padStart(12, '0')}\t${line}\n`,
      )
      .join('');
    await new Promise((resolve, reject) => stream.on('error', reject).on('finish', resolve).end(text));
    await client.query('commit');
  }
  const perSecond = lines.length / ((performance.now() - startedAt) / 1000);
  await client.query('drop table bench_copy');
  await client.end();
  return perSecond;
}
