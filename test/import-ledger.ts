import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { ImportRun } from '../packages/engine/src/collect/import/import-run.js';
import type { DescribedMending } from '../packages/engine/src/collect/set-aside/mending-schema.js';
import { Resolver } from '../packages/engine/src/resolve/worker/resolver.js';
import { mended as ended } from './mended.js';
import { publicUrl, setUp, testApp } from './test-app.js';
import { testPostgres } from './test-postgres.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const badMessages = [
  { type: 'track', event: '' },
  { type: 'dance' },
  { type: 'identify', traits: {} },
  { type: 'group', userId: 'u' },
  { type: 'alias', userId: 'u' },
  { type: 'track', event: 'x', userId: { id: 1 } },
  { type: 'track', event: 'x', properties: 'none' },
  { type: 'track', event: 'nul \u0000', userId: 'u' },
  { type: 'track', event: 'x', context: { interaction: { outcome: 'great' } } },
  { type: 'track', event: 'x'.repeat(201) },
  { type: 'track', event: 'x', properties: { note: 'y'.repeat(33_000) } },
];

export interface Ledger {
  readonly received: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly setAside: number;
  /** Items that an answer or an import neither took in nor named as set aside. */
  readonly unsaid: number;
  /** Set-aside items whose body is not, byte for byte, what was sent. */
  readonly changed: number;
  /** Of the set-aside items, those that were taken in when they were replayed with what was wrong put right. */
  readonly mended: number;
  readonly mendable: number;
}

/** Sends `messages` good and bad messages, half over HTTP, half in a file, resolves all, and gives account of each. */
export async function ledger(messages: number): Promise<Ledger> {
  const postgres = await testPostgres();
  const test = await testApp(postgres);
  const owner = new Client({ connectionString: postgres.urls.owner });
  await owner.connect();
  const resolver = new Resolver({
    url: postgres.urls.worker,
    owner: randomUUID(),
    log: silent,
    now: Date.now,
    leaseMs: 30_000,
  });
  try {
    const { slug, cookie } = await setUp(test);
    const headers = { cookie, origin: publicUrl };
    const post = async <T>(url: string, payload: object, more: Record<string, string> = headers): Promise<T> => {
      const answer = await test.app.inject({ method: 'POST', url, headers: more, payload });
      if (answer.statusCode >= 300) throw new Error(`${url} answered ${answer.statusCode} ${answer.body}`);
      return answer.json<T>();
    };
    const base = `/api/w/${slug}`;
    const ordered = async (order: object): Promise<DescribedMending> =>
      ended(await post<DescribedMending>(`${base}/set-aside/replay`, order), async (path) =>
        (await test.app.inject({ url: `${base}${path}`, headers })).json(),
      );
    const source = { name: 'Events', channel: 'call_centre' };
    const { writeKey } = await post<{ writeKey: string }>(`${base}/sources`, source);
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
    const sentBad = new Set<string>();
    let unsaid = 0;
    const live = Math.floor(messages / 2);
    for (let from = 0; from < live; from += 500) {
      const batch = Array.from({ length: Math.min(500, live - from) }, (_, i) => liveMessage(from + i));
      const { accepted, setAside } = await post<{ accepted: number; setAside: { index: number }[] }>(
        '/v1/batch',
        { batch },
        { authorization },
      );
      unsaid += batch.length - accepted - setAside.length;
      for (const { index } of setAside) sentBad.add(JSON.stringify(batch[index]));
      await resolver.step();
    }
    const run = await importHalf(test, base, headers, messages - live);
    unsaid += messages - live - run.received;
    for (;;) {
      await resolver.step();
      const behind = await owner.query(
        `select from consumer join intake_head using (workspace) where name = 'resolve' and "offset" < next_offset - 1`,
      );
      if (behind.rowCount === 0) break;
    }
    const counted = await owner.query<{ stored: number; duplicates: number; aside: number }>(
      `select coalesce(sum(stored), 0)::integer as stored, coalesce(sum(duplicates), 0)::integer as duplicates,
         (select count(*) from set_aside)::integer as aside
       from source_day`,
    );
    const { stored = 0, duplicates = 0, aside = 0 } = counted.rows[0] ?? {};
    const kept = await owner.query<{ body: Buffer; import: number; stage: string }>(
      'select body, import, stage from set_aside',
    );
    const changed = kept.rows.filter(({ body, import: number, stage }) => {
      const text = body.toString();
      return stage !== 'resolve' && !(number === 0 ? sentBad.has(text) : badLine.test(text));
    }).length;
    const mendable = await owner.query(
      `select from set_aside where code in ('interaction.outcome-unknown', 'line.number-unreadable')`,
    );
    const mended = [
      await ordered({
        code: 'interaction.outcome-unknown',
        find: 'great',
        replace: 'well',
      }),
      await ordered({
        code: 'line.number-unreadable',
        find: 'dear',
        replace: '9',
      }),
    ].reduce((sum, { replayed }) => sum + replayed, 0);
    return {
      received: messages,
      stored,
      duplicates,
      setAside: aside,
      unsaid,
      changed,
      mended,
      mendable: mendable.rowCount ?? 0,
    };
  } finally {
    await resolver.stop();
    await test.close();
    await owner.end();
  }
}

/** Of ten messages two are bad, one repeats an earlier one, and now and then one takes the id of another. */
function liveMessage(at: number): object {
  if (at % 5 === 4) return { ...badMessages[((at / 5) % badMessages.length) | 0], messageId: `bad-${at}` };
  if (at % 10 === 7 && at > 20) return good(at - 7);
  if (at % 1_000 === 503) return { ...good(at - 3), event: 'Another' };
  return good(at);
}

function good(at: number): object {
  const timestamp = new Date(Date.UTC(2026, 3, 1) + at * 1000).toISOString();
  return { type: 'track', messageId: `m-${at}`, event: 'Called', userId: `u${at % 900}`, timestamp };
}

const badLine = /^\d+,(?:c\d+,2026-04-01,dear|c\d+,whenever,1|,2026-04-01,1,surplus|"open)\n$/;

function line(at: number): string {
  if (at % 10 !== 9) return `${at % 100 === 50 ? at - 50 : at},c${at % 700},2026-04-01,1\n`;
  return (
    [`${at},c1,2026-04-01,dear\n`, `${at},c1,whenever,1\n`, `${at},,2026-04-01,1,surplus\n`, `${at},"open\n`][
      ((at - 9) / 10) % 4
    ] ?? ''
  );
}

type Test = Awaited<ReturnType<typeof testApp>>;

async function importHalf(
  { app }: Test,
  base: string,
  headers: Record<string, string>,
  lines: number,
): Promise<ImportRun> {
  const mapping = JSON.stringify({
    version: 1,
    source: 'Orders',
    file: { format: 'csv' },
    zone: 'UTC',
    channel: 'web',
    rows: [
      {
        rule: 'order',
        make: 'interaction',
        key: 'id',
        identifiers: { 'crm:shop': '{customer}' },
        name: 'Ordered',
        time: '{at}',
        value: '{price}',
      },
    ],
  });
  const content = `id,customer,at,price\n${Array.from({ length: lines }, (_, at) => line(at)).join('')}`;
  const payload = { fileName: 'f.csv', mapping, createSource: true };
  const { id } = (await app.inject({ method: 'POST', url: `${base}/imports`, headers, payload })).json<ImportRun>();
  await app.inject({ method: 'PUT', url: `${base}/imports/${id}/file?name=f.csv`, headers, payload: content });
  await app.inject({ method: 'POST', url: `${base}/imports/${id}/start`, headers });
  for (;;) {
    const run = (await app.inject({ url: `${base}/imports/${id}`, headers })).json<ImportRun>();
    if (run.state === 'failed') throw new Error(JSON.stringify(run.error));
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
