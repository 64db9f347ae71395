import { randomUUID } from 'node:crypto';
import { singleItem } from '@throughline/core/collect/json-items';
import { defaultRuleSet } from '@throughline/core/resolve/default-rule-set';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityWorkspace } from '../../../../../test/properties/identity-workspace.js';
import { testPostgres } from '../../../../../test/test-postgres.js';
import { IntakeWriter } from '../../collect/intake/intake-writer.js';
import { authority, logKind } from '../../collect/intake/log-row.js';
import { receiveMessages } from '../../collect/intake/receive-messages.js';
import { readAgain } from '../../collect/set-aside/read-again.js';
import { newestWaiting } from '../../collect/set-aside/set-aside.sql.js';
import { Resolver } from '../worker/resolver.js';

let admin: Client;
let intake: IntakeWriter;
let resolver: Resolver;

beforeAll(async () => {
  const { urls } = await testPostgres();
  admin = new Client({ connectionString: urls.owner });
  await admin.connect();
  intake = new IntakeWriter({ url: urls.intake, now: Date.now, hasRoom: () => true });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  resolver = new Resolver({ url: urls.worker, owner: randomUUID(), log, now: Date.now });
});
afterAll(async () => {
  await resolver.stop();
  await intake.close();
  await admin.end();
});

it('a single call that resolving set aside still knows which call it was, and can be mended and replayed', async () => {
  const made = await IdentityWorkspace.create(admin, intake, [defaultRuleSet]);
  const { workspace } = made;
  const body = (userId: string): string => JSON.stringify({ messageId: 'm1', userId, traits: { city: 'Berlin' } });
  const read = singleItem(body('n/a'));
  if (read.type !== 'items') throw new Error('a message of this test cannot be read');
  const from = { source: 2, zone: 'UTC', authority: authority.serverKey, import: 0, receivedAtMs: Date.now() };
  const { rows } = receiveMessages(read.items, { ...from, kind: 'identify' });
  expect(rows).toHaveLength(1);
  await intake.append({ workspace, rows, setAside: [] });
  while ((await resolver.step()) === 'worked');
  const [item] = await newestWaiting(admin, workspace, 'message.nobody', 1);
  if (item === undefined) throw new Error('nothing was set aside');
  expect(item.envelope).toBe('{"type":"identify"}');
  const again = readAgain(item, body('u1'));
  if (again.type !== 'rows') throw new Error(again.reason);
  expect(again.rows.map(({ kind }) => kind)).toEqual([logKind.identify]);
  for (let times = 0; times < 2; times += 1) await intake.append({ workspace, rows: again.rows, setAside: [] });
  while ((await resolver.step()) === 'worked');
  expect((await made.persons()).map(({ identifiers }) => identifiers)).toEqual([['user_id=u1']]);
  expect(await newestWaiting(admin, workspace, 'message-id.reused', 1)).toEqual([]);
  expect(await made.ledgerDifference()).toBe(0);
});
