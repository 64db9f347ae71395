import { randomUUID } from 'node:crypto';
import { singleItem } from '@throughline/core/collect/json-items';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { authority } from '../../collect/intake/log-row.js';
import { receiveMessages } from '../../collect/intake/receive-messages.js';
import { appendCommand } from '../commands/append-command.js';

interface Summary {
  readonly id: string;
  readonly name: string | null;
  readonly identifiers: readonly { namespace: string; value: string }[];
  readonly channels: readonly string[];
  readonly interactions: number;
}
interface List {
  readonly opening: string;
  readonly customers: number;
  readonly visitors: number;
  readonly inSeveralChannels: number;
  readonly items: readonly Summary[];
  readonly next: string | null;
}
interface Person {
  readonly person: {
    readonly id: string;
    readonly currentId: string;
    readonly name: string | null;
    readonly identifiers: readonly { namespace: string; value: string; firstAt: string; sources: string[] }[];
    readonly traits: Record<string, unknown>;
    readonly golden: readonly {
      trait: string;
      value: unknown;
      source: string;
      conflicts: { value: unknown; source: string }[];
    }[];
    readonly channels: readonly string[];
    readonly interactions: number;
    readonly groups: readonly {
      kind: string;
      value: string;
      traits: Record<string, unknown>;
      members: readonly { id: string; name: string | null }[];
      others: number;
    }[];
  };
  readonly sure: readonly string[];
  readonly opening: string;
}
interface Join {
  readonly match: string;
  readonly kind: string;
  readonly held: boolean;
  readonly refusedBecause: string | null;
  readonly sentence: string;
  readonly source: string;
  readonly decidedBy: string | null;
}
interface Decided {
  readonly decision: string;
  readonly persons: readonly string[];
  readonly moved: { identifiers: number; interactions: number };
  readonly sentence: string;
}

let app: IdentityApp;
let shop = '';
let calls = '';

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  shop = (await app.source('Shop', 'web')).writeKey;
  calls = (await app.source('Calls', 'call_centre', 80)).writeKey;
});
afterAll(async () => {
  await app?.close();
});

const at = (day: string) => ({ timestamp: `${day}T10:00:00Z` });
const identify = (day: string, traits: object, who: object) => ({ type: 'identify', traits, ...who, ...at(day) });
const track = (day: string, event: string, who: object, properties: object = {}) => ({
  type: 'track',
  event,
  properties,
  ...who,
  ...at(day),
});
const known = (...pairs: readonly [type: string, id: string][]) => ({
  context: { externalIds: pairs.map(([type, id]) => ({ type, id, collection: 'users', encoding: 'none' })) },
});

async function find(q: string, more = ''): Promise<List> {
  const { status, body } = await app.ask<List>('GET', `/customers?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return body;
}

async function idOf(q: string): Promise<string> {
  const [found] = (await find(q)).items;
  if (found === undefined) throw new Error(`nobody found by ${q}`);
  return found.id;
}

async function person(id: string): Promise<Person> {
  const { status, body } = await app.ask<Person>('GET', `/customers/${id}`);
  expect(status).toBe(200);
  return body;
}

async function joins(id: string): Promise<readonly Join[]> {
  return (await app.ask<{ joins: readonly Join[] }>('GET', `/customers/${id}/explain`)).body.joins;
}

const run = 1;

async function importMessages(messages: readonly object[]): Promise<void> {
  const { ctx } = app.test;
  const { workspace, source } = await numbers();
  const received = messages.map((message) => {
    const read = singleItem(JSON.stringify({ messageId: randomUUID(), ...message }));
    if (read.type !== 'items') throw new Error('the message is unreadable');
    const from = { source, zone: 'UTC', authority: authority.import, import: run, receivedAtMs: ctx.clock() };
    return receiveMessages(read.items, from);
  });
  await ctx.intake.append({ workspace, rows: received.flatMap(({ rows }) => rows), setAside: [] });
  await app.settle();
}

async function undoImport(): Promise<void> {
  const { workspace } = await numbers();
  await appendCommand(app.test.ctx, workspace, { type: 'undo-import', import: run, by: 'test' });
  await app.settle();
}

async function numbers(): Promise<{ workspace: number; source: number }> {
  const read = await app.pool.query<{ workspace: number; source: number }>(
    `select s.workspace, s.source from source s join workspace w using (workspace) where w.slug = $1 and s.name = 'Shop'`,
    [app.slug],
  );
  const [row] = read.rows;
  if (row === undefined) throw new Error('the shop is not there');
  return row;
}

describe('finding people', () => {
  it('by any identifier as people write it, by its beginning, and by the beginning of a name', async () => {
    await app.send(shop, [
      identify(
        '2026-05-01',
        { email: 'Nora@Example.com', phone: '030 901820', name: 'Nora Quast' },
        { userId: 'find-1' },
      ),
      track('2026-05-02', 'Ordered', { userId: 'find-1' }),
      track('2026-05-03', 'Looked', { anonymousId: 'visitor-77' }),
    ]);
    await app.send(calls, [track('2026-05-04', 'Called', { traits: {}, ...known(['phone', '+49 30 901820']) })]);
    const id = await idOf('find-1');
    for (const q of ['NORA@example.com ', '+49 (30) 901820', '030/901820', '030 9018', 'nora@ex', 'nora qu']) {
      expect((await find(q)).items.map((item) => item.id)).toEqual([id]);
    }
    expect((await find('find-1')).items[0]).toMatchObject({
      name: 'Nora Quast',
      recognised: true,
      interactions: 2,
      channels: ['web', 'call_centre'],
      identifiers: [
        { namespace: 'user_id', value: 'find-1' },
        { namespace: 'email', value: 'nora@example.com' },
        { namespace: 'phone', value: '+4930901820' },
      ],
    });
    expect((await find('visitor-77', '&kind=customers')).items).toEqual([]);
    expect((await find('visitor-77', '&kind=visitors')).items).toHaveLength(1);
    expect((await find('visitor-7', '&kind=visitors')).items).toHaveLength(1);
    expect((await find('nobody such')).items).toEqual([]);
    expect((await find('%')).items).toEqual([]);
  });

  it('counts customers and visitors apart, and opens with what there is', async () => {
    const { body } = await app.ask<List>('GET', '/customers');
    expect(body).toMatchObject({ customers: 1, visitors: 1, inSeveralChannels: 1 });
    expect(body.opening).toBe('You know 1 customer; 1 of them in more than one channel.');
    expect(body.items.map(({ name }) => name)).toEqual(['Nora Quast']);
    expect((await app.ask<List>('GET', '/customers?kind=visitors')).body.items).toHaveLength(1);
  });

  it('page by page lists everybody once, with and without a search', async () => {
    const people = Array.from({ length: 23 }, (_, i) => i);
    await app.send(
      shop,
      people.flatMap((i) => [
        identify(
          '2026-04-01',
          { email: `page.${i % 2}.${i}@example.com`, name: `Paged ${i % 4}` },
          { userId: `paged-${i}` },
        ),
        ...(i % 3 === 0 ? [] : [track(`2026-04-0${1 + (i % 7)}`, 'Ordered', { userId: `paged-${i}` })]),
      ]),
    );
    const walk = async (query: string): Promise<readonly string[]> => {
      const ids: string[] = [];
      let cursor = '';
      for (;;) {
        const { status, body } = await app.ask<List>('GET', `/customers?limit=5&${query}${cursor}`);
        expect(status).toBe(200);
        ids.push(...body.items.map(({ id }) => id));
        if (body.next === null) return ids;
        cursor = `&cursor=${encodeURIComponent(body.next)}`;
      }
    };
    const all = await walk('');
    expect(new Set(all).size).toBe(24);
    expect(all).toHaveLength(24);
    for (const q of ['paged', 'page.', 'paged-']) {
      for (const kind of ['', '&kind=customers']) {
        const found = await walk(`q=${q}${kind}`);
        expect(found).toHaveLength(23);
        expect(new Set(found).size).toBe(23);
      }
    }
    expect((await app.ask('GET', '/customers?cursor=nonsense')).status).toBe(400);
  });
});

describe('one person', () => {
  it('is shown with everybody else of their household, each once however often named, and with nobody who left them', async () => {
    const group = (userId: string) => ({ type: 'group', groupId: 'home-1', userId, ...at('2026-03-03') });
    const people = Array.from({ length: 24 }, (_, n) => `member-${n}`);
    await app.send(shop, [
      ...people.map((userId) => identify('2026-03-01', { name: `Member ${userId}` }, { userId })),
      ...people.map(group),
      group('member-1'),
      identify('2026-03-04', { email: 'member-1@example.com' }, { userId: 'member-1' }),
    ]);
    const [home] = (await person(await idOf('member-0'))).person.groups;
    expect(home).toMatchObject({ kind: 'account', value: 'home-1', others: 23 });
    expect(home?.members).toHaveLength(20);
    const first = home?.members[0];
    expect(first?.name).toBe('Member member-1');
    expect((await person(first?.id ?? '')).person.groups[0]).toMatchObject({ value: 'home-1', others: 23 });
  });

  it('shows the values we use with their sources, what is known by whom, groups, and how sure we are', async () => {
    await app.send(shop, [
      identify(
        '2026-03-01',
        { email: 'anna@example.com', name: 'A. Roth', city: 'Köln' },
        { userId: 'anna', ...known(['loyalty_card', '4711']) },
      ),
      track('2026-03-02', 'Ordered', { userId: 'anna' }, { value: 12.5, currency: 'EUR', order_id: '8812' }),
      { type: 'group', groupId: 'acme', userId: 'anna', traits: { size: 12 }, ...at('2026-03-02') },
    ]);
    await app.send(calls, [
      identify('2026-05-12', { name: 'Anna Roth' }, known(['loyalty_card', '4711'], ['phone', '+4930901821'])),
      track('2026-05-13', 'Called', known(['phone', '+4930901821'])),
    ]);
    const id = await idOf('anna@example.com');
    const { person: anna, sure, opening } = await person(id);
    expect(anna).toMatchObject({
      id,
      currentId: id,
      name: 'Anna Roth',
      interactions: 2,
      channels: ['web', 'call_centre'],
    });
    expect(anna.traits).toMatchObject({ name: 'Anna Roth', city: 'Köln' });
    expect(anna.golden.find(({ trait }) => trait === 'name')).toMatchObject({
      value: 'Anna Roth',
      source: 'Calls',
      rule: 'trusted',
      conflicts: [{ value: 'A. Roth', source: 'Shop', at: '2026-03-01T10:00:00.000Z' }],
    });
    expect(anna.identifiers).toEqual([
      { namespace: 'user_id', value: 'anna', firstAt: '2026-03-01T10:00:00.000Z', sources: ['Shop'] },
      { namespace: 'loyalty_card', value: '4711', firstAt: '2026-03-01T10:00:00.000Z', sources: ['Shop', 'Calls'] },
      { namespace: 'email', value: 'anna@example.com', firstAt: '2026-03-01T10:00:00.000Z', sources: ['Shop'] },
      { namespace: 'phone', value: '+4930901821', firstAt: '2026-05-12T10:00:00.000Z', sources: ['Calls'] },
    ]);
    expect(anna.groups).toEqual([{ kind: 'account', value: 'acme', traits: { size: 12 }, members: [], others: 0 }]);
    expect(sure).toEqual(['We are sure: Shop and Calls both have their loyalty card.']);
    expect(opening).toMatch(
      /^Anna Roth, customer, known since 2 March.*: 2 interactions in 2 channels, the last on 13 May.*; we are sure that this is one person\.$/,
    );
    const explained = await joins(id);
    expect(explained.map(({ kind, held, source }) => ({ kind, held, source }))).toEqual([
      { kind: 'message', held: true, source: 'Calls' },
      { kind: 'shared', held: true, source: 'Calls' },
      { kind: 'message', held: true, source: 'Shop' },
    ]);
    expect(explained[0]?.sentence).toMatch(/: Calls gave loyalty card and phone number together\.$/);
  });

  it('lists every interaction of every channel, newest first, page by page or of one channel', async () => {
    const id = await idOf('anna@example.com');
    interface Page {
      readonly items: readonly {
        name: string;
        source: string;
        value: string | null;
        about: string | null;
        properties: object;
      }[];
      readonly next: string | null;
      readonly total: number;
    }
    const first = (await app.ask<Page>('GET', `/customers/${id}/interactions?limit=1`)).body;
    expect(first).toMatchObject({ total: 2, items: [{ name: 'Called', source: 'Calls' }] });
    const second = (await app.ask<Page>('GET', `/customers/${id}/interactions?limit=1&cursor=${first.next}`)).body;
    expect(second).toMatchObject({
      next: null,
      items: [
        { name: 'Ordered', source: 'Shop', value: '12.5', currency: 'EUR', about: 'order 8812', precision: 'instant' },
      ],
    });
    const web = (await app.ask<Page>('GET', `/customers/${id}/interactions?channel=web`)).body;
    expect(web).toMatchObject({ total: 1, items: [{ name: 'Ordered' }] });
    expect((await app.ask<Page>('GET', `/customers/${id}/interactions?channel=nowhere`)).body).toMatchObject({
      total: 0,
      items: [],
    });
  });

  it('answers to every id it ever had', async () => {
    await app.send(shop, [
      track('2026-05-01', 'Looked', { anonymousId: 'moves-a' }),
      track('2026-05-01', 'Ordered', { userId: 'moves-u' }),
    ]);
    const [visitor, customer] = [await idOf('moves-a'), await idOf('moves-u')];
    expect(visitor).not.toBe(customer);
    await app.send(shop, [track('2026-05-02', 'Signed in', { anonymousId: 'moves-a', userId: 'moves-u' })]);
    const { person: moved } = await person(customer);
    expect(moved).toMatchObject({ id: customer, currentId: visitor, interactions: 3 });
    expect((await person(visitor)).person.currentId).toBe(visitor);
  });

  it('is gone (410) once the import that told of it was taken back, unknown (404) if it never was, and invisible from another workspace', async () => {
    const id = await idOf('find-1');
    const other = await app.workspace('Elsewhere');
    for (const path of [`/customers/${id}`, `/customers/${id}/interactions`, `/customers/${id}/explain`]) {
      expect((await app.ask('GET', path, { slug: other })).status).toBe(404);
    }
    expect((await app.ask<List>('GET', '/customers?q=find-1', { slug: other })).body).toMatchObject({
      customers: 0,
      items: [],
    });
    expect((await app.ask('GET', '/customers/01890000-0000-7000-8000-000000000000')).status).toBe(404);

    await importMessages([track('2026-05-01', 'Ordered', { userId: 'imported' })]);
    const imported = await idOf('imported');
    await undoImport();
    const gone = await app.ask<{ code: string }>('GET', `/customers/${imported}`);
    expect([gone.status, gone.body.code]).toEqual([410, 'customers.gone']);
  });

  it('leaves one line in the audit for a look, however often the page asks', async () => {
    const id = await idOf('anna@example.com');
    await person(id);
    await person(id);
    await joins(id);
    const looks = await app.pool.query(`select actor from audit where action = 'customers.looked-at' and target = $1`, [
      id,
    ]);
    expect(looks.rows).toEqual([{ actor: 'command line:command line' }]);
  });
});

describe('deciding who is who', () => {
  const mail = { namespace: 'email', value: 'pair@example.com' };
  const user = { namespace: 'user_id', value: 'pair' };

  it('a split moves what its preview says, is explained, and undoing it brings everything back', async () => {
    await app.send(shop, [
      identify('2026-05-01', { email: mail.value }, { userId: user.value }),
      track('2026-05-02', 'Ordered', { userId: user.value }),
      track('2026-05-02', 'Opened', known(['email', mail.value])),
      track('2026-05-03', 'Opened', known(['email', mail.value])),
    ]);
    const id = await idOf(user.value);
    const before = await person(id);
    const preview = await app.ask<{ before: object[]; after: object[]; sentence: string }>(
      'POST',
      `/customers/${id}/split/preview`,
      {
        payload: { a: user, b: mail },
      },
    );
    expect(preview.body).toEqual({
      before: [{ identifiers: [user, mail], interactions: 3 }],
      after: [
        { identifiers: [user], interactions: 1 },
        { identifiers: [mail], interactions: 2 },
      ],
      sentence: '1 of 2 identifiers and 2 of 3 interactions would belong to another person.',
    });

    const split = await app.ask<Decided>('POST', `/customers/${id}/split`, {
      payload: { a: user, b: mail, note: 'two sisters' },
    });
    expect(split.status).toBe(200);
    expect(split.body.persons).toHaveLength(2);
    expect(split.body.moved).toEqual({ identifiers: 1, interactions: 2 });
    expect(split.body.sentence).toBe('1 identifier and 2 interactions now belong to another person.');
    await app.settle();
    const parts = await Promise.all(split.body.persons.map((part) => person(part)));
    expect(parts.map((part) => part.person.interactions)).toEqual([1, 2]);
    const totals = await Promise.all(
      split.body.persons.map(
        async (part) => (await app.ask<{ total: number }>('GET', `/customers/${part}/interactions`)).body.total,
      ),
    );
    expect(totals).toEqual([1, 2]);
    const explained = await joins(id);
    expect(explained.map(({ kind, held, refusedBecause }) => ({ kind, held, refusedBecause }))).toEqual([
      { kind: 'different', held: false, refusedBecause: null },
      { kind: 'message', held: false, refusedBecause: 'somebody decided that they are different people' },
    ]);
    expect(explained[0]).toMatchObject({ match: split.body.decision, decidedBy: 'command line' });

    const again = await app.ask<{ code: string }>('POST', `/customers/${id}/split`, { payload: { a: user, b: mail } });
    expect([again.status, again.body.code]).toEqual([409, 'customers.not-one-person']);
    const joined = await app.ask<{ code: string; details: object }>('POST', '/customers/join', {
      payload: { a: user, b: mail },
    });
    expect([joined.status, joined.body.code]).toEqual([409, 'customers.kept-apart']);
    expect(joined.body.details).toEqual({ decision: split.body.decision });

    const undone = await app.ask<Decided>('POST', `/matches/${split.body.decision}/undo`);
    expect(undone.body).toMatchObject({ undone: true, persons: [id], moved: { identifiers: 1, interactions: 2 } });
    expect(await person(id)).toEqual(before);
    expect((await app.ask('POST', `/matches/${split.body.decision}/undo`)).status).toBe(404);
  });

  it('a join by decision holds until it is undone', async () => {
    await app.send(shop, [
      track('2026-05-01', 'Ordered', { userId: 'left' }),
      track('2026-05-01', 'Called', known(['phone', '+4930901822'])),
    ]);
    const pair = { a: { namespace: 'user_id', value: 'left' }, b: { namespace: 'phone', value: '030 901822' } };
    const preview = await app.ask<{ before: object[]; after: { identifiers: object[] }[]; sentence: string }>(
      'POST',
      '/customers/join/preview',
      { payload: pair },
    );
    expect([preview.status, preview.body.before.length, preview.body.after.length]).toEqual([200, 2, 1]);
    expect(preview.body.sentence).toContain('would come to this person');
    const joined = await app.ask<Decided>('POST', '/customers/join', { payload: pair });
    expect(joined.body).toMatchObject({ moved: { identifiers: 1, interactions: 1 }, persons: [await idOf('left')] });
    expect((await person(await idOf('left'))).sure).toEqual(['Somebody decided that this is one person.']);
    expect((await app.ask<{ code: string }>('POST', '/customers/join', { payload: pair })).body.code).toBe(
      'customers.already-one',
    );
    await app.ask('POST', `/matches/${joined.body.decision}/undo`);
    expect(await idOf('left')).not.toBe(await idOf('+4930901822'));
  });

  it('what messages said can be taken back too', async () => {
    await app.send(shop, [identify('2026-05-01', { email: 'said@example.com' }, { userId: 'said' })]);
    const id = await idOf('said');
    const [join] = await joins(id);
    const undone = await app.ask<Decided>('POST', `/matches/${join?.match}/undo`);
    expect(undone.body.persons).toHaveLength(2);
    expect((await person(id)).person.identifiers).toHaveLength(1);
  });

  it('is refused to a viewer, who may look', async () => {
    const { body } = await app.ask<{ token: string }>('POST', '/tokens', {
      payload: { name: 'reader', role: 'viewer' },
    });
    const id = await idOf('anna@example.com');
    const token = body.token;
    expect((await app.ask('GET', `/customers/${id}`, { token })).status).toBe(200);
    const payload = {
      a: { namespace: 'email', value: 'anna@example.com' },
      b: { namespace: 'user_id', value: 'anna' },
    };
    const admins = [
      `/customers/${id}/split`,
      `/customers/${id}/split/preview`,
      '/customers/join',
      `/matches/${id}/undo`,
    ];
    for (const path of admins) expect((await app.ask('POST', path, { token, payload })).status).toBe(403);
  });

  it('an identifier that nobody has is not decided about', async () => {
    const payload = {
      a: { namespace: 'email', value: 'never@example.com' },
      b: { namespace: 'user_id', value: 'anna' },
    };
    const { status, body } = await app.ask<{ code: string }>('POST', '/customers/join', { payload });
    expect([status, body.code]).toEqual([404, 'customers.identifier-unknown']);
  });
});

describe('what people and their values rest on', () => {
  it('trusting a source more makes its word the value we use', async () => {
    const mailing = await app.source('Mailing', 'email', 10);
    const who = known(['email', 'trust@example.com']);
    await app.send(shop, [identify('2026-05-01', { name: 'From the shop' }, who)]);
    await app.send(mailing.writeKey, [identify('2026-05-01', { name: 'From the mailing' }, who)]);
    expect((await person(await idOf('trust@example.com'))).person.name).toBe('From the shop');
    expect((await app.ask('PATCH', `/sources/${mailing.id}`, { payload: { trust: 90 } })).status).toBe(200);
    await app.settle();
    expect((await person(await idOf('trust@example.com'))).person.name).toBe('From the mailing');
  });

  it('nothing is behind once everything is resolved and sent', async () => {
    await app.settle();
    expect((await app.ask('GET', '/lag')).body).toEqual({
      resolve: { offsets: 0, seconds: 0 },
      project: { batches: 0, seconds: 0 },
      archive: { days: 0 },
    });
  });
});
