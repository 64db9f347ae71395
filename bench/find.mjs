#!/usr/bin/env node
/**
 * How long it takes to find somebody by something like what they are known by, through the API, among many persons with names, postcodes and
 * three identifiers each: `node bench/find.mjs [persons] [searches]`. Beside it, in the same run: a whole e-mail address (the limit: one look
 * into an index, and the same answer), and what it would take to compare each name by trigrams instead of by the dictionary.
 */
import { findablePart } from '../packages/core/dist/resolve/find/findable-part.js';
import { nameWords } from '../packages/core/dist/resolve/find/name-words.js';
import { namePools, placePools } from '../packages/world/dist/people/name-pool.js';
import { drawChance } from './find-chance.mjs';
import { ownerOf } from './preload.mjs';
import { machine, percentile, startBench } from './start-bench.mjs';

const persons = Number(process.argv[2] ?? 1_000_000);
const searches = Number(process.argv[3] ?? 200);
const { draw, pick, slip } = drawChance(18);

function person(number) {
  const share = draw();
  const pool =
    namePools[
      share < 0.6 ? 'german' : share < 0.7 ? 'british' : share < 0.85 ? 'turkish' : share < 0.95 ? 'polish' : 'italian'
    ];
  const name = `${pick(draw() < 0.5 ? pool.female : pool.male)} ${pick(pool.family)}`;
  const words = nameWords(name);
  return {
    name,
    words,
    email: `${words.join('.')}.${number}@example.com`,
    phone: `+491${String((number * 7_919_371) % 1e9).padStart(9, '0')}`,
    card: `K${10_000_000 + number}`,
    postcode: pick(placePools.DE.towns).postcode,
  };
}

/** Fills the tables by SQL, not through the log, as the worker would have left them. */
async function fill(owner) {
  await owner.query('set synchronous_commit = off');
  await owner.query(
    `insert into namespace (workspace, code, name) values (1, 1, 'email'), (1, 2, 'phone'), (1, 3, 'loyalty_card') on conflict do nothing`,
  );
  const { rows: indexes } = await owner.query(
    `select indexname as name, indexdef as made from pg_indexes where indexname in ('findable_person_words', 'findable_identifier_part')`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  const sample = [];
  const counts = new Map();
  const step = 20_000;
  for (let from = 0; from < persons; from += step) {
    const some = Array.from({ length: Math.min(step, persons - from) }, (_, at) => ({
      at: from + at,
      ...person(from + at),
    }));
    const nodes = some.flatMap(({ at, email, phone, card }) =>
      [
        ['email', email],
        ['phone', phone],
        ['loyalty_card', card],
      ].map(([namespace, value], place) => ({
        node: 3 * at + place + 1,
        person: 3 * at + 1,
        code: place + 1,
        value,
        part: findablePart({ namespace, value }),
      })),
    );
    const columns = ['node', 'person', 'code', 'value', 'part'].map((column) => nodes.map((one) => one[column]));
    await owner.query(
      `with given as (
         select * from unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::text[], $5::text[]) as t(node, person, code, value, part)
       ), known as (
         insert into identifier (workspace, node, id, namespace, value, component, created_at)
         select 1, node, gen_random_uuid(), code, value, person, now() from given
       ), mapped as (
         insert into node_person (workspace, node, person) select 1, node, person from given
       )
       insert into findable_identifier (workspace, node, part) select 1, node, part from given`,
      columns,
    );
    const wordsOf = some.map(({ words, postcode }) => [...new Set([...words, `#${postcode}`])]);
    for (const word of wordsOf.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
    await owner.query(
      `with known as (
         insert into person (workspace, person, recognised, name, interactions, first_at, last_at, channels)
         select 1, p, true, n, 3, now() - interval '90 days', now() - (p % 90) * interval '1 day', 1 from unnest($1::bigint[], $2::text[]) as t(p, n)
       )
       insert into findable_person (workspace, person, words)
       select 1, p, array_to_tsvector(string_to_array(w, ' ')) from unnest($1::bigint[], $3::text[]) as t(p, w)`,
      [some.map(({ at }) => 3 * at + 1), some.map(({ name }) => name), wordsOf.map((words) => words.join(' '))],
    );
    for (let i = 0; i < step; i += Math.ceil(persons / searches)) if (some[i] !== undefined) sample.push(some[i]);
  }
  await owner.query(
    `insert into name_word (workspace, word, persons) select 1, w, n from unnest($1::text[], $2::integer[]) as t(w, n)`,
    [[...counts.keys()], [...counts.values()]],
  );
  for (const { made } of indexes) await owner.query(made);
  for (const table of ['identifier', 'node_person', 'person', 'findable_person', 'findable_identifier', 'name_word']) {
    await owner.query(`vacuum analyze ${table}`);
  }
  return { sample, words: counts.size };
}

const kinds = {
  'a name with a slip': ({ name }) => slip(name),
  'the family name alone': ({ name }) => name.split(' ').at(-1),
  'the first name alone': ({ name }) => name.split(' ')[0],
  'family name first, a slip in it': ({ name }) => `${slip(name.split(' ').at(-1))} ${name.split(' ')[0]}`,
  'family name and postcode': ({ name, postcode }) => `${name.split(' ').at(-1)} ${postcode}`,
  'five digits of a phone number': ({ phone }) => phone.slice(6, 11),
  'the middle of an e-mail address': ({ email }) => email.slice(3, 11),
  'six signs of a card number': ({ card }) => card.slice(2, 8),
  'a name that nobody has': ({ name }) => `xq${name.slice(2, 4)}zzk`,
};

const bench = await startBench();
try {
  const owner = await ownerOf(bench);
  const filling = performance.now();
  const { sample, words } = await fill(owner);
  console.log(
    `${machine()}; ${persons} persons, ${3 * persons} identifiers, ${words} words (${Math.round((performance.now() - filling) / 1000)} s to lay them down)`,
  );
  const search = async (q) => {
    const began = performance.now();
    const { items } = await bench.api('/customers/search', { method: 'POST', body: JSON.stringify({ q }) });
    return { ms: performance.now() - began, items };
  };
  for (const one of sample.slice(0, 20)) for (const make of Object.values(kinds)) await search(make(one));
  const all = [];
  for (const [kind, make] of Object.entries(kinds)) {
    const ms = [];
    let found = 0;
    for (const one of sample) {
      const { ms: took, items } = await search(make(one));
      ms.push(took);
      if (items.some(({ name }) => name === one.name)) found += 1;
    }
    all.push(...ms);
    console.log(
      `find.${kind.replaceAll(' ', '-')}: p50 ${percentile(ms, 0.5).toFixed(1)} ms, p95 ${percentile(ms, 0.95).toFixed(1)} ms; somebody of that name among the first 50 in ${found} of ${sample.length}`,
    );
  }
  console.log(
    `find.alike: p50 ${percentile(all, 0.5).toFixed(1)} ms, p95 ${percentile(all, 0.95).toFixed(1)} ms, of ${all.length} searches of all kinds, at ${persons} persons`,
  );
  const limit = [];
  for (const { email } of sample) limit.push((await search(email)).ms);
  console.log(
    `find.limit: a whole e-mail address p50 ${percentile(limit, 0.5).toFixed(1)} ms, p95 ${percentile(limit, 0.95).toFixed(1)} ms`,
  );

  await owner.query('create table compared as select person, lower(name) as name from person');
  await owner.query('create index on compared using gin (name gin_trgm_ops)');
  await owner.query('vacuum analyze compared');
  await owner.query('set pg_trgm.word_similarity_threshold = 0.5');
  const each = [];
  for (const { name } of sample) {
    const began = performance.now();
    await owner.query(
      `select person, word_similarity($1, name) as likeness from compared where $1 <% name order by likeness desc limit 50`,
      [slip(name.toLowerCase())],
    );
    each.push(performance.now() - began);
  }
  console.log(
    `find.each-name: each name compared by trigrams, in the database alone: p50 ${percentile(each, 0.5).toFixed(1)} ms, p95 ${percentile(each, 0.95).toFixed(1)} ms`,
  );
  await owner.end();
} finally {
  await bench.stop();
}
