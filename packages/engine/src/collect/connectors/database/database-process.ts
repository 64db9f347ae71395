import { mkdirSync } from 'node:fs';
import { ReadFailure } from './database-failure.js';
import type { DatabaseJob, JobAnswer } from './database-job.js';
import * as postgresql from './postgresql/read-postgresql.js';

/*
 * A process that asks a database of somebody else one thing and ends. Its one argument is an empty folder of its own; what it shall do, and with what password,
 * comes as the first message of its parent, so that neither the list of processes nor its environment shows it. It ends with its parent.
 */

const [folder = ''] = process.argv.slice(2);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.once('message', (job: DatabaseJob) => {
  done(job).then(end, (error: unknown) => {
    const { failure, sign } = error instanceof ReadFailure ? error : new ReadFailure('failed');
    end({ type: 'failed', failure, sign });
  });
});

async function done(job: DatabaseJob): Promise<JobAnswer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (job.target.kind === 'postgresql') return fromPostgresql(job);
  // Loads the analytics engine, which the other kind can do without.
  const mariadb = await import('./mariadb/read-mariadb.js');
  switch (job.type) {
    case 'tables':
      return { type: 'tables', tables: await mariadb.listTables(job.target, folder) };
    case 'columns':
      return { type: 'columns', columns: await mariadb.listColumns(job.target, job.table, folder) };
    case 'read': {
      const { target, columns, newer, limits, to } = job;
      return { type: 'read', ...(await mariadb.readTable(target, columns, newer, limits, folder, to, tell)) };
    }
  }
}

async function fromPostgresql(job: DatabaseJob): Promise<JobAnswer> {
  switch (job.type) {
    case 'tables':
      return { type: 'tables', tables: await postgresql.listTables(job.target) };
    case 'columns':
      return { type: 'columns', columns: await postgresql.listColumns(job.target, job.table) };
    case 'read': {
      const { target, table, newer, limits, to } = job;
      return { type: 'read', ...(await postgresql.readTable(target, table, newer, limits, to, tell)) };
    }
  }
}

const tellEveryMs = 250;
let toldAt = 0;

function tell(rows: number, bytes: number): void {
  const now = Date.now();
  if (now - toldAt < tellEveryMs) return;
  toldAt = now;
  process.send?.({ type: 'progress', rows, bytes } satisfies JobAnswer);
}

function end(answer: JobAnswer): void {
  process.send?.(answer, () => process.exit(0));
}
