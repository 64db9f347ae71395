import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface WhatIf {
  readonly id: string;
  readonly state: string;
  readonly opening: string | null;
  readonly joined: { readonly people: number; readonly into: number } | null;
  readonly split: { readonly people: number; readonly into: number } | null;
  readonly newHubs: { readonly count: number; readonly some: readonly object[] } | null;
  readonly samples: readonly {
    readonly kind: string;
    readonly before: { readonly persons: readonly { readonly id: string; readonly name: string | null }[] };
    readonly after: { readonly persons: readonly { readonly name: string | null }[] };
  }[];
}

let app: IdentityApp;
beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
});
afterAll(async () => {
  await app?.close();
});

const firstNames = ['anna', 'bert', 'carla'];

const withEmail = (change: Partial<RuleSet['otherNamespaces']>): RuleSet => ({
  ...defaultRuleSet,
  namespaces: {
    ...defaultRuleSet.namespaces,
    email: { ...(defaultRuleSet.namespaces.email ?? defaultRuleSet.otherNamespaces), ...change },
  },
});

async function whatIf(document: RuleSet): Promise<WhatIf> {
  let { body } = await app.ask<WhatIf>('POST', '/rules/what-if', { payload: { document } });
  while (body.state === 'running') ({ body } = await app.ask<WhatIf>('GET', `/rules/what-if/${body.id}`));
  return body;
}

const persons = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const read = await app.pool.query<{ person: string; names: string[] }>(
    `select p.person, array_agg(i.value order by i.node) as names
     from node_person p join identifier i using (workspace, node) group by p.person`,
  );
  return new Map(read.rows.map(({ person, names }) => [person, names]));
};

it('says who would be taken apart and by whom joined, changes nothing, and is what happens then', async () => {
  const { writeKey } = await app.source('Shop', 'web');
  await app.send(writeKey, [
    ...firstNames.map((user, n) => ({
      type: 'identify',
      anonymousId: `${user}-browser`,
      context: { externalIds: [{ type: `crm:list-${n}`, id: user, collection: 'users', encoding: 'none' }] },
      traits: { email: 'family@home.example', firstName: user },
    })),
    { type: 'identify', anonymousId: 'dora-browser', traits: { email: 'noreply@shop.example', firstName: 'dora' } },
    { type: 'identify', anonymousId: 'emil-browser', traits: { email: 'noreply@shop.example', firstName: 'emil' } },
  ]);
  const before = await persons();
  const apart = withEmail({ blockedValues: ['family@home.example'], blockedPatterns: [] });
  const found = await whatIf(apart);
  expect(found).toMatchObject({
    state: 'done',
    opening: '3 people would become 1. 1 person would be taken apart into 4.',
    joined: { people: 3, into: 1 },
    split: { people: 1, into: 4 },
  });
  const [join, split] = found.samples;
  expect([join?.kind, join?.before.persons.length, join?.after.persons.length]).toEqual(['joined', 3, 1]);
  expect([split?.kind, split?.before.persons.length, split?.after.persons.length]).toEqual(['split', 1, 4]);
  expect(split?.after.persons.map(({ name }) => name).sort()).toEqual([...firstNames, null].sort());
  expect(['dora', 'emil']).toContain(join?.after.persons[0]?.name);
  expect(await persons()).toEqual(before);

  await app.ask('PUT', '/rules', { payload: { document: apart } });
  const after = await persons();
  expect(after.size).toBe(before.size - 3 + 1 - 1 + 4);
  expect(await whatIf(apart)).toMatchObject({ opening: 'Nobody would be joined or taken apart.', samples: [] });
  const back = await whatIf(defaultRuleSet);
  expect(back).toMatchObject({ joined: { people: 4, into: 1 }, split: { people: 1, into: 3 } });
});

it('names the identifiers that would be hubs', async () => {
  const found = await whatIf(withEmail({ hubFromPeople: 2, hubWithinDays: null }));
  expect(found.newHubs).toEqual({ count: 0, some: [] });
  const { writeKey } = await app.source('Till', 'store');
  await app.send(
    writeKey,
    ['+49301234200', '+49301234201'].map((phone) => ({
      type: 'identify',
      anonymousId: phone,
      traits: { email: 'desk@shop.example', phone },
    })),
  );
  const then = await whatIf(withEmail({ hubFromPeople: 2, hubWithinDays: null }));
  expect(then.newHubs).toEqual({
    count: 1,
    some: [{ namespace: 'email', value: 'desk@shop.example' }],
  });
});

it('a question that another one replaced is not found, and one that is stopped says so', async () => {
  const first = await app.ask<WhatIf>('POST', '/rules/what-if', { payload: { document: defaultRuleSet } });
  const second = await app.ask<WhatIf>('POST', '/rules/what-if', { payload: { document: defaultRuleSet } });
  expect((await app.ask('GET', `/rules/what-if/${first.body.id}`)).status).toBe(404);
  const stopped = await app.ask<WhatIf>('POST', `/rules/what-if/${second.body.id}/stop`);
  expect(['done', 'stopped']).toContain(stopped.body.state);
});
