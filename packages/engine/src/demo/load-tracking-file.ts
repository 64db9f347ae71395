import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { batchItems } from '@throughline/core/collect/json-items';
import { takeMessages } from '../collect/intake/take-messages.js';
import { listSources } from '../collect/sources/source.sql.js';
import { faultPoint } from '../store/fault-point.js';
import { inWorkspace } from '../store/postgres/in-workspace.js';
import type { SampleWork } from './sample-work.js';

/** As many as the common clients' largest requests hold; each part is on disk before it is noted. */
const messagesAtOnce = 1_000;

/** Sends the messages of a file that were not sent yet, as `/v1/batch` would take them in. */
export async function loadTrackingFile({ ctx, by, folder, progress, signal }: SampleWork, name: string): Promise<void> {
  const { source, done, lines } = progress.of(name);
  if (done >= lines) return;
  const workspace = by.workspace.number;
  const sources = await inWorkspace(ctx, workspace, (client) => listSources(client, workspace));
  const to = sources.find((one) => one.name === source);
  if (to === undefined) throw new Error(`the sample company has no source ${source}`);
  const key = { workspace, source: to.source, kind: 'server', zone: to.zone } as const;
  let sent = 0;
  let waiting: string[] = [];
  const send = async (): Promise<boolean> => {
    const read = batchItems(`{"batch":[${waiting.join(',')}]}`);
    if (read.type === 'unreadable') throw new Error(`${name} holds something that is no message`);
    await takeMessages(ctx.intake, key, { ...read, receivedAtMs: ctx.clock() });
    faultPoint('sample.sent');
    sent += waiting.length;
    waiting = [];
    return progress.store(name, { done: sent });
  };
  const file = createReadStream(join(folder, name));
  try {
    for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (signal.aborted) return;
      if (sent < done) {
        sent += 1;
        continue;
      }
      waiting.push(line);
      if (waiting.length === messagesAtOnce && !(await send())) return;
    }
    if (waiting.length > 0) await send();
  } finally {
    file.destroy();
  }
}
