import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ResolvingApp, resolvingApp } from '../../../../../test/resolving-app.js';

let app: ResolvingApp;
let key = '';

beforeAll(async () => {
  app = await resolvingApp();
  key = await app.addSource('Ads', 'server');
});
afterAll(() => app.close());

const spent = (day: string, amount: unknown, campaign = 'Spring', currency = 'EUR') => ({
  timestamp: day,
  channel: 'paid_search',
  ...{ amount, campaign, currency },
});
const spend = () => app.call<{ days: readonly object[]; campaigns: readonly object[] }>('GET', '/costs/spend');

it('nothing spent is said as nothing', async () => {
  expect(await spend()).toEqual({ from: null, to: null, days: [], campaigns: [] });
});

it('what was spent is told by day and campaign; currencies are never added, and a later word replaces the former', async () => {
  const sent = await app.send(key, '/v1/costs', [
    spent('2026-05-14', '10.25'),
    spent('2026-05-14', 5, 'Summer'),
    spent('2026-05-14', 7, 'Spring', 'USD'),
    spent('2026-05-15', 1),
    spent('2026-05-15', 'much'),
  ]);
  expect(sent).toMatchObject({ accepted: 4, setAside: [{ index: 4, code: 'cost.amount-unreadable' }] });
  await app.send(key, '/v1/costs', [spent('2026-05-14', '10.5')]);
  await app.resolved();
  expect(await spend()).toEqual({
    from: '2026-04-18',
    to: '2026-05-15',
    days: [
      { day: '2026-05-14', currency: 'EUR', amount: '15.5' },
      { day: '2026-05-14', currency: 'USD', amount: '7' },
      { day: '2026-05-15', currency: 'EUR', amount: '1' },
    ],
    campaigns: [
      { campaign: 'Spring', channel: 'paid_search', currency: 'EUR', amount: '11.5' },
      { campaign: 'Spring', channel: 'paid_search', currency: 'USD', amount: '7' },
      { campaign: 'Summer', channel: 'paid_search', currency: 'EUR', amount: '5' },
    ],
  });
});

it('a report is imported by a mapping and taken back whole', async () => {
  const before = await spend();
  const run = await app.importCsv(
    {
      version: 1,
      source: 'Ads',
      file: { format: 'csv', delimiter: ';' },
      zone: 'Europe/Berlin',
      currency: 'EUR',
      channel: 'display',
      dates: 'dd.MM.yyyy',
      rows: [
        {
          rule: 'spend',
          make: 'cost',
          amount: { from: '{cost}', decimal: ',' },
          time: '{day}',
          campaign: '{campaign}',
        },
      ],
    },
    'day;campaign;cost\n15.05.2026;Banner;1.234,50\n16.05.2026;Banner;2,00\n',
  );
  expect(run).toMatchObject({ accepted: 2, setAside: 0, interactions: 0 });
  expect((await spend()).campaigns[0]).toEqual({
    campaign: 'Banner',
    channel: 'display',
    currency: 'EUR',
    amount: '1236.5',
  });
  await app.takeBack(run.id);
  expect(await spend()).toEqual(before);
});

it('a rate holds from a day on, ends when a newer one begins, and none share a day', async () => {
  const call = { kind: 'call', amount: '4.20', currency: 'EUR' };
  await app.call('POST', '/costs/rates', { ...call, from: '2026-01-01' });
  await app.call('POST', '/costs/rates', { ...call, amount: '4.80', from: '2026-04-01' });
  await app.call('POST', '/costs/rates', { kind: 'margin', subject: 'Shoes', amount: '38.5', from: '2026-01-01' });
  const { items } = await app.call<{ items: readonly { id: string }[] }>('GET', '/costs/rates');
  expect(items).toMatchObject([
    { kind: 'call', amount: '4.8', currency: 'EUR', from: '2026-04-01', to: null },
    { kind: 'call', amount: '4.2', currency: 'EUR', from: '2026-01-01', to: '2026-03-31' },
    { kind: 'margin', subject: 'Shoes', amount: '38.5', currency: null, from: '2026-01-01', to: null },
  ]);
  const overlapping = await app.ask('POST', '/costs/rates', { ...call, from: '2026-02-01', to: '2026-02-28' });
  expect(overlapping.json()).toMatchObject({ code: 'costs.rates-overlap' });
  for (const wrong of [
    { kind: 'call', amount: '4', from: '2027-01-01' },
    { kind: 'margin', amount: '4', from: '2027-01-01' },
    { kind: 'margin', subject: 'Hats', amount: '140', from: '2027-01-01' },
    { ...call, from: '2027-01-02', to: '2027-01-01' },
  ])
    expect((await app.ask('POST', '/costs/rates', wrong)).json()).toMatchObject({ code: 'request.invalid' });
  await app.call('DELETE', `/costs/rates/${items[0]?.id}`);
  expect((await app.call<{ items: readonly object[] }>('GET', '/costs/rates')).items).toHaveLength(2);
});
