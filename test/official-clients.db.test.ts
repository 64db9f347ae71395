import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSource } from './add-source.js';
import { caughtUp, withDatabase } from './faults/count-stores.js';
import { type RunningThroughline, startThroughline } from './start-throughline.js';

let system: RunningThroughline;
let folder: string;
let dataFolder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-clients-'));
  chmodSync(folder, 0o711);
  dataFolder = join(folder, 'data');
  system = await startThroughline({
    dataFolder,
    admin: { email: 'admin@example.com', password: 'correct horse battery staple' },
  });
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What one person's client says in one life: every call there is. */
const calls = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;

it('takes every call of the unmodified @segment/analytics-node', async () => {
  const writeKey = await addSource(system, 'segment');
  const client = new Analytics({ writeKey, host: system.url, flushAt: 3, flushInterval: 100, maxRetries: 3 });
  const errors: unknown[] = [];
  client.on('error', (error) => errors.push(error));
  const common = { userId: 's-user', anonymousId: 's-anonymous' };
  client.identify({ ...common, traits: { email: 'segment@example.com', name: 'Sandra Segment' } });
  client.track({ ...common, event: 'Ordered', properties: { total: 12.5 } });
  client.page({ ...common, name: 'Home', properties: { url: 'https://example.com/' } });
  client.screen({ ...common, name: 'Basket' });
  client.group({ ...common, groupId: 's-company', traits: { name: 'Segment Ltd' } });
  client.alias({ previousId: 's-before', userId: 's-user' });
  for (let n = 0; n < 200; n += 1) client.track({ ...common, event: 'Viewed', properties: { n } });
  await client.closeAndFlush();
  expect(errors).toEqual([]);
  await arrived('segment', { sent: 206, kinds: calls.length, user: 's-user', name: 'Sandra Segment' });
});

it('takes every call of the unmodified @rudderstack/rudder-sdk-node', async () => {
  const writeKey = await addSource(system, 'rudder');
  const client = new RudderAnalytics(writeKey, {
    dataPlaneUrl: system.url,
    flushAt: 3,
    flushInterval: 100,
    logLevel: 'error',
  });
  const errors: unknown[] = [];
  const sent: Promise<void>[] = [];
  const noted = (call: (done: (error?: unknown) => void) => unknown): void => {
    sent.push(
      new Promise((resolve) => {
        call((error) => {
          if (error !== undefined && error !== null) errors.push(error);
          resolve();
        });
      }),
    );
  };
  const common = { userId: 'r-user', anonymousId: 'r-anonymous' };
  noted((done) => client.identify({ ...common, traits: { email: 'rudder@example.com', name: 'Rudi Rudder' } }, done));
  noted((done) => client.track({ ...common, event: 'Ordered', properties: { total: 12.5 } }, done));
  noted((done) => client.page({ ...common, name: 'Home' }, done));
  noted((done) => client.screen({ ...common, name: 'Basket' }, done));
  noted((done) => client.group({ ...common, groupId: 'r-company', traits: { name: 'Rudder Ltd' } }, done));
  noted((done) => client.alias({ previousId: 'r-before', userId: 'r-user' }, done));
  for (let n = 0; n < 200; n += 1)
    noted((done) => client.track({ ...common, event: 'Viewed', properties: { n } }, done));
  await client.flush();
  await Promise.all(sent);
  expect(errors).toEqual([]);
  await arrived('rudder', { sent: 206, kinds: calls.length, user: 'r-user', name: 'Rudi Rudder' });
});

/** Everything is in the log, nothing set aside, and one person holds it. */
async function arrived(
  source: string,
  expected: { readonly sent: number; readonly kinds: number; readonly user: string; readonly name: string },
): Promise<void> {
  await caughtUp(dataFolder);
  await withDatabase(dataFolder, async (client) => {
    const counted = await client.query<{ messages: number; kinds: number; aside: number }>(
      `select count(distinct message)::float8 as messages, count(distinct kind)::float8 as kinds,
         (select count(*)::float8 from set_aside a where a.workspace = s.workspace and a.source = s.source) as aside
       from intake i join source s using (workspace, source) where s.name = $1 group by s.workspace, s.source`,
      [source],
    );
    console.log(`official client ${source}:`, JSON.stringify(counted.rows[0]));
    expect(counted.rows).toEqual([{ messages: expected.sent, kinds: expected.kinds, aside: 0 }]);
    const person = await client.query<{ name: string; interactions: number; emails: number }>(
      `select p.name, p.interactions::float8 as interactions,
         (select count(*)::float8 from node_person m join identifier e using (workspace, node) join namespace n on n.workspace = e.workspace and n.code = e.namespace
          where m.workspace = p.workspace and m.person = p.person and n.name = 'email') as emails
       from identifier i join node_person np using (workspace, node) join person p using (workspace, person) where i.value = $1
       order by p.interactions desc limit 1`,
      [expected.user],
    );
    expect(person.rows).toEqual([{ name: expected.name, interactions: 203, emails: 1 }]);
  });
}
