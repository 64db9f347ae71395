import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Preview {
  readonly opening: string;
  readonly joins: number;
  readonly personsBefore: number;
  readonly personsAfter: number;
  readonly lines: readonly { readonly line: number; readonly verdict: string; readonly sentence: string }[];
}
interface List {
  readonly id: string;
  readonly state: string;
  readonly decisions: number;
  readonly standing: number;
}

let app: IdentityApp;

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  const { writeKey } = await app.source('Shop', 'web');
  await app.send(
    writeKey,
    Array.from({ length: 8 }, (_, n) => ({
      type: 'identify',
      traits: { email: `p${n}@example.com`, phone: `+4930123456${n}`, name: `Person ${n}` },
    })),
  );
});
afterAll(async () => {
  await app?.close();
});

const preview = (text: string) => app.ask<Preview>('POST', '/join-lists/preview', { payload: { text } });
const hand = (text: string) =>
  app.ask<List & { code?: string }>('POST', '/join-lists', { payload: { name: 'pairs.csv', text } });
async function settled(id: string): Promise<List> {
  await app.settle();
  return (await app.ask<List>('GET', `/join-lists/${id}`)).body;
}
async function persons(): Promise<readonly string[]> {
  const read = await app.pool.query<{ nodes: string }>(
    `select string_agg(i.value, ' ' order by i.value) as nodes
     from node_person p join identifier i on i.workspace = p.workspace and i.node = p.node
     where p.valid_to = 'infinity' group by p.person order by 1`,
  );
  return read.rows.map(({ nodes }) => nodes);
}

const list = [
  'a,b,reason',
  'p0@example.com,p1@example.com,same voice on the phone',
  'email:p1@example.com,phone:+49301234562',
  'p0@example.com,phone:+49301234560',
  'p3@example.com,nobody@example.com',
  'noreply@example.com,nobody@example.com',
  'only one',
].join('\n');

const numbers = ['phone,phone', '4,5', '5,6', '4,6', '6,7'].join('\n').replaceAll(/\d/g, '+4930123456$&');

describe('a list of pairs', () => {
  it('is looked at line by line before anything is decided', async () => {
    const before = await persons();
    const { status, body } = await preview(list);
    expect(status).toBe(200);
    expect(body.lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'joins'],
      [3, 'joins'],
      [4, 'already-one'],
      [5, 'unknown'],
      [6, 'unknown'],
      [7, 'unreadable'],
    ]);
    expect(body.lines[3]?.sentence).toBe('Nobody is known by the second.');
    expect(body).toMatchObject({ joins: 2, personsBefore: 3, personsAfter: 1 });
    expect(body.opening).toBe(
      '2 lines would join: 3 persons would become 1. 1 is one person already. 3 name somebody nobody knows.',
    );
    expect(await persons()).toEqual(before);
  });

  it('does what its preview says, shows how far it is, and is taken back as one', async () => {
    const before = await persons();
    const { status, body } = await hand(list);
    expect(status).toBe(202);
    expect(body).toMatchObject({ decisions: 2 });
    expect(await settled(body.id)).toMatchObject({ state: 'applied', decisions: 2, standing: 2 });
    const joined = await persons();
    expect(joined).toHaveLength(before.length - 2);
    expect(joined.some((nodes) => /60 \+\d+61 \+\d+62 p0@/.test(nodes))).toBe(true);

    expect((await preview(list)).body).toMatchObject({ joins: 0 });
    expect(await hand(list)).toMatchObject({ status: 400, body: { code: 'join-list.nothing' } });

    expect((await app.ask('POST', `/join-lists/${body.id}/undo`)).status).toBe(202);
    expect(await settled(body.id)).toMatchObject({ state: 'undone', standing: 0 });
    expect(await persons()).toEqual(before);
    expect((await app.ask('POST', `/join-lists/${body.id}/undo`)).status).toBe(202);
    expect(await persons()).toEqual(before);
  });

  it('says of each line that somebody decided against, and decides it no more', async () => {
    const pair = { a: { namespace: 'phone', value: '+49301234564' }, b: { namespace: 'phone', value: '+49301234565' } };
    const joined = await app.ask<{ persons: string[] }>('POST', '/customers/join', { payload: pair });
    const split = await app.ask('POST', `/customers/${joined.body.persons[0]}/split`, { payload: pair });
    expect(split.status).toBe(200);
    const { body } = await preview(numbers);
    const verdicts = body.lines.map(({ verdict }) => verdict);
    expect(verdicts[0]).toBe('refused');
    expect(body.lines[0]?.sentence).toMatch(/^Refused, because /);
    expect(verdicts.filter((verdict) => verdict === 'refused')).toHaveLength(2);
    const handed = await hand(numbers);
    expect(await settled(handed.body.id)).toMatchObject({ decisions: body.joins, standing: body.joins });
    const apart = (await persons()).find((nodes) => nodes.includes('+49301234564'));
    expect(apart).not.toContain('+49301234565');
  });

  it('that is no list, or too long, changes nothing', async () => {
    expect((await preview('"')).body).toMatchObject({ code: 'join-list.unreadable' });
    const long = Array.from({ length: 5_001 }, (_, n) => `a${n}@example.com,b${n}@example.com`).join('\n');
    expect((await hand(long)).body).toMatchObject({ code: 'join-list.too-long' });
  });
});
