#!/usr/bin/env node
/**
 * From acknowledged to visible: how many events a second go through resolve into the analytics engine, with persons and de-duplication
 * ids already present; then how long an event takes to become visible at 1,000 a second. Beside it, in the same run: the costliest mix.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { load } from './load.mjs';
import { batchBodies, liveMaker } from './messages.mjs';
import { ownerOf, preload } from './preload.mjs';
import { cpuSeconds, machine, percentile, processesOf, startBench } from './start-bench.mjs';

const persons = Number(process.argv[2] ?? 1_000_000);
const seen = Number(process.argv[3] ?? 20_000_000);
const events = Number(process.argv[4] ?? 200_000);
const bench = await startBench();
try {
  const preloading = performance.now();
  await preload(bench, { persons, seen });
  console.log(
    `${machine()}; present before: ${persons} persons, ${persons * 2} identifiers, ${seen} ids of messages (${Math.round((performance.now() - preloading) / 1000)} s to lay them down)`,
  );
  const owner = await ownerOf(bench);
  const count = async (name) =>
    Number(
      (await owner.query(`select "offset" from consumer where workspace = 1 and name = $1`, [name])).rows[0].offset,
    );
  const offsets = async () =>
    Number((await owner.query('select next_offset - 1 as last from intake_head where workspace = 1')).rows[0].last);
  const lag = async () => {
    const { rows } = await owner.query(
      `select (select coalesce(max(batch), 0) from manifest where workspace = 1) as last`,
    );
    return Number(rows[0].last) - (await count('project'));
  };
  const through = async (bodies) => {
    await load({ ...bench, path: '/v1/batch', bodies, connections: 16 });
    const from = await count('resolve');
    const startedAt = performance.now();
    const cpuBefore = cpuSeconds(processesOf(bench.dataFolder, bench.pid));
    while ((await count('resolve')) < (await offsets())) await pause(100);
    const resolvedAt = performance.now();
    while ((await lag()) > 0) await pause(100);
    const emptied = (await offsets()) - from;
    const perSecond = (untilMs) => Math.round(emptied / ((untilMs - startedAt) / 1000));
    const cpu = cpuSeconds(processesOf(bench.dataFolder, bench.pid));
    const each = ['worker', 'postgres', 'analytics'].map(
      (name) => `${name} ${Math.round(((cpu[name] - cpuBefore[name]) / emptied) * 1e6)} µs`,
    );
    console.log(`processor time of an event: ${each.join(', ')}`);
    return { emptied, resolved: perSecond(resolvedAt), visible: perSecond(performance.now()) };
  };
  const live = (count, seed) => batchBodies(count / 100, 100, persons, seed, liveMaker(seed, persons));
  await through(live(events / 4, 3));
  const ordinary = await through(live(events, 4));
  console.log(
    `through.resolve: ${ordinary.resolved} events/s; through.visible: ${ordinary.visible} events/s into the analytics engine (${ordinary.emptied} events of an ordinary day, backlog emptied)`,
  );
  const backfill = await through(batchBodies(events / 200, 100, persons / 10, 5));
  console.log(
    `through.backfill: ${backfill.resolved} events/s; visible: ${backfill.visible} events/s (${backfill.emptied} events of a month by people never seen before: each probed in all days of ids)`,
  );

  const waits = [];
  const sending = load({
    ...bench,
    path: '/v1/batch',
    bodies: live(20_000, 6),
    connections: 4,
    perSecond: 10,
  });
  let isSending = true;
  void sending.then(() => (isSending = false));
  for (let i = 0; isSending; i += 1) {
    const user = `probe-${i}`;
    const body = JSON.stringify({
      userId: user,
      event: 'Probed',
      messageId: `${user}-${Date.now()}`,
      timestamp: new Date().toISOString(),
    });
    const sentAt = performance.now();
    await load({ ...bench, path: '/v1/track', bodies: [body], connections: 1 });
    for (;;) {
      const found = await bench.api(`/customers?q=${user}`);
      const id = found.items[0]?.id;
      if (id !== undefined && (await bench.api(`/customers/${id}/interactions`)).items.length > 0) break;
      await pause(10);
    }
    waits.push(performance.now() - sentAt);
    await pause(200);
  }
  console.log(
    `through.delay: at 1,000 events/s an event is visible after p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms (${waits.length} probes through the API)`,
  );

  const find = [];
  const show = [];
  for (let i = 0; i < 300; i += 1) {
    const p = Math.floor(Math.random() * persons);
    let began = performance.now();
    const { items } = await bench.api(`/customers?q=known-${p}%40example.com`);
    find.push(performance.now() - began);
    began = performance.now();
    await bench.api(`/customers/${items[0].id}`);
    show.push(performance.now() - began);
  }
  console.log(
    `find.identifier: p50 ${percentile(find, 0.5).toFixed(1)} ms, p95 ${percentile(find, 0.95).toFixed(1)} ms; person.page: p50 ${percentile(show, 0.5).toFixed(1)} ms, p95 ${percentile(show, 0.95).toFixed(1)} ms, at ${persons} persons`,
  );
  await owner.end();
} finally {
  await bench.stop();
}
