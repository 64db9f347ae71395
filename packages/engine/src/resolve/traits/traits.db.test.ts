import { randomUUID } from 'node:crypto';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { withTraitRule } from '@throughline/core/resolve/traits/with-trait-rule';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Person {
  readonly person: {
    readonly id: string;
    readonly name: string | null;
    readonly golden: readonly { readonly trait: string; readonly value: unknown; readonly rule: string }[];
  };
}
interface Found {
  readonly items: readonly { readonly id: string }[];
}
interface Traits {
  readonly opening: string;
  readonly contradicted: number;
  readonly traits: readonly { readonly trait: string; readonly contradicted: number; readonly settled: number }[];
}
interface Contradictions {
  readonly opening: string;
  readonly items: readonly {
    readonly id: string;
    readonly values: readonly { readonly value: unknown; readonly said: readonly { readonly source: string }[] }[];
    readonly why: string;
  }[];
  readonly next: string | null;
  readonly settled: readonly { readonly decision: string; readonly value: unknown; readonly note: string }[];
}
interface History {
  readonly used: { readonly value: unknown; readonly rule: string; readonly why: string };
  readonly said: readonly { readonly value: unknown; readonly source: string; readonly replacedAt: string | null }[];
  readonly settled: readonly { readonly decision: string }[];
}
interface WhatIf {
  readonly id: string;
  readonly state: string;
  readonly opening: string;
  readonly values: {
    readonly people: number;
    readonly traits: readonly object[];
    readonly samples: readonly {
      readonly before: { readonly value: unknown };
      readonly after: { readonly value: unknown; readonly source: string; readonly why: string };
    }[];
  } | null;
}

let app: IdentityApp;
let shop: { id: string; writeKey: string };
let crm: { id: string; writeKey: string };
beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  shop = await app.source('Shop', 'web');
  crm = await app.source('CRM', 'call-centre', 90);
});
afterAll(async () => {
  await app?.close();
});

const day = (n: number): string => new Date(Date.UTC(2026, 3, n)).toISOString();

function said(email: string, on: number, traits: object): object {
  return { type: 'identify', userId: `u-${email}`, timestamp: day(on), traits: { ...traits, email } };
}
/** Known to the CRM by another number, and one with the shop's by the address. */
function inCrm(email: string, on: number, traits: object): object {
  const externalIds = [{ type: 'crm:acme', id: `c-${email}`, collection: 'users', encoding: 'none' }];
  return {
    type: 'identify',
    anonymousId: randomUUID(),
    timestamp: day(on),
    context: { externalIds },
    traits: { ...traits, email },
  };
}
async function idOf(email: string): Promise<string> {
  const { body } = await app.ask<Found>('GET', `/customers?q=${encodeURIComponent(email)}`);
  return body.items[0]?.id ?? '';
}
async function usedOf(email: string, trait: string): Promise<unknown> {
  const { body } = await app.ask<Person>('GET', `/customers/${await idOf(email)}`);
  return body.person.golden.find((one) => one.trait === trait)?.value;
}
async function settle(email: string, trait: string, value: unknown): Promise<string> {
  const payload = { trait, value, note: 'she said so on the phone' };
  const answer = await app.ask<{ decision: string }>('POST', `/customers/${await idOf(email)}/settle-trait`, {
    payload,
  });
  expect(answer.status).toBe(200);
  return answer.body.decision;
}
const history = async (email: string, trait: string): Promise<History> =>
  (await app.ask<History>('GET', `/customers/${await idOf(email)}/trait-history?trait=${trait}`)).body;
const contradictions = async (trait: string, more = ''): Promise<Contradictions> =>
  (await app.ask<Contradictions>('GET', `/traits/contradictions?trait=${trait}${more}`)).body;
async function whatIf(document: RuleSet): Promise<WhatIf> {
  let { body } = await app.ask<WhatIf>('POST', '/rules/what-if', { payload: { document } });
  while (body.state === 'running') ({ body } = await app.ask<WhatIf>('GET', `/rules/what-if/${body.id}`));
  return body;
}
const useRules = (document: RuleSet) => app.ask('PUT', '/rules', { payload: { document } });

describe('what sources contradict each other about', () => {
  it('is counted by trait and listed by person with the values beside each other, page by page', async () => {
    const emails = ['a@x.example', 'b@x.example', 'c@x.example'];
    await app.send(shop.writeKey, [
      ...emails.map((email) => said(email, 5, { birthday: '1980-02-03', city: 'Leeds' })),
      said('d@x.example', 5, { birthday: '1990-01-01', city: 'York' }),
    ]);
    await app.send(crm.writeKey, [
      ...emails.map((email) => inCrm(email, 3, { birthday: '1980-03-02', city: 'LEEDS ' })),
      inCrm('d@x.example', 3, { birthday: '1990-01-01', city: 'Hull' }),
    ]);
    const { body } = await app.ask<Traits>('GET', '/traits');
    expect(body.opening).toBe('Systems contradict each other about 4 people, most often about birthday (3 people).');
    expect(body.traits.filter((one) => one.contradicted > 0).map((one) => [one.trait, one.contradicted])).toEqual([
      ['birthday', 3],
      ['city', 1],
    ]);
    const first = await contradictions('birthday', '&limit=2');
    const second = await contradictions('birthday', `&limit=2&cursor=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    expect(first.items[0]).toMatchObject({
      values: [
        { value: '1980-03-02', used: true, said: [{ source: 'CRM' }] },
        { value: '1980-02-03', used: false, said: [{ source: 'Shop' }] },
      ],
      why: 'Of those that say something now, CRM is believed first.',
    });
  });

  it('is settled by hand, stays settled when people are joined and rules change, and is open again when that is taken back', async () => {
    const decision = await settle('a@x.example', 'birthday', '1980-02-03');
    expect(await usedOf('a@x.example', 'birthday')).toBe('1980-02-03');
    const list = await contradictions('birthday');
    expect([list.items.length, list.settled]).toMatchObject([
      2,
      [{ decision, value: '1980-02-03', note: 'she said so on the phone' }],
    ]);
    await app.send(crm.writeKey, [inCrm('a@x.example', 20, { birthday: '1977-07-07' })]);
    await app.send(shop.writeKey, [
      { ...said('later@x.example', 21, { birthday: '1966-06-06' }), userId: 'u-a@x.example' },
    ]);
    expect(await usedOf('later@x.example', 'birthday')).toBe('1980-02-03');
    await useRules(withTraitRule(defaultRuleSet, 'birthday', 'latest'));
    expect(await usedOf('a@x.example', 'birthday')).toBe('1980-02-03');
    expect(await usedOf('b@x.example', 'birthday')).toBe('1980-02-03');
    const undone = await app.ask<{ sentence: string }>('POST', `/settled-traits/${decision}/undo`);
    expect(undone.body.sentence).toBe('The rule chooses birthday again.');
    expect(await usedOf('a@x.example', 'birthday')).toBe('1966-06-06');
    expect((await app.ask('POST', `/settled-traits/${decision}/undo`)).status).toBe(404);
    await app.ask('POST', '/rules/undo');
    expect(await usedOf('a@x.example', 'birthday')).toBe('1977-07-07');
    const audit = await app.pool.query(`select action from audit where action like 'traits.%' order by at`);
    expect(audit.rows).toEqual([{ action: 'traits.settled' }, { action: 'traits.unsettled' }]);
  });

  it('goes with the identifier that said the value when a person is taken apart', async () => {
    await settle('b@x.example', 'birthday', '1980-02-03');
    const pair = {
      a: { namespace: 'user_id', value: 'u-b@x.example' },
      b: { namespace: 'crm:acme', value: 'c-b@x.example' },
    };
    const split = await app.ask('POST', `/customers/${await idOf('b@x.example')}/split`, { payload: pair });
    expect(split.status).toBe(200);
    expect(await usedOf('u-b@x.example', 'birthday')).toBe('1980-02-03');
    expect(await usedOf('c-b@x.example', 'birthday')).toBe('1980-03-02');
    expect((await history('u-b@x.example', 'birthday')).used.rule).toBe('settled');
  });

  it('may be settled by a value that no source says; without a reason it is not', async () => {
    await settle('d@x.example', 'city', 'Ripon');
    expect(await usedOf('d@x.example', 'city')).toBe('Ripon');
    const payload = { trait: 'city', value: 'York', note: '  ' };
    const refused = await app.ask('POST', `/customers/${await idOf('d@x.example')}/settle-trait`, { payload });
    expect(refused.status).toBe(400);
  });
});

describe('the history of a trait', () => {
  it('says what each source said from when until when, and why the present value is used', async () => {
    await app.send(shop.writeKey, [
      said('h@x.example', 1, { street: 'Elm Road 1' }),
      said('h@x.example', 4, { street: 'Oak Road 2' }),
    ]);
    await app.send(crm.writeKey, [inCrm('h@x.example', 2, { street: 'Elm Road 1' })]);
    expect(await history('h@x.example', 'street')).toMatchObject({
      used: { value: 'Oak Road 2', rule: 'latest', why: 'Shop said it last, on 4 April.' },
      said: [
        { value: 'Oak Road 2', source: 'Shop', firstAt: day(4), replacedAt: null, used: true },
        { value: 'Elm Road 1', source: 'CRM', firstAt: day(2), replacedAt: null, used: false },
        { value: 'Elm Road 1', source: 'Shop', firstAt: day(1), replacedAt: day(4), used: false },
      ],
      settled: [],
    });
    const nothing = await app.ask('GET', `/customers/${await idOf('h@x.example')}/trait-history?trait=shoe_size`);
    expect(nothing.status).toBe(404);
  });
});

describe('before a rule for a value changes', () => {
  it('it says for whom the value would be another, with whose word would be used and why, and that is what happens', async () => {
    await app.send(shop.writeKey, [
      said('w@x.example', 5, { tier: 'gold' }),
      said('v@x.example', 5, { tier: 'silver' }),
    ]);
    await app.send(crm.writeKey, [inCrm('w@x.example', 9, { tier: 'bronze' })]);
    const document = withTraitRule(defaultRuleSet, 'tier', { choose: 'trusted', sources: [shop.id, crm.id] });
    const found = await whatIf(document);
    expect(found).toMatchObject({
      opening: 'For 1 person another value would be used.',
      values: {
        people: 1,
        traits: [{ trait: 'tier', people: 1 }],
        samples: [
          {
            trait: 'tier',
            before: { value: 'bronze', source: 'CRM', why: 'CRM said it last, on 9 April.' },
            after: { value: 'gold', source: 'Shop', why: 'Of those that say something now, Shop is believed first.' },
          },
        ],
      },
    });
    expect(await usedOf('w@x.example', 'tier')).toBe('bronze');
    await useRules(document);
    expect(await usedOf('w@x.example', 'tier')).toBe('gold');
    expect((await whatIf(withTraitRule(document, 'shoe_size', 'first'))).opening).toBe(
      'No value that we use would change.',
    );
    await app.ask('POST', '/rules/undo');
    expect(await usedOf('w@x.example', 'tier')).toBe('bronze');
  });

  it('what was settled counts as unchanged', async () => {
    await settle('w@x.example', 'tier', 'bronze');
    const found = await whatIf(withTraitRule(defaultRuleSet, 'tier', 'first'));
    expect(found.values?.people).toBe(0);
  });
});
