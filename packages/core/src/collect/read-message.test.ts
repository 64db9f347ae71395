import { describe, expect, it } from 'vitest';
import { timeFlag } from './corrected-time.js';
import type { MessageKind } from './message-kind.js';
import { type LoggedMessage, type NormaliseIdentifier, readMessage } from './read-message.js';
import type { SourceSettings } from './source-settings.js';

const source: SourceSettings = { channel: 'web', zone: 'UTC', currency: 'EUR', keyKind: 'server' };
const normalise: NormaliseIdentifier = ({ namespace, value }) =>
  value === 'n/a'
    ? { type: 'left-out', reason: 'placeholder' }
    : { type: 'identifier', identifier: { namespace, value: String(value).toLowerCase() } };

const reading = (kind: MessageKind, body: unknown, change: Partial<LoggedMessage & SourceSettings> = {}) => {
  const result = readMessage({ kind, body, timeFlags: 0, ...change }, { ...source, ...change }, normalise);
  if (result.type === 'set-aside') throw new Error(result.code);
  return result;
};

describe('readMessage', () => {
  it('collects every identifier once, strongest place first', () => {
    const body = {
      userId: 'U1',
      anonymousId: 'a1',
      traits: { email: 'A@b.example', phone: 491234 },
      context: {
        externalIds: [
          { type: 'crm:Acme', id: 7 },
          { type: 'Loyalty card', id: 'L' },
          { type: 'email', id: 'a@B.example' },
        ],
        traits: { email: 'c@d.example' },
        device: { id: 'd1' },
      },
    };
    expect(reading('identify', body).identifiers.map((one) => `${one.namespace}=${one.value}`)).toEqual([
      'user_id=u1',
      'crm:acme=7',
      'loyalty_card=l',
      'email=a@b.example',
      'phone=491234',
      'email=c@d.example',
      'anonymous_id=a1',
      'device_id=d1',
    ]);
  });

  it('tells which identifiers name nobody', () => {
    expect(reading('track', { event: 'x', userId: 'n/a' })).toMatchObject({
      identifiers: [],
      leftOut: [{ namespace: 'user_id', value: 'n/a', reason: 'placeholder' }],
    });
  });

  it('takes traits as claims, null as the claim that a trait is empty, own traits before those of the context', () => {
    const body = { userId: 'u', traits: { plan: null, age: 3 }, context: { traits: { age: 4, city: 'Bonn' } } };
    expect(reading('identify', body).claims).toEqual([
      { trait: 'plan', value: null },
      { trait: 'age', value: 3 },
      { trait: 'city', value: 'Bonn' },
    ]);
  });

  it('keeps the traits of a group apart from those of the person', () => {
    const body = {
      userId: 'u',
      groupId: 9,
      traits: { email: 'info@acme.example' },
      context: { traits: { role: 'buyer' } },
    };
    expect(reading('group', body)).toMatchObject({
      identifiers: [{ namespace: 'user_id', value: 'u' }],
      claims: [{ trait: 'role', value: 'buyer' }],
      group: { id: '9', kind: 'account', traits: [{ trait: 'email', value: 'info@acme.example' }] },
    });
    expect(reading('group', body, { groups: 'household' }).group?.kind).toBe('household');
  });

  it('lets an alias name the previous id as user and as anonymous id, unless the message says which', () => {
    expect(reading('alias', { previousId: 'old', userId: 'new' }).alias).toEqual({
      previous: [
        { namespace: 'user_id', value: 'old' },
        { namespace: 'anonymous_id', value: 'old' },
      ],
      current: { namespace: 'user_id', value: 'new' },
    });
    const said = reading('alias', { previousId: 'old', anonymousId: 'old', userId: 'new' }).alias;
    expect(said?.previous).toEqual([{ namespace: 'anonymous_id', value: 'old' }]);
  });

  it('reads what is declared about an interaction', () => {
    const interaction = {
      direction: 'to-customer',
      channel: 'Direct mail',
      precision: 'day',
      touchpoint: 'Letter',
      about: { kind: 'Order', id: 4711 },
      reason: 'late',
      outcome: 'badly',
      location: 12,
      value: '1.2345678',
      currency: 'usd',
      marks: { test: true },
    };
    expect(reading('track', { event: ' Letter sent ', context: { interaction } }).interaction).toEqual({
      name: 'Letter sent',
      direction: 'to-customer',
      channel: 'post',
      precision: 'day',
      touchpoint: 'Letter',
      about: { kind: 'order', id: '4711' },
      reason: 'late',
      outcome: 'badly',
      location: '12',
      value: '1.234568',
      currency: 'USD',
      marks: { machine: false, internal: false, test: true, void: false },
      properties: {},
    });
  });

  it('fills in what is not declared from properties, source and time', () => {
    const body = {
      event: 'Email delivered',
      properties: { revenue: '39.95', order_id: 'o1' },
      context: { userAgent: 'Googlebot/2.1' },
    };
    const { interaction } = reading('track', body, { timeFlags: timeFlag.dayPrecision });
    expect(interaction).toMatchObject({
      direction: 'to-customer',
      channel: 'web',
      precision: 'day',
      value: '39.95',
      currency: 'EUR',
      about: { kind: 'order', id: 'o1' },
      marks: { machine: true },
    });
    expect(reading('page', { name: 'Home', properties: { value: 'high' } }).interaction).toMatchObject({
      name: 'Home',
      direction: 'from-customer',
    });
    expect(reading('screen', {}).interaction?.name).toBe('Screen');
  });

  it('makes interactions of track, page and screen alone', () => {
    expect(reading('identify', { userId: 'u' }).interaction).toBeUndefined();
    expect(reading('group', { userId: 'u', groupId: 'g' }).interaction).toBeUndefined();
  });

  it('sets aside an identify call that names nobody after normalising', () => {
    expect(readMessage({ kind: 'identify', body: { userId: 'n/a' }, timeFlags: 0 }, source, normalise)).toMatchObject({
      code: 'message.nobody',
    });
  });
});
