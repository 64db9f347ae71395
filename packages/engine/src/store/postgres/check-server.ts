import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import pg from 'pg';
import { lifecycleSql } from './lifecycle.sql.js';

export interface ServerFacts {
  readonly versionNumber: number;
  readonly version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  readonly isStandby: boolean;
  readonly database: string;
  readonly role: string;
}

/**
 * Refuses a server that could lose what was acknowledged, or on which sessions are not kept apart. Asked once per
 * connection string: settings can differ by role and database.
 */
export async function checkServer(url: string): Promise<ServerFacts> {
  const first = await connect(url);
  try {
    const second = await connect(url);
    try {
      await refusePooler(first, second);
    } finally {
      await second.end();
    }
    const facts = (await first.query<ServerFacts>(lifecycleSql.facts)).rows[0];
    if (facts === undefined) throw new Error('the server answered without a row');
    refuseUnsafe(facts);
    return facts;
  } finally {
    await first.end();
  }
}

/**
 * Two open sessions have two servers of their own, for as long as they last. Behind a pooler that hands out servers per
 * transaction, the idle server of one is given to the other, or one sees several.
 */
async function refusePooler(first: pg.Client, second: pg.Client): Promise<void> {
  const pids: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (let round = 0; round < 4; round++)
    for (const [index, session] of [first, second].entries()) {
      const pid = (await session.query<{ pid: number }>(lifecycleSql.backend)).rows[0]?.pid;
      if (pid !== undefined) pids[index === 0 ? 0 : 1].add(pid);
    }
  if (pids[0].size === 1 && pids[1].size === 1 && ![...pids[0]].some((pid) => pids[1].has(pid))) return;
  throw new ThroughlineError(
    'postgres.pooler',
    'DATABASE_URL leads through a pooler that shares sessions between clients, under which locks and settings do not hold: give the address of the PostgreSQL server itself, or switch the pooler to session pooling',
  );
}

function refuseUnsafe(facts: ServerFacts): void {
  if (facts.versionNumber < 150_000)
    throw new ThroughlineError(
      'postgres.too-old',
      `the server of DATABASE_URL is PostgreSQL ${facts.version}: version 15 or newer is needed`,
    );
  if (facts.isStandby)
    throw new ThroughlineError(
      'postgres.read-only',
      'the server of DATABASE_URL is a read-only standby: give the address of the primary',
    );
  if (facts.encoding !== 'UTF8')
    throw new ThroughlineError(
      'postgres.wrong-encoding',
      `the database ${facts.database} is encoded in ${facts.encoding}: make one with "create database … encoding 'UTF8' template template0"`,
    );
  const unsafe = [
    ['fsync', facts.fsync],
    ['full_page_writes', facts.fullPageWrites],
    ['synchronous_commit', facts.synchronousCommit],
  ].filter(([, value]) => value === 'off');
  if (unsafe.length > 0)
    throw new ThroughlineError(
      'postgres.unsafe-settings',
      `the server of DATABASE_URL could lose what it has confirmed, because ${unsafe.map(([name]) => name).join(' and ')} ${unsafe.length === 1 ? 'is' : 'are'} off (seen as role ${facts.role}): switch ${unsafe.length === 1 ? 'it' : 'them'} on, in postgresql.conf or with "alter role … reset"`,
      { details: Object.fromEntries(unsafe) },
    );
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new ThroughlineError(
      'postgres.unreachable',
      `the PostgreSQL server of DATABASE_URL does not let us in: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
