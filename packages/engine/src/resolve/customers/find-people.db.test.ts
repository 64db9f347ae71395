import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string | null; readonly because: string }[];
}

let app: IdentityApp;
let shop = '';
let crm = '';

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  shop = (await app.source('Shop', 'web')).writeKey;
  crm = (await app.source('CRM', 'call_centre', 80)).writeKey;
  await app.send(shop, [
    identify('u-1', {
      name: 'Jürgen Müller',
      email: 'j.mueller@example.com',
      phone: '+49 171 2345678',
      postcode: '10115',
    }),
    identify('u-2', { firstName: 'Anna', lastName: 'Weiß', address: { postalCode: 'SW1A 1AA' } }),
    identify('u-3', { name: 'Anna Kowalczyk', email: 'kowalka@example.com' }),
    identify('u-4', { name: 'José Ñandú O’Brien' }),
    identify('ORD-77412-X', { name: 'Иван Петров' }),
  ]);
});
afterAll(async () => {
  await app?.close();
});

function identify(userId: string, traits: object) {
  return { type: 'identify', userId, traits, timestamp: '2026-03-01T10:00:00Z' };
}

async function search(q: string, more: object = {}, slug = app.slug): Promise<Found['items']> {
  const { status, body } = await app.ask<Found>('POST', '/customers/search', { payload: { q, ...more }, slug });
  expect(status).toBe(200);
  return body.items;
}
const names = async (q: string, more: object = {}) => (await search(q, more)).map(({ name }) => name);

/** Every word that the dictionary should hold by who is found by it, against what it holds. */
async function dictionary() {
  const read = await app.pool.query<{ kept: string | null; meant: string | null }>(
    `select k.kept, m.meant
     from (select workspace, word, word || ' ' || persons as kept from name_word) k
     full join (
       select workspace, word, word || ' ' || count(*) as meant
       from findable_person, unnest(tsvector_to_array(words)) as word
       group by workspace, word
     ) m using (workspace, word)`,
  );
  return read.rows.filter(({ kept, meant }) => kept !== meant);
}

async function leftovers() {
  const read = await app.pool.query(
    `select 'person' as what, f.person as number from findable_person f
     where not exists (select from person p where p.workspace = f.workspace and p.person = f.person)
     union all
     select 'identifier', f.node from findable_identifier f
     where not exists (select from identifier i where i.workspace = f.workspace and i.node = f.node)`,
  );
  return read.rows;
}

describe('finding people by something like what they are known by', () => {
  it.each([
    ['a slip', 'Jurgen Muler', 'Jürgen Müller', 'name is like this'],
    ['two letters swapped', 'Kowalcyzk', 'Anna Kowalczyk', 'name is like this'],
    ['the other order', 'müller jürgen', 'Jürgen Müller', 'name is this'],
    ['umlauts written out', 'Juergen Mueller', 'Jürgen Müller', 'name is this'],
    ['no accents', 'jose nandu obrien', 'José Ñandú O’Brien', 'name is this'],
    ['another script', 'иван', 'Иван Петров', 'name is this'],
    ['a beginning of the family name', 'Kowal', 'Anna Kowalczyk', 'name begins like this'],
    ['a sharp s written out', 'Weiss', 'Anna Weiß', 'name is this'],
    ['some digits of a phone number', '71 23 45', 'Jürgen Müller', 'phone contains this'],
    ['digits with the country’s own 0', '0171 2345', 'Jürgen Müller', 'phone begins with this'],
    ['the middle of an address', 'walka', 'Anna Kowalczyk', 'e-mail contains this'],
    ['a part of an order number', '77412', 'Иван Петров', 'sign-in contains this'],
    ['a postcode', '10115', 'Jürgen Müller', 'postcode 10115'],
    ['a postcode in two parts', 'sw1a 1aa', 'Anna Weiß', 'postcode SW1A1AA'],
  ])('finds by %s, and says why', async (_, q, name, because) => {
    const [best] = await search(q);
    expect(best?.name).toBe(name);
    expect(best?.because).toContain(because);
  });

  it('takes a name and a postcode together, and whoever has both comes alone', async () => {
    expect(await search('Muller 10115')).toMatchObject([
      { name: 'Jürgen Müller', because: 'name is this, postcode 10115' },
    ]);
  });

  it('lists the nearest first, and those with some of the words only if nobody has all', async () => {
    expect(await names('Anna')).toEqual(expect.arrayContaining(['Anna Weiß', 'Anna Kowalczyk']));
    expect(await names('Anna Weis')).toEqual(['Anna Weiß']);
    expect(await names('Anna Zzyzx')).toEqual(expect.arrayContaining(['Anna Weiß', 'Anna Kowalczyk']));
  });

  it('keeps to a whole address, which nobody else is meant by', async () => {
    expect(await search('KOWALKA@example.com')).toMatchObject([
      { name: 'Anna Kowalczyk', because: 'e-mail is exactly this' },
    ]);
  });

  it.each(["'", '\\', '100%', '_', '&|!()', "x' | 'y", '####', ':*', ' '])('takes %s for text', async (q) => {
    expect(await search(q)).toEqual([]);
  });

  it('finds nobody of another workspace', async () => {
    const other = await app.workspace('Other');
    expect(await search('Müller', {}, other)).toEqual([]);
    expect(await search('2345678', {}, other)).toEqual([]);
  });

  it('shows visitors apart', async () => {
    expect(await names('Anna', { kind: 'visitors' })).toEqual([]);
    expect((await names('Anna', { kind: 'customers' })).length).toBeGreaterThan(1);
  });
});

describe('what people are found by', () => {
  it('follows a change of name and keeps the name another source still gives', async () => {
    await app.send(crm, [{ ...identify('u-3', { name: 'Anna Lindqvist' }), timestamp: '2026-03-02T10:00:00Z' }]);
    expect(await names('Lindquist')).toEqual(['Anna Lindqvist']);
    expect(await names('Kowalczyk')).toEqual(['Anna Lindqvist']);
    await app.send(shop, [{ ...identify('u-3', { name: 'Anna Lindqvist' }), timestamp: '2026-03-03T10:00:00Z' }]);
    expect(await names('Kowalczyk')).toEqual([]);
    expect(await dictionary()).toEqual([]);
  });

  it('follows joins and goes back with their undo', async () => {
    await app.send(shop, [identify('u-10', { name: 'Berit Aasland' }), identify('u-11', { name: 'Tove Fjellheim' })]);
    const pair = { a: { namespace: 'user_id', value: 'u-10' }, b: { namespace: 'user_id', value: 'u-11' } };
    const before = [...(await search('Aasland')), ...(await search('Fjellheim'))];
    expect(new Set(before.map(({ id }) => id)).size).toBe(2);
    const joined = await app.ask<{ decision: string }>('POST', '/customers/join', { payload: pair });
    expect(joined.status).toBe(200);
    const together = [...(await search('Aasland')), ...(await search('Fjellheim'))];
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
    expect(await dictionary()).toEqual([]);
    await app.ask('POST', `/matches/${joined.body.decision}/undo`);
    const after = [...(await search('Aasland')), ...(await search('Fjellheim'))];
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await dictionary()).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });
});
