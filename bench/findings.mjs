#!/usr/bin/env node
/**
 * The first findings over a whole workspace, cold and warm, statement by statement: `node bench/findings.mjs [persons] [interactions each]`.
 * Beside it, in the same run, the cheapest query that reads the same columns of the same rows. Rows are laid down by SQL: three in ten
 * bought, one in ten asked for help, the rest was told.
 */
import { readFileSync } from 'node:fs';
import { readIdentityFrame } from '../packages/engine/dist/resolve/customers/identity-frame.js';
import { JoinRulesByVersion } from '../packages/engine/dist/resolve/rules/join-rules-by-version.js';
import { readKnownPatterns } from '../packages/engine/dist/resolve/who-knows-whom/known-patterns.js';
import { inWorkspace } from '../packages/engine/dist/store/postgres/in-workspace.js';
import { measureFindings } from '../packages/engine/dist/understand/findings/measure-findings.js';
import { openStores } from './open-stores.mjs';
import { preload } from './preload.mjs';
import { machine } from './start-bench.mjs';

const persons = Number(process.argv[2] ?? 1_000_000);
const each = Number(process.argv[3] ?? 10);
const stores = await openStores();
try {
  const laidAt = performance.now();
  await lay(stores, persons, each);
  const counted = await stores.owner.query(
    `select (select count(*) from person) as persons, (select count(*) from identifier) as identifiers, (select count(*) from match) as matches`,
  );
  const [rows] = await (
    await stores.analytics.client().query({ query: 'select count() as rows from interactions', format: 'JSONEachRow' })
  ).json();
  const { persons: there, identifiers, matches } = counted.rows[0];
  console.log(
    `${machine()}; present: ${there} persons, ${identifiers} identifiers, ${matches} matches, ${rows.rows} interactions (${seconds(laidAt)} s to lay them down)`,
  );
  const rules = new JoinRulesByVersion();
  for (const run of ['cold', 'warm']) {
    const statements = [];
    const analytics = { client: () => watched(stores.analytics, statements) };
    const beganAt = performance.now();
    const measured = await inWorkspace(stores, 1, async (client) => {
      const query = client.query;
      client.query = async function (...asked) {
        const ended = watch(statements, client.processID, `postgres: ${asked[0].text ?? asked[0]}`);
        try {
          return await query.apply(this, asked);
        } finally {
          ended();
        }
      };
      try {
        const frame = await readIdentityFrame(client, 1, rules);
        const patterns = inWorkspace(stores, 1, async (other) => {
          const ended = watch(statements, other.processID, 'postgres: who knows whom');
          const known = await readKnownPatterns(other, 1, frame.namespaces);
          ended();
          return known;
        });
        return await measureFindings(analytics, client, 1, frame, patterns);
      } finally {
        client.query = query;
      }
    });
    const found = measured.findings.filter(({ state }) => state === 'found').length;
    console.log(`findings.${run}: ${seconds(beganAt)} s, ${found} found`);
    statements.sort((a, b) => b[0] - a[0]);
    for (const [ms, processorMs, text] of statements.slice(0, 12)) {
      const took = [ms, processorMs].map((one) => (one / 1000).toFixed(2));
      console.log(`  ${took[0]} s, ${took[1]} s of processors: ${text.replace(/\s+/g, ' ').trim().slice(0, 130)}`);
    }
  }
  const cheapest = `select count(), sum(person), max(ts), sum(name), sum(channel), sum(direction), sum(precision), sum(outcome), sum(marks),
    sum(length(about_kind)), sum(length(about_id)), sum(source) from interactions where workspace = 1 format Null`;
  const readAt = performance.now();
  await stores.analytics.client().exec({ query: cheapest });
  const inEngine = seconds(readAt);
  const scannedAt = performance.now();
  await stores.owner.query('select count(*), max(person) from person where workspace = 1');
  await stores.owner.query('select count(*), max(node) from node_person where workspace = 1');
  await stores.owner.query('select count(*), max(node) from identifier where workspace = 1');
  await stores.owner.query('select count(*), max(home) from match where workspace = 1');
  console.log(
    `findings.beside: ${inEngine} s to read the same columns in the analytics engine once, ${seconds(scannedAt)} s to read the same tables in PostgreSQL once`,
  );
} finally {
  await stores.stop();
}

/** Watches from the question to the last byte of the answer; what is done with rows as they come is in it. */
function watched(engine, statements) {
  const client = engine.client();
  return {
    query: async (asked) => {
      const ended = watch(statements, engine.pid, `engine: ${asked.query}`);
      const answer = await client.query(asked);
      const text = await answer.text();
      ended();
      return { json: async () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])) };
    },
    exec: async (asked) => {
      const ended = watch(statements, engine.pid, `engine: ${asked.query}`);
      const { stream } = await client.exec(asked);
      const through = async function* () {
        yield* stream;
        ended();
      };
      return { stream: through() };
    },
  };
}

/** Time by the clock and of processors, which tells more while other programs run. */
function watch(statements, pid, text) {
  const [beganAt, processorMs] = [performance.now(), processorMsOf(pid)];
  return () => statements.push([performance.now() - beganAt, processorMsOf(pid) - processorMs, text]);
}

function processorMsOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

async function lay(bench, people, perPerson) {
  const { owner, analytics } = bench;
  await owner.query(
    `insert into source (workspace, source, id, name, channel, zone, country, currency)
     select 1, n, gen_random_uuid(), name, channel, 'Europe/Berlin', 'DE', 'EUR'
     from (values (1, 'Shop', 'web'), (2, 'Calls', 'call_centre'), (3, 'Tills', 'store'), (4, 'Letters', 'email')) as s(n, name, channel)`,
  );
  await owner.query(
    `insert into code_word (workspace, kind, code, word)
     values (1, 'name', 1, 'Order Completed'), (1, 'name', 2, 'Called'), (1, 'name', 3, 'Newsletter'), (1, 'name', 4, 'Complained'),
       (1, 'channel', 1, 'web'), (1, 'channel', 2, 'call_centre'), (1, 'channel', 3, 'store'), (1, 'channel', 4, 'email')`,
  );
  await preload(bench, { persons: people, seen: 0 });
  const months = 12;
  const perMonth = Math.ceil((people * perPerson) / months);
  const beginning = Date.UTC(2025, 0, 1);
  for (let month = 0; month < months; month += 1) {
    const [from, to] = [month, month + 1].map((at) => new Date(beginning).setUTCMonth(at));
    await analytics.client().command({
      query: `insert into interactions (workspace, person, ts, node, message, batch, import, source, name, channel, touchpoint, location, reason,
          currency, direction, outcome, precision, marks, about_kind, about_id, value, properties, received, month)
        select 1, 2 * (cityHash64(number, ${month}) % ${people}) + 1 as person, fromUnixTimestamp64Milli(toInt64(${from} + cityHash64(number, ${month}, 1) % ${to - from}), 'UTC') as ts,
          person as node, generateUUIDv4(), 1, 0,
          multiIf(what = 0, 1, what = 1, 3, what = 2, 2, 4) as source, multiIf(what < 2, 1, what = 2, if(number % 50 = 0, 4, 2), 3) as name,
          source as channel, 0, 0, 0, 1, if(what < 3, 1, 2) as direction, 3, 1, 0, '', if(what < 2, toString(cityHash64(number, ${month}, 3)), ''),
          if(what < 2, toDecimal64(number % 200, 6), null), '{}', ts, ${202501 + month}
        from (select number, multiIf(cityHash64(number, ${month}, 2) % 10 as die < 2, 0, die < 3, 1, die < 4, 2, 3) as what from numbers(${perMonth}))`,
    });
  }
}

function seconds(sinceMs) {
  return ((performance.now() - sinceMs) / 1000).toFixed(2);
}
