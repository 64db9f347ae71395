import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { IdentityApp } from '../../../../../test/identity-app.js';
import { publicUrl } from '../../../../../test/test-app.js';
import { testPostgres } from '../../../../../test/test-postgres.js';

let app: IdentityApp;
let till = '';
const ids: Record<string, string> = {};

interface Tag {
  readonly id: string;
  readonly url: string;
  readonly number: string | null;
  readonly vouchers: number;
}

beforeAll(async () => {
  app = await IdentityApp.open(await testPostgres());
  till = (await app.source('Till', 'store')).writeKey;
});
afterAll(async () => {
  await app?.close();
});

const spring = { campaign: 'Spring', touchpoint: 'Window', channel: 'store' };
const make = (payload: object) =>
  app.ask<Tag & { readonly code?: string }>('POST', '/tags', { payload: { ...spring, ...payload } });
const follow = (url: string, more: object = {}) =>
  app.test.app.inject({ url: new URL(url).pathname, remoteAddress: '198.51.100.7', ...more });
const uses = async () => {
  const { body } = await app.ask<{ items: readonly { id: string; uses: number }[] }>('GET', '/tags/use');
  return new Map(body.items.map((one) => [one.id, one.uses]));
};

it('whoever follows a tagged link is led to its address, without a cookie, and only that it was followed is known', async () => {
  const { body: tag } = await make({ kind: 'link', name: 'Newsletter', target: 'https://shop.example/sale?a=b' });
  ids.link = tag.id;
  expect(tag.url.startsWith(`${publicUrl}/t/`)).toBe(true);
  const answer = await follow(`${tag.url}?to=https://evil.example&utm_source=x`, {
    headers: { 'user-agent': 'Mozilla/5.0' },
  });
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe('https://shop.example/sale?a=b');
  expect(answer.headers['set-cookie']).toBeUndefined();
  await app.settle();
  const logged = await app.pool.query('select body, envelope from intake order by "offset"');
  expect(logged.rows.map(({ body, envelope }) => ({ ...JSON.parse(body), envelope }))).toEqual([
    {
      type: 'track',
      event: 'Link Opened',
      properties: { tag_id: tag.id, campaign: 'Spring' },
      context: { interaction: { direction: 'from-customer', channel: 'store', touchpoint: 'Window' } },
      envelope: null,
    },
  ]);
  expect(await uses()).toEqual(new Map([[tag.id, 1]]));
});

it('a machine that follows it is led on and does not count; asking for its head only is not following', async () => {
  const { body } = await app.ask<{ items: readonly Tag[] }>('GET', '/tags');
  const url = body.items[0]?.url ?? '';
  expect((await follow(url, { headers: { 'user-agent': 'Googlebot/2.1' } })).statusCode).toBe(302);
  await follow(url, { method: 'HEAD' });
  await app.settle();
  expect((await uses()).get(ids.link ?? '')).toBe(1);
});

it('it leads elsewhere once that is said, and never to anything but a web address', async () => {
  const changed = await app.ask('PATCH', `/tags/${ids.link}`, { payload: { target: 'https://shop.example/autumn' } });
  expect(changed.status).toBe(204);
  const { body } = await app.ask<{ items: readonly Tag[] }>('GET', '/tags');
  expect((await follow(body.items[0]?.url ?? '')).headers.location).toBe('https://shop.example/autumn');
  for (const target of ['javascript:alert(1)', '//evil.example', 'https://a:b@evil.example']) {
    expect(await app.ask('PATCH', `/tags/${ids.link}`, { payload: { target } })).toMatchObject({
      body: { code: 'tags.target-invalid' },
    });
    expect((await make({ kind: 'qr', name: 'x', target })).body).toMatchObject({ code: 'tags.target-invalid' });
  }
});

it('a link that nobody made leads nowhere', async () => {
  expect((await follow(`${publicUrl}/t/abcdefgh`)).statusCode).toBe(404);
  expect((await follow(`${publicUrl}/t/${encodeURIComponent("a' or 1=1 --")}`)).statusCode).toBe(404);
});

it('a QR code holds the address of its tag, as drawing and as picture', async () => {
  const { body: tag } = await make({ kind: 'qr', name: 'Poster', target: 'https://shop.example/poster' });
  const image = async (format: string) => {
    const answer = await app.test.app.inject({
      url: `/api/w/${app.slug}/tags/${tag.id}/image?format=${format}`,
      headers: { authorization: `Bearer ${app.token}` },
    });
    expect(answer.statusCode).toBe(200);
    return answer;
  };
  const svg = await image('svg');
  expect(svg.headers['content-type']).toBe('image/svg+xml');
  expect(svg.body).toMatch(/^<svg[^>]*viewBox/);
  const png = await image('png');
  expect(png.headers['content-type']).toBe('image/png');
  expect(decodeQR(pixelsOf(png.rawPayload))).toBe(tag.url);
});

it('vouchers are made, all different, and one that is redeemed belongs to their campaign, however it was typed', async () => {
  const { body: tag } = await make({ kind: 'vouchers', name: 'Flyer', count: 300 });
  const { body } = await app.ask<{ codes: readonly string[] }>('GET', `/tags/${tag.id}/vouchers`);
  expect(new Set(body.codes).size).toBe(300);
  const [first = '', second = ''] = body.codes;
  const redeemed = (code: string) => ({ type: 'track', event: 'Bought', properties: { coupon: code, total: 5 } });
  await app.send(till, [redeemed(first), redeemed(second.toLowerCase().replace('-', ' ')), redeemed('SUMMER10')]);
  expect((await uses()).get(tag.id)).toBe(2);
  expect((await make({ kind: 'vouchers', name: 'None' })).body).toMatchObject({ code: 'tags.incomplete' });
});

it('calls to a tracked number belong to its campaign, those before it was tracked too', async () => {
  const called = (number: string) => ({ type: 'track', event: 'Called', properties: { called_number: number } });
  await app.send(till, [called('030 901820'), called('+49 30 901820'), called('+49 30 901821')]);
  const { body: tag } = await make({ kind: 'number', name: 'Radio', number: '030 / 901820' });
  expect(tag.number).toBe('+4930901820');
  expect((await uses()).get(tag.id)).toBe(2);
  expect((await make({ kind: 'number', name: 'Again', number: '+4930901820' })).body).toMatchObject({
    code: 'tags.number-taken',
  });
  expect((await make({ kind: 'number', name: 'No', number: 'call us' })).body).toMatchObject({
    code: 'tags.number-invalid',
  });
});

/** Pixels of a PNG of one bit a pixel, as a decoder takes them. */
function pixelsOf(png: Buffer): { width: number; height: number; data: Uint8ClampedArray } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const packed: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const lines = inflateSync(Buffer.concat(packed));
  const lineBytes = 1 + Math.ceil(width / 8);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const bit = ((lines[y * lineBytes + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
    data.fill(bit * 255, pixel * 4, pixel * 4 + 3);
    data[pixel * 4 + 3] = 255;
  }
  return { width, height, data };
}
