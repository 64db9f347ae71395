import { contactAfterOrder, dayMs } from '@throughline/core/understand/findings/contact-after-order';
import { silent } from '@throughline/core/understand/findings/silent';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import {
  dayOf,
  slowOrders,
  slowPurchases,
  slowTold,
} from '../../../../core/src/understand/findings/slow-counts.generated-cases.js';

interface Finding {
  readonly id: string;
  readonly state: string;
  readonly sentence: string;
  readonly uncertainty: string;
  readonly people: number;
  readonly of: number;
  readonly ordinary: number | null;
  readonly look: readonly { readonly id: string; readonly identifiers: readonly { value: string }[] }[];
}
interface Findings {
  readonly opening: string;
  readonly findings: readonly Finding[];
  readonly next: string | null;
}

const day0 = Date.parse('2025-01-01T00:00:00Z');
const days = 400;

/** A stream of numbers in [0, 1) that is the same in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomOf(41);
const times = (most: number, until = days): number[] =>
  Array.from({ length: Math.floor(random() * most) }, () => day0 + Math.floor(random() * until * dayMs));

/** Every fourth is known to the shop by a card alone, which the call centre never sees. */
const people = Array.from({ length: 90 }, (_, number) => {
  const online = times(12, number % 3 === 0 ? 200 : days);
  return {
    id: number % 4 === 0 ? (['loyalty_card', `LC-${number}`] as const) : (['email', `p${number}@example.com`] as const),
    online,
    store: number % 5 === 0 ? times(4) : [],
    calls: number % 4 === 0 ? [] : [...times(6), ...online.filter(() => random() < 0.25).map((at) => at + 3_600_000)],
    complaints: number % 6 === 1 ? times(3).map((at, n) => ({ at, about: n === 0 ? '' : `C${number}-${n}` })) : [],
    solved: number % 6 === 1 ? times(2).map((at) => ({ at, about: '' })) : [],
    told: times(14).map((at) => ({ at, about: '' })),
  };
});
type Person = (typeof people)[number];

let app: IdentityApp;
let answered: Findings;

const sent = (event: string, interaction: object = {}) => ({ event, interaction });
function messages(
  one: Person,
  at: readonly (number | { at: number; about: string })[],
  { event, interaction }: { event: string; interaction: object },
) {
  return at.map((moment) => {
    const { at: time, about } = typeof moment === 'number' ? { at: moment, about: '' } : moment;
    return {
      type: 'track',
      ...{ event, timestamp: new Date(time).toISOString() },
      context: {
        externalIds: [{ type: one.id[0], id: one.id[1], collection: 'users', encoding: 'none' }],
        interaction: { ...interaction, ...(about === '' ? {} : { about: { kind: 'complaint', id: about } }) },
      },
    };
  });
}

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  const shop = await app.source('Shop', 'web');
  const calls = await app.source('Calls', 'call_centre');
  const mail = await app.source('Mail', 'email');
  const all = (of: (one: Person) => readonly object[]) => people.flatMap(of);
  await app.send(shop.writeKey, [
    ...all((one) => [
      ...messages(one, one.online, sent('Order Completed')),
      ...messages(one, one.store, sent('Bought', { channel: 'store' })),
    ]),
    { type: 'track', event: 'Order Completed', timestamp: new Date(day0 + 5 * dayMs).toISOString() },
    ...messages(people[1] as Person, [day0], sent('Order Completed', { marks: { test: true } })),
    ...messages(people[1] as Person, [day0 + days * dayMs], sent('Order Completed')),
  ]);
  await app.send(calls.writeKey, [
    ...all((one) => [
      ...messages(one, one.calls, sent('Called')),
      ...messages(one, one.complaints, sent('Complained')),
      ...messages(one, one.solved, sent('Case Closed')),
    ]),
    ...messages(people[1] as Person, [day0, day0 + days * dayMs], sent('Called')),
  ]);
  await app.send(
    mail.writeKey,
    all((one) => messages(one, one.told, sent('Newsletter', { direction: 'to-customer' }))),
  );
  const { status, body } = await app.ask<Findings>('GET', '/findings');
  expect(status).toBe(200);
  answered = body;
});
afterAll(async () => {
  await app?.close();
});

const found = (id: string): Finding => {
  const finding = answered.findings.find((one) => one.id === id);
  if (finding === undefined) throw new Error(`${id} was not asked`);
  return finding;
};
const bought = (one: Person): number[] => [
  ...one.online,
  ...one.store,
  ...(one === people[1] ? [day0 + days * dayMs] : []),
];
const called = (one: Person): number[] => [
  ...one.calls,
  ...one.complaints.map(({ at }) => at),
  ...(one === people[1] ? [day0, day0 + days * dayMs] : []),
];

it('ordering and then contacting us is counted as one by one, of those who could be recognised there', () => {
  const period = { from: day0 + 7 * dayMs, to: day0 + (days - 9) * dayMs };
  const ordered = people.filter((one) => bought(one).some((at) => at >= period.from && at <= period.to));
  const linkable = ordered.filter(({ id }) => id[0] === 'email');
  const slow = contactAfterOrder(
    linkable.map((one) => slowOrders(bought(one), called(one), period)),
    ordered.length - linkable.length,
  );
  expect(slow.state).toBe('found');
  expect(found('contact-after-order')).toMatchObject({
    ...{ state: slow.state, people: slow.people, of: slow.of, ordinary: slow.ordinary, share: slow.share },
  });
  expect(found('contact-after-order').uncertainty).toContain(`${slow.leftOut} more customers who ordered are left out`);
  expect(found('contact-after-order').look).toHaveLength(10);
});

it('silence is counted as day by day', () => {
  const endDay = dayOf(day0) + days;
  const daysOf = people.map((one) => [...new Set(bought(one).map(dayOf))].sort((a, b) => a - b));
  const gaps = daysOf.flatMap((all) => all.slice(1).map((day, n) => day - (all[n] ?? day))).sort((a, b) => a - b);
  const limit = gaps[Math.floor(gaps.length * 0.9)] ?? 0;
  const rows = daysOf
    .filter((all) => all.length > 1)
    .map((all) => slowPurchases(all, endDay, limit))
    .filter(({ watchedDays }) => watchedDays >= limit);
  const slow = silent(rows, limit);
  expect(found('silent')).toMatchObject({
    state: slow.state,
    people: slow.people,
    of: slow.of,
    ordinary: slow.ordinary,
  });
});

it('messages during an open complaint are counted as one by one', () => {
  const complained = people.filter(({ complaints }) => complaints.length > 0);
  const disturbed = complained.filter(
    (one) => slowTold({ complaints: one.complaints, closings: one.solved }, one.told) > 0,
  );
  expect(disturbed.length).toBeGreaterThan(2);
  expect(found('told-during-complaint')).toMatchObject({ people: disturbed.length, of: complained.length });
});

it('buying online and in a store, and orders without a customer, are plain counts', () => {
  const buyers = people.filter((one) => bought(one).length > 0);
  const both = buyers.filter(({ online, store }) => online.length > 0 && store.length > 0);
  expect(found('online-and-store')).toMatchObject({ people: both.length, of: buyers.length });
  const orders = people.reduce((sum, one) => sum + bought(one).length, 0) + 1;
  expect(found('unknown-orders')).toMatchObject({ people: 1, of: orders, state: 'too-early' });
});

it('what was found comes first, its people can be opened, and what is missing is named', async () => {
  const states = answered.findings.map(({ state }) => state);
  expect(states.indexOf('found')).toBe(0);
  expect(states.lastIndexOf('found')).toBeLessThan(states.indexOf('too-early'));
  expect(answered.opening).toBe(answered.findings[0]?.sentence);
  const [first] = found('contact-after-order').look;
  expect((await app.ask('GET', `/customers/${first?.id}`)).status).toBe(200);
  expect(answered.next).toMatch(/^Next best thing to add: /);
});

it('people of other workspaces are in no finding', async () => {
  const slug = await app.workspace('Empty');
  const { body } = await app.ask<Findings>('GET', '/findings', { slug });
  expect(body.opening).toBe('Nothing to tell yet: connect a source.');
  expect(new Set(body.findings.map(({ state }) => state))).toEqual(new Set(['not-asked']));
  expect(body.next).toContain('an export of your orders or customers');
});

it('an e-mail address that two customers share is found, with both', async () => {
  const slug = await app.workspace('Shared');
  const added = await app.ask<{ writeKey: string }>('POST', '/sources', {
    slug,
    payload: { name: 'Shop', channel: 'web', key: 'server' },
  });
  await app.send(
    added.body.writeKey,
    Array.from({ length: 8 }, (_, n) => ({
      type: 'identify',
      userId: `u${n}`,
      traits: { email: `family-${Math.floor(n / 2)}@example.com` },
    })),
  );
  const { body } = await app.ask<Findings>('GET', '/findings', { slug });
  const shared = body.findings.find(({ id }) => id === 'shared-identifier');
  expect(shared).toMatchObject({ state: 'found', people: 8, of: 8 });
  expect(shared?.sentence).toContain('share 4 e-mail addresses or phone numbers with somebody else');
  expect(shared?.look).toHaveLength(8);
});
