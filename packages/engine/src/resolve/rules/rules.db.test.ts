import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

interface Rules {
  readonly version: number;
  readonly document: RuleSet;
  readonly createdBy: string | null;
}

let app: IdentityApp;
beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
});
afterAll(async () => {
  await app?.close();
});

const withoutCards: RuleSet = {
  ...defaultRuleSet,
  namespaces: {
    ...defaultRuleSet.namespaces,
    email: {
      ...defaultRuleSet.otherNamespaces,
      priority: 70,
      durable: true,
      limitPerPerson: 10,
      blockedValues: ['Info@Shop.example'],
    },
  },
};

const rules = async (): Promise<Rules> => (await app.ask<Rules>('GET', '/rules')).body;
const found = async (q: string): Promise<readonly string[]> =>
  (await app.ask<{ items: readonly { id: string }[] }>('GET', `/customers?q=${q}`)).body.items.map(({ id }) => id);

it('a change of the rules takes people apart, and undoing it brings them back as a new version', async () => {
  const { writeKey } = await app.source('Shop', 'web');
  await app.send(writeKey, [
    { type: 'identify', anonymousId: 'b1', traits: { email: 'info@shop.example' } },
    { type: 'identify', anonymousId: 'b2', traits: { email: 'info@shop.example' } },
  ]);
  expect(await rules()).toMatchObject({ version: 0, createdBy: null, document: defaultRuleSet });
  const [together] = await found('b1');
  expect(await found('b2')).toEqual([together]);

  const set = await app.ask('PUT', '/rules', { payload: { document: withoutCards } });
  expect([set.status, set.body]).toEqual([200, { version: 1, inForce: true }]);
  expect(await rules()).toMatchObject({ version: 1, createdBy: 'command line' });
  expect((await rules()).document.namespaces.email?.blockedValues).toEqual(['info@shop.example']);
  expect(await found('b2')).not.toEqual(await found('b1'));
  const blocked = await app.ask<{ code: string }>('POST', '/customers/join', {
    payload: { a: { namespace: 'email', value: 'info@shop.example' }, b: { namespace: 'anonymous_id', value: 'b1' } },
  });
  expect(blocked.body.code).toBe('customers.identifier-blocked');

  expect((await app.ask('PUT', '/rules', { payload: { document: withoutCards } })).body).toEqual({
    version: 1,
    inForce: true,
  });
  expect((await app.ask('POST', '/rules/undo')).body).toEqual({ version: 2, inForce: true });
  expect(await rules()).toMatchObject({ version: 2, document: defaultRuleSet });
  expect(await found('b2')).toEqual([together]);
});

it('rules that cannot be used are refused with the field that is wrong', async () => {
  const before = await rules();
  const { status, body } = await app.ask<{ code: string; detail: string }>('PUT', '/rules', {
    payload: { document: { ...defaultRuleSet, maxEdges: 1 } },
  });
  expect([status, body.code]).toEqual([400, 'resolve.rules-invalid']);
  expect(body.detail).toContain('maxEdges');
  expect((await rules()).version).toBe(before.version);
});

it('there is nothing to undo in a workspace that set no rules', async () => {
  const slug = await app.workspace('Fresh');
  const { status, body } = await app.ask<{ code: string }>('POST', '/rules/undo', { slug });
  expect([status, body.code]).toEqual([409, 'rules.nothing-to-undo']);
});
