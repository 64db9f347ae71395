import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let app: IdentityApp;
let till = '';

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  till = (await app.source('Till', 'store')).writeKey;
});
afterAll(async () => {
  await app?.close();
});

interface Use {
  readonly places: readonly { readonly id: string; readonly branch: { readonly interactions: number } }[];
  readonly notPlaced: readonly { readonly code: string; readonly interactions: number; readonly happenings: number }[];
  readonly unnamed: number;
}
const use = async (): Promise<Use> => {
  const { status, body } = await app.ask<Use>('GET', '/locations/use');
  expect(status).toBe(200);
  return body;
};
const bought = (location: string | undefined, marks: object = {}) => ({
  type: 'track',
  event: 'Bought',
  userId: 'u-1',
  context: { interaction: { ...(location === undefined ? {} : { location }), marks } },
});
const add = async (payload: object): Promise<string> =>
  (await app.ask<{ id: string }>('POST', '/locations', { payload })).body.id;

it('a code that names no place is listed with how often it was used; trials do not count', async () => {
  await app.send(till, [bought('LDS'), bought('LDS'), bought('YRK'), bought('LDS', { test: true }), bought(undefined)]);
  await app.ask('POST', '/happenings', { payload: { kind: 'strike', what: 'x', from: '2026-05-01', location: 'YRK' } });
  expect(await use()).toEqual({
    places: [],
    notPlaced: [
      { code: 'LDS', interactions: 2, numbers: 0, happenings: 0 },
      { code: 'YRK', interactions: 1, numbers: 0, happenings: 1 },
    ],
    unnamed: 1,
  });
});

it('placing a code later places what came before, up to the top of its branch', async () => {
  const uk = await add({ name: 'United Kingdom', kind: 'country' });
  const leeds = await add({ name: 'Leeds', kind: 'store', parent: uk, codes: ['LDS'] });
  const { places, notPlaced } = await use();
  expect(new Map(places.map(({ id, branch }) => [id, branch.interactions]))).toEqual(
    new Map([
      [uk, 2],
      [leeds, 2],
    ]),
  );
  expect(notPlaced.map(({ code }) => code)).toEqual(['YRK']);
});

it('a code that is moved to another place takes everything along', async () => {
  const { body } = await app.ask<{ items: readonly { id: string; name: string }[] }>('GET', '/locations');
  const leeds = body.items.find(({ name }) => name === 'Leeds')?.id ?? '';
  await app.ask('PATCH', `/locations/${leeds}`, { payload: { codes: [] } });
  const hull = await add({ name: 'Hull', kind: 'store', codes: ['LDS', 'YRK'] });
  const { places, notPlaced } = await use();
  expect(places.find(({ id }) => id === hull)?.branch).toEqual({ interactions: 3, numbers: 0, happenings: 1 });
  expect(places.find(({ id }) => id === leeds)?.branch.interactions).toBe(0);
  expect(notPlaced).toEqual([]);
});

it('places of another workspace are not seen', async () => {
  const slug = await app.workspace('Elsewhere');
  const { body } = await app.ask<{ items: readonly object[] }>('GET', '/locations', { slug });
  expect(body.items).toEqual([]);
});
