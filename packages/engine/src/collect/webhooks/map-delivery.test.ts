import { deliveryProblem } from '@throughline/core/collect/webhooks/delivery-problem';
import { describe, expect, it } from 'vitest';
import { type MappingWanted, mapDelivery, mappingFault } from './map-delivery.js';

const json = { 'content-type': 'application/json' };
const wanted = (mapping: string, body: unknown, rest: Partial<MappingWanted> = {}): MappingWanted => ({
  headers: json,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  delivery: 'd-1',
  mapping,
  ...rest,
});
const messages = async (...given: Parameters<typeof wanted>): Promise<readonly Record<string, unknown>[]> => {
  const mapped = await mapDelivery(wanted(...given));
  if (mapped.type === 'failed') throw new Error(JSON.stringify(mapped.problem));
  return mapped.messages.map((text) => JSON.parse(text) as Record<string, unknown>);
};

describe('mapping a delivery', () => {
  it('makes messages of what the expression says: one, several or none', async () => {
    const body = { customer: { id: 7 }, lines: [{ sku: 'a' }, { sku: 'b' }] };
    const one = '{"type": "track", "event": "Ordered", "userId": $string(customer.id)}';
    expect(await messages(one, body)).toMatchObject([{ type: 'track', event: 'Ordered', userId: '7' }]);
    expect(await messages('lines.{"type": "track", "event": sku}', body)).toMatchObject([
      { event: 'a' },
      { event: 'b' },
    ]);
    expect(await messages('lines[sku = "c"]', body)).toEqual([]);
  });

  it('gives a message without id one that is the same whenever the delivery comes, and another for each', async () => {
    const mapping = '[1..3].{"type": "track", "event": "n"}';
    const first = (await messages(mapping, {})).map(({ messageId }) => messageId);
    expect(new Set(first).size).toBe(3);
    expect((await messages(mapping, {})).map(({ messageId }) => messageId)).toEqual(first);
    const other = (await messages(mapping, {}, { delivery: 'd-2' })).map(({ messageId }) => messageId);
    expect(first.filter((id) => other.includes(id))).toEqual([]);
    expect(await messages('{"messageId": "mine"}', {})).toEqual([{ messageId: 'mine' }]);
    expect(await messages('{"event": "n"}', {}, { delivery: null })).toEqual([{ event: 'n' }]);
  });

  it('rounds no long number', async () => {
    expect(await messages('{"userId": id, "messageId": "m"}', '{"id": 12345678901234567890}')).toEqual([
      { userId: '12345678901234567890', messageId: 'm' },
    ]);
  });

  it('shows the expression the headers and the name of the delivery', async () => {
    expect(
      await messages(
        '{"event": $headers."x-topic", "messageId": $delivery}',
        {},
        { headers: { ...json, 'x-topic': 'paid' } },
      ),
    ).toEqual([{ event: 'paid', messageId: 'd-1' }]);
  });

  it('reads forms', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(
      await messages('{"event": Body, "to": To, "messageId": "m"}', 'Body=Gr%C3%BC%C3%9Fe&To=1&To=2', { headers }),
    ).toEqual([{ event: 'Grüße', to: ['1', '2'], messageId: 'm' }]);
  });

  it('names messages of CloudEvents by source and id, each by its own', async () => {
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    const event = (source: string, id: string) => ({ specversion: '1.0', type: 't', source, id });
    const batch = [event('/a', '1'), event('/a', '2'), event('/b', '1'), event('/a', '1')];
    const ids = (await messages('{"event": type}', batch, { headers })).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
    expect(ids[3]).toBe(ids[0]);
  });

  it('says of a body what cannot be read', async () => {
    expect(await mapDelivery(wanted('{}', '{"cut":'))).toMatchObject({
      type: 'failed',
      code: 'webhook.body-unreadable',
    });
    const headers = { 'content-type': 'application/cloudevents+json' };
    expect(await mapDelivery(wanted('{}', {}, { headers }))).toMatchObject({
      problem: deliveryProblem('attribute-missing', { attribute: 'id' }),
    });
  });

  it('says what fails in an expression, without the value it fails on', async () => {
    const failed = await mapDelivery(wanted('email + 1', { email: 'anna@example.com' }));
    expect(failed).toMatchObject({ type: 'failed', code: 'webhook.mapping-failed' });
    expect(JSON.stringify(failed)).not.toContain('anna');
    expect(mappingFault('{"a": ')).toMatch(/character \d+/);
    expect(mappingFault('{"a": 1}')).toBeUndefined();
  });

  it('makes no more messages than a delivery may hold', async () => {
    expect(await mapDelivery(wanted('[1..2501].{"n": $}', {}))).toMatchObject({ code: 'webhook.mapping-failed' });
  });

  it('lets an expression reach nothing but its input', async () => {
    for (const mapping of ['constructor', '__proto__', '$string.constructor("return process")()', 'toString']) {
      const made = await mapDelivery(wanted(`{"messageId": "m", "seen": ${mapping}}`, {}));
      if (made.type === 'messages') expect(made.messages).toEqual(['{"messageId":"m"}']);
      else expect(made.code).toBe('webhook.mapping-failed');
    }
  });
});
