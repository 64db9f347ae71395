#!/usr/bin/env node
/** Resident memory of all processes together (proportional set sizes), idle after the start and 60 s after a load. */
import { setTimeout as pause } from 'node:timers/promises';
import { load } from './load.mjs';
import { batchBodies } from './messages.mjs';
import { machine, processesOf, residentMb, startBench } from './start-bench.mjs';

const bench = await startBench();
try {
  await pause(10_000);
  const before = residentMb(processesOf(bench.dataFolder, bench.pid));
  await load({ ...bench, path: '/v1/batch', bodies: batchBodies(2_000, 100, 20_000), connections: 16 });
  for (let lag = 1; lag > 0; ) {
    await pause(1_000);
    const { resolve, project } = await bench.api('/lag');
    lag = resolve.offsets + project.batches;
  }
  await pause(60_000);
  const after = residentMb(processesOf(bench.dataFolder, bench.pid));
  console.log(`${machine()}`);
  console.log(
    `idle.memory: ${before} MB after the start, ${after} MB 60 s after 200,000 events were taken in and resolved (sum of proportional set sizes)`,
  );
} finally {
  await bench.stop();
}
