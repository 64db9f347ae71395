import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ResolvingApp, resolvingApp } from '../../../../../test/resolving-app.js';

let app: ResolvingApp;
let key = '';

beforeAll(async () => {
  app = await resolvingApp();
  key = await app.addSource('Status page', 'server');
});
afterAll(() => app.close());

interface Happening {
  readonly id: string;
  readonly what: string;
}
const list = async (search = '') =>
  (await app.call<{ items: readonly Happening[] }>('GET', `/happenings${search}`)).items;
const named = async (what: string) => (await list()).find((one) => one.what === what);

it('what is entered stands on the list with its first and last day, by the clock of the workspace', async () => {
  const strike = {
    kind: 'strike',
    what: 'Drivers on strike',
    from: '2026-05-04',
    until: '2026-05-05',
    location: 'Leeds',
  };
  await app.call('POST', '/happenings', { ...strike, knownFrom: 'the works council' });
  expect(await list()).toMatchObject([
    { ...strike, knownFrom: 'the works council', isNow: false, source: null, toldBy: 'Ada' },
  ]);
  const stored = await app.owner.query('select starts_at, ends_at from happening');
  expect(stored.rows).toEqual([
    { starts_at: new Date('2026-05-03T22:00:00Z'), ends_at: new Date('2026-05-05T22:00:00Z') },
  ]);
});

it('it can be changed, taken off, and put back', async () => {
  const before = await named('Drivers on strike');
  await app.call('PUT', `/happenings/${before?.id}`, { kind: 'strike', what: 'Drivers on strike', from: '2026-05-04' });
  expect(await named('Drivers on strike')).toMatchObject({ until: null, location: '', isNow: true });
  await app.call('DELETE', `/happenings/${before?.id}`);
  expect(await list()).toEqual([]);
  expect((await app.ask('DELETE', `/happenings/${before?.id}`)).statusCode).toBe(404);
  await app.call('POST', `/happenings/${before?.id}/restore`);
  expect(await list()).toHaveLength(1);
  const audited = await app.owner.query("select action from audit where action like 'happenings.%' order by action");
  expect(audited.rows.map(({ action }) => action)).toEqual([
    'happenings.changed',
    'happenings.entered',
    'happenings.removed',
    'happenings.restored',
  ]);
});

it('what ends before it begins is refused and says so', async () => {
  const answer = await app.ask('POST', '/happenings', {
    kind: 'other',
    what: 'x',
    from: '2026-05-04',
    until: '2026-05-03',
  });
  expect(answer.json()).toMatchObject({ code: 'request.invalid', detail: expect.stringContaining('ends before') });
});

it('a source tells of an outage, and later of its end, and what it told is not changed by hand', async () => {
  const outage = { id: 'inc-7', kind: 'outage', what: 'Shop was down', timestamp: '2026-05-10T08:00:00Z' };
  expect(await app.send(key, '/v1/happenings', [outage, { ...outage, id: 'inc-8', what: '' }])).toMatchObject({
    accepted: 1,
    setAside: [{ index: 1, code: 'happening.what-missing' }],
  });
  await app.resolved();
  expect(await named('Shop was down')).toMatchObject({ until: null, isNow: true, source: 'Status page' });
  await app.send(key, '/v1/happenings', [{ ...outage, until: '2026-05-10T09:30:00Z' }]);
  await app.resolved();
  const told = (await list()).filter(({ what }) => what === 'Shop was down');
  expect(told).toMatchObject([{ from: '2026-05-10T08:00:00.000Z', until: '2026-05-10T09:30:00.000Z', isNow: false }]);
  const change = { kind: 'outage', what: 'Nothing was down', from: '2026-05-10' };
  const answer = await app.ask('PUT', `/happenings/${told[0]?.id}`, change);
  expect(answer.json()).toMatchObject({ status: 409, code: 'happenings.told-by-source' });
});

it('only what touches a period is asked for', async () => {
  const within = (from: string, to: string) => list(`?from=${from}T00:00:00Z&to=${to}T00:00:00Z`);
  expect((await within('2026-05-01', '2026-05-03')).map(({ what }) => what)).toEqual([]);
  expect((await within('2026-05-10', '2026-05-11')).map(({ what }) => what)).toEqual([
    'Shop was down',
    'Drivers on strike',
  ]);
  expect((await within('2026-05-11', '2026-05-12')).map(({ what }) => what)).toEqual(['Drivers on strike']);
});

it('a list of them is imported by a mapping, days staying days, and taken back whole', async () => {
  const mapping = {
    version: 1,
    source: 'Marketing plan',
    file: { format: 'csv' },
    zone: 'Europe/Berlin',
    channel: 'store',
    dates: 'dd.MM.yyyy',
    rows: [
      {
        rule: 'plan',
        make: 'happening',
        what: '{title}',
        kind: { from: '{art}', table: { Kampagne: 'campaign', Preis: 'price_change' } },
        time: '{from}',
        until: '{to}',
        'known from': 'the plan',
      },
    ],
  };
  const run = await app.importCsv(
    mapping,
    'title,art,from,to\nSpring sale,Kampagne,01.04.2026,14.04.2026\nMilk dearer,Preis,02.04.2026,\nOdd,Kampagne,05.04.2026,01.04.2026\n',
  );
  expect(run).toMatchObject({ accepted: 2, setAside: 1, interactions: 0 });
  expect(await named('Spring sale')).toMatchObject({
    kind: 'campaign',
    from: '2026-04-01',
    until: '2026-04-14',
    knownFrom: 'the plan',
    source: 'Marketing plan',
  });
  expect(await named('Milk dearer')).toMatchObject({ kind: 'price_change', from: '2026-04-02', until: null });
  await app.takeBack(run.id);
  expect(await named('Spring sale')).toBeUndefined();
});
