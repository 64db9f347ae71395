import type { Location } from '@throughline/core/collect/locations/location';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ResolvingApp, resolvingApp } from '../../../../../test/resolving-app.js';

let app: ResolvingApp;
let uk = '';

beforeAll(async () => {
  app = await resolvingApp();
});
afterAll(() => app.close());

const places = async () => (await app.call<{ items: readonly Location[] }>('GET', '/locations')).items;
const named = async (name: string): Promise<Location> => {
  const found = (await places()).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};

it('places hang below one another and are named by the codes of the sources', async () => {
  uk = (await app.call<{ id: string }>('POST', '/locations', { name: 'United Kingdom', kind: 'country' })).id;
  await app.call('POST', '/locations', { name: 'Leeds', kind: 'store', parent: uk, codes: ['LDS', ' store-7 '] });
  expect(await named('Leeds')).toMatchObject({ parent: uk, kind: 'store', codes: ['LDS', 'store-7'] });
});

it('a code names one place', async () => {
  const answer = await app.ask('POST', '/locations', { name: 'York', kind: 'store', codes: ['LDS'] });
  expect(answer.json()).toMatchObject({ code: 'locations.code-taken', detail: expect.stringContaining('Leeds') });
  expect((await places()).map(({ name }) => name)).toEqual(['Leeds', 'United Kingdom']);
});

it('a place is renamed, hung elsewhere and named anew, but never below its own branch', async () => {
  const { id } = await named('Leeds');
  await app.call('PATCH', `/locations/${id}`, { name: 'Leeds Briggate', codes: ['LDS', 'L-2'] });
  expect(await named('Leeds Briggate')).toMatchObject({ parent: uk, codes: ['L-2', 'LDS'] });
  const ring = await app.ask('PATCH', `/locations/${uk}`, { parent: id });
  expect(ring.json()).toMatchObject({ code: 'locations.own-branch' });
  expect(
    (await app.ask('PATCH', `/locations/${id}`, { parent: '01890000-0000-7000-8000-000000000000' })).statusCode,
  ).toBe(404);
});

it('a list makes what is unknown, changes what has the code already, in whatever order it stands, or does nothing at all', async () => {
  const store = { code: 'YRK', name: 'York', kind: 'store', parent: 'NORTH' };
  const list = [
    store,
    { code: 'NORTH', name: 'The North', kind: 'region' },
    { code: 'LDS', name: 'Leeds', kind: 'store', parent: 'NORTH' },
  ];
  expect(await app.call('POST', '/locations/load', { items: list })).toEqual({ added: 2, changed: 1 });
  const north = await named('The North');
  expect(await named('York')).toMatchObject({ parent: north.id, codes: ['YRK'] });
  expect(await named('Leeds')).toMatchObject({ parent: north.id, codes: ['L-2', 'LDS'] });
  expect(await app.call('POST', '/locations/load', { items: list })).toEqual({ added: 0, changed: 3 });
  const broken = await app.ask('POST', '/locations/load', {
    items: [
      { code: 'HUL', name: 'Hull', kind: 'store' },
      { ...store, parent: 'nowhere' },
    ],
  });
  expect(broken.statusCode).toBe(404);
  expect((await places()).map(({ name }) => name)).not.toContain('Hull');
});

it('a place is removed with its codes, unless others hang below it', async () => {
  const north = await named('The North');
  expect((await app.ask('DELETE', `/locations/${north.id}`)).json()).toMatchObject({ code: 'locations.has-branches' });
  await app.call('DELETE', `/locations/${(await named('York')).id}`);
  await app.call('POST', '/locations', { name: 'York again', kind: 'store', codes: ['YRK'] });
});
