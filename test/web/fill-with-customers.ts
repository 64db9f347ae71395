import { vi } from 'vitest';
import type { RunningThroughline } from '../start-throughline.js';

export interface FilledWorkspace {
  readonly slug: string;
  /** Anna's present id; she is known to two systems and has 10,000 interactions in two channels. */
  readonly anna: string;
  /** Of whom both systems know one number and no name. */
  readonly household: string;
}

export const peopleBesideAnna = 2_378;
export const interactionsOfAnna = 10_000;

interface Found {
  readonly customers: number;
  readonly items: readonly {
    readonly id: string;
    readonly interactions: number;
    readonly channels: readonly string[];
  }[];
}

/**
 * Sends what two systems know of 2,379 customers: a shop, where one of them did nearly 10,000 things, and a call centre that
 * knows her by the same e-mail and a loyalty card; and a few messages that cannot be used. Returns when all of it can be seen.
 */
export async function fillWithCustomers(throughline: RunningThroughline): Promise<FilledWorkspace> {
  const me = await json<{ workspaces: readonly { slug: string }[] }>(throughline.api('/api/me'));
  const slug = me.workspaces[0]?.slug ?? '';
  const shop = await addSource(throughline, slug, 'Web shop', 'web');
  const calls = await addSource(throughline, slug, 'Call centre', 'call_centre');
  await send(throughline, shop, [
    {
      type: 'identify',
      userId: 'anna-1',
      traits: { name: 'Anna Roth', email: 'anna.roth@example.com', city: 'Leeds' },
    },
    ...Array.from({ length: peopleBesideAnna - 1 }, (_, n) => ({
      type: 'identify',
      userId: `customer-${n}`,
      traits: { name: `${firstNames[n % firstNames.length]} Example ${n}`, email: `customer-${n}@example.com` },
    })),
    ...Array.from({ length: interactionsOfAnna - 1 }, (_, n) => ({
      type: 'track',
      userId: 'anna-1',
      event: n % 3 === 0 ? 'Order Completed' : 'Product Viewed',
      timestamp: new Date(Date.now() - (n + 1) * 3_600_000).toISOString(),
      properties: { order_id: `o-${n}`, revenue: 10 + (n % 90), currency: 'EUR' },
    })),
    { type: 'track', event: 'Leaflet Sent', context: { externalIds: [externalId('crm:household', '936')] } },
    { type: 'track', anonymousId: 'device-1', event: 'Product Viewed' },
    { type: 'track', userId: 'anna-1' },
    { type: 'track', userId: 'anna-1', event: '' },
  ]);
  await send(throughline, calls, [
    {
      type: 'identify',
      traits: { email: 'anna.roth@example.com', city: 'York' },
      context: { externalIds: [externalId('loyalty_card', 'LC-40001')] },
    },
    {
      type: 'track',
      event: 'Called About Delivery',
      timestamp: new Date(Date.now() - 1_800_000).toISOString(),
      context: { externalIds: [externalId('loyalty_card', 'LC-40001')] },
    },
    { type: 'track', event: 'Called', context: { externalIds: [externalId('crm:household', '936')] } },
  ]);
  const household = await seen(throughline, slug, '936', 2);
  const anna = await seen(throughline, slug, 'LC-40001', interactionsOfAnna);
  return { slug, anna, household };
}

const firstNames = ['Ben', 'Clara', 'David', 'Elif', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Katarzyna'] as const;
const batch = 1_500;

/** The id of whoever is known by this, once everybody is there and so many interactions of theirs. */
function seen(throughline: RunningThroughline, slug: string, identifier: string, least: number): Promise<string> {
  return vi.waitFor(
    async () => {
      const found = await json<Found>(throughline.api(`/api/w/${slug}/customers?q=${identifier}`));
      const [first] = found.items;
      const here = found.customers > peopleBesideAnna && (first?.interactions ?? 0) >= least;
      if (first === undefined || !here) throw new Error(`so far ${JSON.stringify({ ...found, items: first })}`);
      return first.id;
    },
    { timeout: 100_000, interval: 250 },
  );
}

function externalId(type: string, id: string) {
  return { type, id, collection: 'users', encoding: 'none' };
}

async function addSource(throughline: RunningThroughline, slug: string, name: string, channel: string) {
  const added = await json<{ writeKey: string }>(
    throughline.api(`/api/w/${slug}/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, channel, key: 'server' }),
    }),
  );
  return added.writeKey;
}

async function send({ url }: RunningThroughline, writeKey: string, messages: readonly object[]): Promise<void> {
  for (let at = 0; at < messages.length; at += batch) {
    await json(
      fetch(`${url}/v1/batch`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
        },
        body: JSON.stringify({ batch: messages.slice(at, at + batch) }),
      }),
    );
  }
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
