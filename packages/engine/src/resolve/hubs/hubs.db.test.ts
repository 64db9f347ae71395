import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Hubs {
  readonly opening: string;
  readonly hubs: readonly { readonly value: string; readonly people: number; readonly sentence: string }[];
  readonly decided: readonly { readonly value: string; readonly decision: string }[];
}
interface Refused {
  readonly opening: string;
  readonly reasons: readonly { readonly because: string; readonly joins: number }[];
  readonly items: readonly { readonly a: { readonly value: string }; readonly b: { readonly value: string } }[];
  readonly next: string | null;
}
interface Feed {
  readonly items: readonly {
    readonly change: number;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly after: number;
}

let app: IdentityApp;
let writeKey: string;
beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  ({ writeKey } = await app.source('Shop', 'web'));
});
afterAll(async () => {
  await app?.close();
});

const info = { namespace: 'email', value: 'info@acme.example' };
const orderOf = (person: number, email = info.value) => ({
  type: 'identify',
  anonymousId: `browser-${person}`,
  context: { device: { id: `phone-${person}` } },
  traits: { email, phone: `+49301234${String(1000 + person)}` },
});
const hubs = async (): Promise<Hubs> => (await app.ask<Hubs>('GET', '/hubs')).body;
const feed = async (after = 0): Promise<Feed> => (await app.ask<Feed>('GET', `/person-changes?after=${after}`)).body;
const idOf = async (q: string): Promise<string | undefined> => {
  const { body } = await app.ask<{ items: readonly { id: string }[] }>('GET', `/customers?q=${q}`);
  return body.items[0]?.id;
};
const decide = (decision: string) =>
  app.ask<{ inForce: boolean }>('POST', '/hubs/decide', { payload: { ...info, decision } });

it('an address seen with ten people joins nobody, and those it had joined are apart again', async () => {
  for (let person = 0; person < 9; person++) await app.send(writeKey, [orderOf(person)]);
  expect(await hubs()).toMatchObject({ opening: 'No identifier is seen with too many people.', hubs: [] });
  const together = await idOf('browser-3');
  expect(await idOf('browser-8')).toBe(together);

  await app.send(writeKey, [orderOf(9)]);
  expect((await hubs()).hubs).toMatchObject([
    {
      value: info.value,
      people: 10,
      sentence: 'The e-mail address info@acme.example is seen with 10 people: it joins nobody.',
    },
  ]);
  const apart = await Promise.all([3, 8, 9].map((person) => idOf(`browser-${person}`)));
  expect(new Set(apart).size).toBe(3);
  const { body } = await app.ask<{ people: readonly { id: string }[] }>(
    'GET',
    `/hubs/people?namespace=${info.namespace}&value=${info.value}`,
  );
  expect(body.people).toHaveLength(10);
});

it('the feed tells of joins and of splits in the order of commits, and is read on from where one stopped', async () => {
  const { items, after } = await feed();
  expect(items.map(({ change }) => change)).toEqual(items.map((_, at) => at + 1));
  expect(items.filter(({ kind }) => kind === 'split')).toHaveLength(9);
  expect((await feed(after)).items).toEqual([]);
  await app.send(writeKey, [
    { type: 'identify', anonymousId: 'one' },
    { type: 'identify', anonymousId: 'two' },
  ]);
  const [one, two] = [await idOf('one'), await idOf('two')];
  await app.send(writeKey, [{ type: 'alias', previousId: 'two', userId: 'anna', anonymousId: 'one' }]);
  expect((await feed(after)).items).toMatchObject([{ change: after + 1, kind: 'joined', from: two, to: one }]);
});

it('what a person says about an identifier outranks what it is seen with, and can be taken back', async () => {
  expect((await decide('one-person')).body).toMatchObject({ inForce: true });
  expect(await hubs()).toMatchObject({ hubs: [], decided: [{ value: info.value, decision: 'one-person' }] });
  expect(await idOf('browser-9')).toBe(await idOf('browser-8'));

  await decide('leave-out');
  expect(await hubs()).toMatchObject({ hubs: [], decided: [{ value: info.value, decision: 'leave-out' }] });
  expect(await idOf('browser-9')).not.toBe(await idOf('browser-8'));

  await decide('detect');
  expect(await hubs()).toMatchObject({ hubs: [{ value: info.value, people: 10 }], decided: [] });
});

it('an address under which one system has two customers joins neither of them, and is listed with both', async () => {
  await app.send(writeKey, [
    { type: 'identify', userId: 'anna', traits: { email: 'roth@home.example' } },
    { type: 'identify', userId: 'otto', traits: { email: 'roth@home.example' } },
  ]);
  const [home] = (await hubs()).hubs.filter(({ value }) => value === 'roth@home.example');
  expect(home?.sentence).toBe('The e-mail address roth@home.example is seen with 2 people: it joins nobody.');
  expect(await idOf('otto')).not.toBe(await idOf('anna'));
});

it('a join that a limit refuses is listed with its reason, hubs apart', async () => {
  await app.send(writeKey, [
    { type: 'identify', userId: 'bert', anonymousId: 'tablet', timestamp: '2026-05-01T10:00:00Z' },
    { type: 'identify', userId: 'carla', anonymousId: 'tablet', timestamp: '2026-05-02T10:00:00Z' },
  ]);
  const { body } = await app.ask<Refused>('GET', '/refused-joins?limit=1');
  expect(body.opening).toMatch(/^1 join is refused/);
  expect(body.reasons).toEqual([{ because: 'one person has at most one sign-in in one system (Shop)', joins: 1 }]);
  expect(body.items.map(({ a, b }) => [a.value, b.value])).toEqual([['carla', 'tablet']]);
  const next = await app.ask<Refused>('GET', `/refused-joins?limit=1&cursor=${body.next}`);
  expect(next.body.items).toEqual([]);
});
