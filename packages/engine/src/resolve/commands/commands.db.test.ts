import { randomUUID } from 'node:crypto';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, IdentityWorkspace } from '../../../../../test/properties/identity-workspace.js';
import type { Message, Named } from '../../../../../test/properties/identity-world.js';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { IntakeWriter } from '../../collect/intake/intake-writer.js';
import { Resolver } from '../worker/resolver.js';
import type { Command } from './command.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const nobody: Named = { user: undefined, anonymous: undefined, email: undefined, card: undefined, phone: undefined };

let postgres: TestPostgres;
let admin: Client;
let intake: IntakeWriter;

beforeAll(async () => {
  postgres = await testPostgres();
  admin = new Client({ connectionString: postgres.urls.owner });
  await admin.connect();
  intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
});
afterAll(async () => {
  await intake.close();
  await admin.end();
});

const open = (...ruleSets: RuleSet[]): Promise<IdentityWorkspace> =>
  IdentityWorkspace.create(admin, intake, ruleSets.length === 0 ? [defaultRuleSet] : ruleSets);

/** Applies all there is, by a worker of its own that knows nothing of earlier ones. */
async function resolve(workspace: IdentityWorkspace): Promise<void> {
  const errors: unknown[] = [];
  const log = { ...silent, error: (fields: object) => errors.push(fields) };
  const resolver = new Resolver({ url: postgres.urls.worker, owner: randomUUID(), log, now: Date.now });
  try {
    while (!(await workspace.isResolved())) await resolver.step();
  } finally {
    await resolver.stop();
  }
  expect(errors).toEqual([]);
}

function track(id: string, named: Partial<Named>, run: 0 | 1 | 2 = 0, channel = 'web'): Delivery {
  const message: Message = {
    type: 'track',
    id,
    source: 2,
    import: run,
    isPublic: false,
    atMs: Date.UTC(2026, 4, 1),
    named: { ...nobody, ...named },
    channel,
  };
  return { type: 'message', message, import: run };
}

const command = (given: Command): Delivery => ({ type: 'command', command: given, atMs: Date.UTC(2026, 4, 2) });
const undoImport = (run: number): Delivery => command({ type: 'undo-import', import: run, by: 'test' });

async function persons(workspace: IdentityWorkspace): Promise<readonly string[]> {
  return (await workspace.persons()).map(
    ({ identifiers, interactions }) => `${identifiers.join(' ')}: ${interactions}`,
  );
}

describe('a decision', () => {
  const about = { a: { namespace: 'user_id', value: 'u1' }, b: { namespace: 'crm:new', value: 'c1' } };
  const decide = (): Command & { id: string } => ({
    type: 'decide',
    id: randomUUID(),
    decision: 'same',
    ...about,
    by: 'test',
  });

  it('about an identifier of a namespace nobody used before is understood by the next worker', async () => {
    const workspace = await open();
    await workspace.append([track('m1', { user: 'u1' }), command(decide())]);
    await resolve(workspace);
    await workspace.append([track('m2', { user: 'u1' })]);
    await resolve(workspace);
    expect(await persons(workspace)).toEqual(['crm:new=c1 user_id=u1: 2']);
  });

  it('that is undone takes the identifier with it that nothing else named', async () => {
    const workspace = await open();
    const decision = decide();
    await workspace.append([track('m1', { user: 'u1' }), command(decision)]);
    await resolve(workspace);
    await workspace.append([command({ type: 'undo-match', match: decision.id, by: 'test' })]);
    await resolve(workspace);
    expect(await persons(workspace)).toEqual(['user_id=u1: 1']);
  });
});

describe('an import', () => {
  it('and live events may use the same message ids, in one batch or in two', async () => {
    for (const isOneBatch of [true, false]) {
      const workspace = await open();
      await workspace.append([track('m1', { user: 'u1' })]);
      if (!isOneBatch) await resolve(workspace);
      await workspace.append([track('m1', { user: 'u2' }, 1)]);
      await resolve(workspace);
      expect(await persons(workspace)).toEqual(['user_id=u1: 1', 'user_id=u2: 1']);
      expect(await workspace.ledgerDifference()).toBe(0);
    }
  });

  it('that is taken back lets the next one count what it had brought too, each message once', async () => {
    const workspace = await open();
    await workspace.append([track('m1', { user: 'u1' }, 1), track('m1', { user: 'u1' }, 2)]);
    await resolve(workspace);
    await workspace.append([undoImport(1)]);
    await resolve(workspace);
    expect(await persons(workspace)).toEqual(['user_id=u1: 1']);
    expect(await workspace.ledgerDifference()).toBe(0);
  });

  it('that is taken back gives an id free that another import used for something else, which is set aside no longer', async () => {
    const workspace = await open();
    await workspace.append([track('m1', { user: 'u1' }, 1), track('m1', { user: 'u1' }, 2, 'store')]);
    await resolve(workspace);
    const aside = `select code from set_aside where workspace = $1 and status = 'waiting'`;
    expect((await admin.query(aside, [workspace.workspace])).rows).toEqual([{ code: 'message-id.reused' }]);
    await workspace.append([undoImport(1)]);
    await resolve(workspace);
    expect((await admin.query(aside, [workspace.workspace])).rows).toEqual([]);
    expect(await persons(workspace)).toEqual(['user_id=u1: 1']);
    expect(await workspace.ledgerDifference()).toBe(0);
  });
});

describe('an identifier', () => {
  it('that a message named stays, when the match that said so and an import that named it too are taken back', async () => {
    const workspace = await open();
    await workspace.append([track('m1', { user: 'u1', card: 'c1' }), track('m2', { card: 'c1' }, 1)]);
    await resolve(workspace);
    const match = await workspace.someMatch(0);
    await workspace.append([command({ type: 'undo-match', match: match?.id ?? '', by: 'test' }), undoImport(1)]);
    await resolve(workspace);
    expect(await persons(workspace)).toEqual(['loyalty_card=c1: 0', 'user_id=u1: 1']);
  });
});

describe('rules', () => {
  const email = defaultRuleSet.namespaces.email;
  if (email === undefined) throw new Error('there is no rule for e-mail');
  const blocking = (blockedValues: readonly string[]): RuleSet => ({
    ...defaultRuleSet,
    namespaces: { ...defaultRuleSet.namespaces, email: { ...email, blockedValues: [...blockedValues] } },
  });

  it('that no longer block a value join what it names, however much lies between in the store', async () => {
    const workspace = await open(blocking(['e@x.test']), blocking([]));
    await workspace.append([track('first', { user: 'u1' })]);
    await workspace.append(Array.from({ length: 5_200 }, (_, n) => track(`m${n}`, { anonymous: `a${n}` })));
    await workspace.append([track('last', { user: 'u1', email: 'e@x.test' })]);
    await resolve(workspace);
    const named = async () => (await persons(workspace)).filter((one) => !one.startsWith('anonymous_id'));
    expect(await named()).toEqual(['email=e@x.test: 0', 'user_id=u1: 2']);
    await workspace.append([command({ type: 'use-rules', version: 2, by: 'test' })]);
    await resolve(workspace);
    expect(await named()).toEqual(['email=e@x.test user_id=u1: 2']);
    await workspace.append([command({ type: 'use-rules', version: 1, by: 'test' })]);
    await resolve(workspace);
    expect(await named()).toEqual(['email=e@x.test: 0', 'user_id=u1: 2']);
  });

  it('cut a hub off in the very batch that made it, and make nobody a customer by it', async () => {
    const workspace = await open({ ...defaultRuleSet, maxEdges: 10 });
    await workspace.append(
      Array.from({ length: 15 }, (_, n) => track(`m${n}`, { anonymous: `a${n}`, email: 'info@x.test' })),
    );
    await resolve(workspace);
    const hub = (await workspace.persons()).find(({ identifiers }) => identifiers.includes('email=info@x.test'));
    expect(hub).toMatchObject({ identifiers: ['email=info@x.test'], recognised: false });
  });
});
