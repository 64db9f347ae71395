// One of several resolvers that share a database: takes what leases are free, works for a while, gives them back and begins anew, each time
// with another size of batch. Told to, it dies at the next passage of a fault point.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Resolver } from '../../packages/engine/dist/resolve/worker/resolver.js';

process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  if (message.type === 'start') void work(message);
  else if (message.type === 'die-at') process.env.THROUGHLINE_FAULT_POINT = message.point;
});

async function work({ url, batchRows, steps, leaseMs }) {
  const tell = (error) =>
    process.send?.({ type: 'error', text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  const log = {
    info() {},
    // Said when a batch is refused since its fence is stale.
    warn: () => process.send?.({ type: 'refused' }),
    error: ({ error }) => tell(error),
  };
  for (let life = 0; ; life += 1) {
    const rows = batchRows[life % batchRows.length];
    const owner = randomUUID();
    process.send?.({ type: 'owner', owner });
    const resolver = new Resolver({ url, owner, log, now: Date.now, leaseMs, batchRows: rows });
    for (let step = 0; step < steps[life % steps.length]; step += 1) {
      const did = await resolver.step().catch((error) => {
        tell(error);
        return 'idle';
      });
      if (did === 'idle') await pause(4);
    }
    await resolver.stop();
    await pause(1);
  }
}
