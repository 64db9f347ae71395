import { randomUUID } from 'node:crypto';
import { singleItem } from '@throughline/core/collect/json-items';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestPostgres, testPostgres } from '../../../../../test/test-postgres.js';
import { IntakeWriter } from '../../collect/intake/intake-writer.js';
import { authority } from '../../collect/intake/log-row.js';
import { receiveMessages } from '../../collect/intake/receive-messages.js';
import { createWorkspace } from '../../govern/workspaces/create-workspace.js';
import { appendCommand } from '../commands/append-command.js';
import { Resolver } from './resolver.js';

let postgres: TestPostgres;
let admin: Client;
let intake: IntakeWriter;
let resolver: Resolver;
let workspace = 0;
let count = 0;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeAll(async () => {
  postgres = await testPostgres();
  admin = new Client({ connectionString: postgres.urls.owner });
  await admin.connect();
  intake = new IntakeWriter({ url: postgres.urls.intake, now: Date.now, hasRoom: () => true });
  resolver = new Resolver({ url: postgres.urls.worker, owner: randomUUID(), log: silent, now: Date.now, leaseMs: 600 });
});
afterAll(async () => {
  await resolver.stop();
  await intake.close();
  await admin.end();
});
beforeEach(addWorkspace);

async function addWorkspace(): Promise<void> {
  count += 1;
  const settings = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', language: 'en', weekStartsOn: 1 };
  ({ workspace } = await createWorkspace(admin, { name: `Company ${count}`, ...settings }, Date.now()));
  for (const [source, name, trust] of [
    [1, 'shop', 50],
    [2, 'calls', 80],
  ] as const) {
    await admin.query(
      `insert into source (workspace, source, id, name, channel, trust, zone, country, currency) values ($1, $2, $3, $4, 'web', $5, 'Europe/Berlin', 'DE', 'EUR')`,
      [workspace, source, randomUUID(), name, trust],
    );
  }
}

async function send(
  messages: readonly object[],
  options: { source?: number; import?: number; publicKey?: boolean } = {},
): Promise<void> {
  const received = messages.map((message) => {
    const read = singleItem(JSON.stringify(message));
    if (read.type !== 'items') throw new Error('unreadable');
    return receiveMessages(read.items, {
      source: options.source ?? 1,
      zone: 'Europe/Berlin',
      authority: options.publicKey === true ? authority.publicKey : authority.serverKey,
      import: options.import ?? 0,
      receivedAtMs: Date.now(),
    });
  });
  await intake.append({
    workspace,
    rows: received.flatMap((one) => one.rows),
    setAside: received.flatMap((one) => one.setAside),
  });
}

async function resolved(): Promise<void> {
  let idle = 0;
  while (idle < 2) {
    idle = (await resolver.step()) === 'idle' ? idle + 1 : 0;
    const behind = await admin.query(
      `select 1 from consumer c join intake_head h using (workspace) where c.workspace = $1 and c.name = 'resolve' and c."offset" < h.next_offset - 1`,
      [workspace],
    );
    if (behind.rowCount === 1) idle = 0;
  }
}

async function persons(): Promise<readonly (readonly string[])[]> {
  const read = await admin.query<{ members: string[] }>(
    `select array_agg(n.name || '=' || i.value order by n.name, i.value) as members
     from node_person p join identifier i using (workspace, node) join namespace n on n.workspace = i.workspace and n.code = i.namespace
     where p.workspace = $1 group by p.person order by 1`,
    [workspace],
  );
  return read.rows.map((row) => row.members);
}

const soon = { timeout: 60_000, interval: 1 };

async function knownAfterStep(): Promise<number> {
  await resolver.step().catch(() => undefined);
  return (await persons()).length;
}

const identify = (id: string, traits: object, more: object = {}) => ({
  type: 'identify',
  messageId: id,
  userId: more && 'userId' in more ? undefined : 'u1',
  traits,
  timestamp: '2026-05-01T10:00:00Z',
  ...more,
});
const track = (id: string, who: object) => ({
  type: 'track',
  messageId: id,
  event: 'Ordered',
  timestamp: '2026-05-01T10:00:00Z',
  ...who,
});

describe('the resolver', () => {
  it('joins identifiers that one message names, and counts a message once', async () => {
    await send([identify('m1', { email: 'Anna@Example.com', phone: '030 123456', name: 'Anna Roth' })]);
    await send([track('m2', { userId: 'u1' }), track('m2', { userId: 'u1' })]);
    await send([track('m2', { userId: 'u1' })]);
    await resolved();
    expect(await persons()).toEqual([['email=anna@example.com', 'phone=+4930123456', 'user_id=u1']]);
    const person = await admin.query('select name, recognised, interactions from person where workspace = $1', [
      workspace,
    ]);
    expect(person.rows).toEqual([{ name: 'Anna Roth', recognised: true, interactions: '1' }]);
    const counted = await admin.query('select stored, duplicates from source_day where workspace = $1', [workspace]);
    expect(counted.rows).toEqual([{ stored: '2', duplicates: '2' }]);
  });

  it('sets a message aside whose id was used for another content', async () => {
    await send([track('m1', { userId: 'u1' })]);
    await send([track('m1', { userId: 'u2' })]);
    await resolved();
    const aside = await admin.query('select code, convert_from(body, $2) as body from set_aside where workspace = $1', [
      workspace,
      'UTF8',
    ]);
    expect(aside.rows).toEqual([{ code: 'message-id.reused', body: JSON.stringify(track('m1', { userId: 'u2' })) }]);
  });

  it('moves what was recorded with a node when a later message joins two persons', async () => {
    await send([track('m1', { anonymousId: 'a1' }), track('m2', { userId: 'u1' })]);
    await resolved();
    expect(await persons()).toEqual([['anonymous_id=a1'], ['user_id=u1']]);
    await send([track('m3', { anonymousId: 'a1', userId: 'u1' })]);
    await resolved();
    expect(await persons()).toEqual([['anonymous_id=a1', 'user_id=u1']]);
    const person = await admin.query('select interactions from person where workspace = $1', [workspace]);
    expect(person.rows).toEqual([{ interactions: '3' }]);
    const moves = await admin.query('select node, person, was from override where workspace = $1', [workspace]);
    expect(moves.rows).toEqual([{ node: '2', person: '1', was: '2' }]);
  });

  it('refuses to join two user ids of one source, and keeps the refusal', async () => {
    await send([
      identify('m1', {}, { userId: 'u1', anonymousId: 'b1' }),
      identify('m2', {}, { userId: 'u2', anonymousId: 'b1' }),
    ]);
    await resolved();
    expect((await persons()).length).toBe(2);
    const refused = await admin.query('select reason from refused_join where workspace = $1', [workspace]);
    expect(refused.rows.length).toBe(1);
  });

  it('never joins two durable identifiers on the word of a public key', async () => {
    await send([identify('m1', { email: 'victim@example.com' }, { userId: 'victim' })]);
    await send([identify('m2', { email: 'victim@example.com' }, { userId: 'thief' })], { publicKey: true, source: 2 });
    await resolved();
    expect((await persons()).length).toBe(2);
  });

  it('keeps an event without any person and counts it', async () => {
    await send([track('m1', {})]);
    await resolved();
    const manifest = await admin.query('select nodes, persons from manifest where workspace = $1', [workspace]);
    expect(manifest.rows).toEqual([{ nodes: ['0'], persons: ['0'] }]);
  });

  it('goes on with other workspaces while a command of one takes long', async () => {
    await send([track('m1', { userId: 'u1' }), track('m2', { userId: 'u2' })]);
    await resolved();
    const slow = workspace;
    const holding = new Client({ connectionString: postgres.urls.owner });
    await holding.connect();
    try {
      await holding.query('begin');
      await holding.query('select from person where workspace = $1 for update', [slow]);
      const user = (value: string) => ({ namespace: 'user_id', value });
      const decision = { type: 'decide', decision: 'same', a: user('u1'), b: user('u2') } as const;
      await appendCommand({ intake, clock: Date.now }, slow, { ...decision, id: randomUUID(), by: 'somebody' });
      await addWorkspace();
      await send([track('m1', { userId: 'u9' })]);
      await expect.poll(knownAfterStep, soon).toBe(1);
      workspace = slow;
      expect(await persons()).toEqual([['user_id=u1'], ['user_id=u2']]);
      await holding.query('rollback');
      await resolved();
      expect(await persons()).toEqual([['user_id=u1', 'user_id=u2']]);
    } finally {
      await holding.end();
    }
  });

  it('goes on with other workspaces while a message of one fails, and with that one once it does not', async () => {
    const failing = workspace;
    await admin.query(`create function refuse_nodes() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
      create trigger refuse_nodes before insert on node_person for each row when (new.workspace = ${failing}) execute function refuse_nodes()`);
    await send([track('m1', { userId: 'u1' })]);
    await addWorkspace();
    await send([track('m1', { userId: 'u9' })]);
    await expect.poll(knownAfterStep, soon).toBe(1);
    await admin.query('drop function refuse_nodes cascade');
    workspace = failing;
    await expect.poll(knownAfterStep, soon).toBe(1);
  });
});
