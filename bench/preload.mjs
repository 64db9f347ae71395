import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A connection as the owner of a started system's tables. */
export async function ownerOf(bench) {
  const { 'postgres.owner': password } = JSON.parse(readFileSync(join(bench.dataFolder, 'secrets.json'), 'utf8'));
  const port = Number(readFileSync(join(bench.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'throughline_owner',
    password,
    database: 'throughline',
  });
  await client.connect();
  return client;
}

/**
 * Fills the tables as if `persons` had come with a user id and an e-mail each, and `seen` messages had arrived over the last 7 days. Rows
 * are written by SQL, not through the log: they are ballast for what is measured, and nobody looks at their meaning.
 */
export async function preload(bench, { persons, seen }) {
  const owner = await ownerOf(bench);
  const sql = (text, values = []) => owner.query(text, values);
  await sql('set synchronous_commit = off');
  await sql(
    `insert into namespace (workspace, code, name) values (1, 1, 'user_id'), (1, 2, 'email') on conflict do nothing`,
  );
  const step = 100_000;
  for (let from = 0; from < persons; from += step) {
    const to = Math.min(persons, from + step) - 1;
    await sql(
      `insert into identifier (workspace, node, id, namespace, value, component, created_at)
       select 1, 2 * p + n, gen_random_uuid(), n, case n when 1 then 'known-' || p else 'known-' || p || '@example.com' end, 2 * p + 1, now()
       from generate_series($1::bigint, $2::bigint) p, generate_series(1, 2) n`,
      [from, to],
    );
    await sql(
      `insert into node_person (workspace, node, person) select 1, 2 * p + n, 2 * p + 1 from generate_series($1::bigint, $2::bigint) p, generate_series(1, 2) n`,
      [from, to],
    );
    await sql(
      `insert into person (workspace, person, recognised, name, interactions, first_at, last_at, channels)
       select 1, 2 * p + 1, true, 'Known Person ' || p, 3, now() - interval '90 days', now() - (p % 90) * interval '1 day', 1 from generate_series($1::bigint, $2::bigint) p`,
      [from, to],
    );
    await sql(
      `insert into match (workspace, match, id, key, source, import, kind, strength, first_at, home, nodes, created_at)
       select 1, p + 1, gen_random_uuid(), sha256(('m' || p)::bytea), 1, 0, 1, 2, now() - interval '90 days', 2 * p + 1, array[2 * p + 1, 2 * p + 2], now()
       from generate_series($1::bigint, $2::bigint) p`,
      [from, to],
    );
    await sql(
      `insert into claim (workspace, node, trait, source, import, value_hash, value, first_at, last_at, last_message, times)
       select 1, 2 * p + 1, 'name', 1, 0, gen_random_uuid(), to_json('Known Person ' || p)::text, now() - interval '90 days', now() - interval '90 days', gen_random_uuid(), 1
       from generate_series($1::bigint, $2::bigint) p`,
      [from, to],
    );
  }
  await sql('update resolve_head set next_node = $1, next_match = $2 where workspace = 1', [
    2 * persons + 1,
    persons + 1,
  ]);
  const perDay = Math.floor(seen / 7);
  for (let daysAgo = 1; daysAgo <= 7; daysAgo += 1) {
    const day = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    await sql('select ensure_log_day($1::date)', [day]);
    for (let from = 0; from < perDay; from += 500_000) {
      await sql(
        `insert into seen_${day.replaceAll('-', '')} select 1, 1, gen_random_uuid(), 0 from generate_series(1, $1::bigint)`,
        [Math.min(500_000, perDay - from)],
      );
    }
  }
  await sql('checkpoint').catch(() => undefined);
  for (const table of ['identifier', 'node_person', 'person', 'match', 'claim']) await sql(`analyze ${table}`);
  await owner.end();
}
