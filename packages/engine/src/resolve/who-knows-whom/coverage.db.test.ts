import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Coverage {
  readonly opening: string;
  readonly joiningFile: { readonly upTo: number; readonly kinds: readonly string[]; readonly sentence: string } | null;
  readonly systems: readonly {
    readonly name: string;
    readonly people: number;
    readonly alone: number;
    readonly id: string;
  }[];
  readonly pairs: readonly {
    readonly from: string;
    readonly to: string;
    readonly people: number;
    readonly known: number;
    readonly linkable: number;
  }[];
}

let app: IdentityApp;
const names = ['Web shop', 'Call centre', 'Till'] as const;
const kinds = ['email', 'phone', 'loyalty_card'] as const;
const sources: { id: string; writeKey: string }[] = [];

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  for (const name of names) sources.push(await app.source(name, name === 'Call centre' ? 'call_centre' : 'web'));
});
afterAll(async () => {
  await app?.close();
});

const valueOfKind = (kind: string, person: number): string =>
  kind === 'email' ? `p${person}@example.com` : kind === 'phone' ? `+4930${1_000_000 + person}` : `LC-${person}`;

/** A message of a source that names some kinds of identifier of one true person. */
interface Said {
  readonly source: number;
  readonly person: number;
  readonly kinds: readonly (typeof kinds)[number][];
}

/** The slow and obvious way: joins said to be together, person by person, then source by source. */
function slowly(said: readonly Said[], from: number, to: number) {
  const people: Said[][] = [];
  for (const person of new Set(said.map((one) => one.person))) {
    let groups: Said[][] = [];
    for (const one of said.filter((message) => message.person === person)) {
      const touching = groups.filter((group) =>
        group.some((other) => other.kinds.some((kind) => one.kinds.includes(kind))),
      );
      groups = [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), one]];
    }
    people.push(...groups);
  }
  const used = kinds.filter((kind) => {
    const inTo = people.filter((group) => group.some(({ source }) => source === to));
    const with_ = inTo.filter((group) => group.some((one) => one.source === to && one.kinds.includes(kind)));
    return with_.length > 0 && with_.length >= inTo.length * 0.05;
  });
  const inFrom = people.filter((group) => group.some(({ source }) => source === from));
  const known = inFrom.filter((group) => group.some(({ source }) => source === to));
  const linkable = inFrom.filter(
    (group) => !known.includes(group) && group.some((one) => one.kinds.some((kind) => used.includes(kind))),
  );
  return { people: inFrom.length, known: known.length, linkable: linkable.length };
}

it('counts as the slow and obvious way does, in a generated world', async () => {
  const [world = []] = fc.sample(
    fc.array(
      fc.record({
        source: fc.integer({ min: 0, max: 2 }),
        person: fc.integer({ min: 0, max: 60 }),
        kinds: fc.subarray([...kinds], { minLength: 1 }),
      }),
      { minLength: 150, maxLength: 200 },
    ),
    { numRuns: 1, seed: 2_026 },
  );
  for (const [number, { writeKey }] of sources.entries()) {
    await app.send(
      writeKey,
      world
        .filter(({ source }) => source === number)
        .map(({ person, kinds: named }) => ({
          type: 'identify',
          traits: {},
          context: {
            externalIds: named.map((kind) => ({
              type: kind,
              id: valueOfKind(kind, person),
              collection: 'users',
              encoding: 'none',
            })),
          },
        })),
    );
  }
  const { status, body } = await app.ask<Coverage>('GET', '/coverage');
  expect(status).toBe(200);
  for (const [from] of sources.entries())
    for (const [to] of sources.entries()) {
      if (from === to) continue;
      const pair = body.pairs.find((one) => one.from === sources[from]?.id && one.to === sources[to]?.id);
      expect(pair).toMatchObject(slowly(world, from, to));
    }
});

it('callers whom no identifier joins to the shop are the finding, in another workspace and alone there', async () => {
  const slug = await app.workspace('Second');
  const add = async (name: string, channel: string) =>
    (await app.ask<{ writeKey: string }>('POST', '/sources', { slug, payload: { name, channel, key: 'server' } })).body
      .writeKey;
  const [shop, calls] = [await add('Shop', 'web'), await add('Calls', 'call_centre')];
  await app.send(
    shop,
    Array.from({ length: 9 }, (_, n) => ({ type: 'identify', traits: { email: `s${n}@example.com` } })),
  );
  await app.send(
    calls,
    Array.from({ length: 4 }, (_, n) => ({ type: 'identify', traits: { phone: `+49301230${n}00` } })),
  );
  const { body } = await app.ask<Coverage>('GET', '/coverage', { slug });
  expect(body.opening).toBe('0 of 4 callers are known to Shop: it has e-mail addresses, Calls has phone numbers.');
  expect(body.joiningFile).toMatchObject({ upTo: 4, kinds: ['phone', 'email'] });
  expect(body.systems.map(({ name, people, alone }) => [name, people, alone])).toEqual([
    ['Shop', 9, 9],
    ['Calls', 4, 4],
  ]);
  const gapsOf = async (q: string) => {
    const found = await app.ask<{ items: readonly { id: string }[] }>('GET', `/customers?q=${encodeURIComponent(q)}`, {
      slug,
    });
    const { status, body } = await app.ask<{ opening: string; gaps: readonly { sentence: string }[] }>(
      'GET',
      `/customers/${found.body.items[0]?.id}/gaps`,
      { slug },
    );
    expect(status).toBe(200);
    return [body.opening, ...body.gaps.map(({ sentence }) => sentence)];
  };
  expect(await gapsOf('+49301230100')).toEqual([
    'Nothing is known from Shop.',
    'Shop knows 9 of 13 customers, by e-mail addresses: none is known of this person.',
  ]);
  expect(await gapsOf('s1@example.com')).toEqual(['']);
});

it('tells month by month how many became known, and to how many systems, of those who are one today', async () => {
  const slug = await app.workspace('Third');
  const add = async (name: string) =>
    (
      await app.ask<{ writeKey: string }>('POST', '/sources', {
        slug,
        payload: { name, channel: 'web', key: 'server' },
      })
    ).body.writeKey;
  const [shop, calls] = [await add('Shop'), await add('Calls')];
  const person = (n: number) => ({ type: 'identify', traits: { email: `t${n}@example.com` } });
  await app.send(shop, [person(1), person(2), person(3)]);
  await app.send(calls, [person(3), { type: 'identify', traits: { phone: '+49301230900' } }]);
  await app.pool.query(
    `update match m set created_at = m.created_at - interval '2 months'
     from source s
     join workspace w on w.workspace = s.workspace and w.slug = $1
     where m.workspace = s.workspace and m.source = s.source and s.name = 'Shop'`,
    [slug],
  );
  const { body } = await app.ask<{
    opening: string;
    months: readonly { month: string; people: number; shared: number }[];
  }>('GET', '/coverage/progress', { slug });
  expect(body.months.map(({ people, shared }) => [people, shared])).toEqual([
    [3, 0],
    [3, 0],
    [4, 1],
  ]);
  expect(body.opening).toMatch(
    /^1 of 4 customers are known to two systems or more; at the end of \w+ \d{4} it was 0 of 3\.$/,
  );
});
