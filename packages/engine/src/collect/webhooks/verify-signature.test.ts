import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSigned, replayWindowMs } from './verify-signature.js';

const body = Buffer.from('{"test": 2432232314}');
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const atMs = 1_614_265_330_000;
const standard = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const isStandard = (headers: Readonly<Record<string, string>>, nowMs = atMs, of = body, by = secret): boolean =>
  isSigned({ type: 'standard-webhooks' }, by, { headers, bodies: [of] }, nowMs);

describe('Standard Webhooks', () => {
  it('takes the published example, also among the signatures of other secrets', () => {
    expect(isStandard(standard)).toBe(true);
    const several = `v1a,abc v1,${Buffer.alloc(32).toString('base64')} ${standard['webhook-signature']}`;
    expect(isStandard({ ...standard, 'webhook-signature': several })).toBe(true);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)('refuses one without %s', (name) => {
    const { [name]: _left, ...rest } = standard;
    expect(isStandard(rest)).toBe(false);
    expect(isStandard({ ...standard, [name]: '' })).toBe(false);
  });

  it('refuses what was signed for another id, time, body or secret', () => {
    expect(isStandard({ ...standard, 'webhook-id': 'msg_other' })).toBe(false);
    expect(isStandard({ ...standard, 'webhook-timestamp': '1614265331' })).toBe(false);
    expect(isStandard(standard, atMs, Buffer.from('{"test": 2432232315}'))).toBe(false);
    expect(isStandard(standard, atMs, body, `whsec_${Buffer.alloc(24, 1).toString('base64')}`)).toBe(false);
    expect(isStandard(standard, atMs, body, 'whsec_')).toBe(false);
  });

  it('takes a delivery within five minutes of its time, and none outside', () => {
    for (const aside of [-replayWindowMs, 0, replayWindowMs]) expect(isStandard(standard, atMs + aside)).toBe(true);
    for (const aside of [-replayWindowMs - 1, replayWindowMs + 1])
      expect(isStandard(standard, atMs + aside)).toBe(false);
    expect(isStandard({ ...standard, 'webhook-timestamp': '1614265330.0' })).toBe(false);
  });
});

describe('an HMAC in a header', () => {
  const scheme = { type: 'hmac', header: 'x-signature', encoding: 'hex', prefix: 'sha256=' } as const;
  const signatureOf = (of: Buffer, encoding: 'hex' | 'base64') =>
    createHmac('sha256', 'shared').update(of).digest(encoding);
  const isGood = (signature: string, bodies: readonly Buffer[] = [body]): boolean =>
    isSigned(scheme, 'shared', { headers: { 'x-signature': signature }, bodies }, 0);

  it('is taken in hexadecimal and base64, of the body packed or unpacked', () => {
    expect(isGood(`sha256=${signatureOf(body, 'hex')}`)).toBe(true);
    expect(isGood(`sha256=${signatureOf(body, 'hex').toUpperCase()}`)).toBe(true);
    expect(isGood(`sha256=${signatureOf(body, 'hex')}`, [Buffer.from('packed'), body])).toBe(true);
    const base64 = { ...scheme, encoding: 'base64', prefix: '' } as const;
    const headers = { 'x-signature': signatureOf(body, 'base64') };
    expect(isSigned(base64, 'shared', { headers, bodies: [body] }, 0)).toBe(true);
  });

  it('is refused without its prefix, cut, or in another header', () => {
    const signature = signatureOf(body, 'hex');
    for (const wrong of [signature, `sha256=${signature.slice(0, -1)}`, 'sha256=', '', `sha1=${signature}`]) {
      expect(isGood(wrong)).toBe(false);
    }
    expect(isSigned(scheme, 'shared', { headers: { 'x-other': signature }, bodies: [body] }, 0)).toBe(false);
  });

  it('is refused after any change of a single bit, of body or signature', () => {
    const signature = createHmac('sha256', 'shared').update(body).digest();
    fc.assert(
      fc.property(fc.nat(body.length * 8 - 1), fc.nat(255), (inBody, inSignature) => {
        expect(isGood(`sha256=${signature.toString('hex')}`, [flipped(body, inBody)])).toBe(false);
        expect(isGood(`sha256=${flipped(signature, inSignature).toString('hex')}`)).toBe(false);
      }),
    );
  });

  it('is refused of whatever somebody makes up', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.string(), bytes, (text, made) => {
        expect(isGood(text)).toBe(false);
        expect(isGood(`sha256=${Buffer.from(made).toString('hex')}`)).toBe(false);
      }),
    );
  });
});

it('a shared token is taken whole and nothing else', () => {
  const scheme = { type: 'token', header: 'authorization', prefix: 'Bearer ' } as const;
  const isGood = (value: string): boolean =>
    isSigned(scheme, 'a-shared-token', { headers: { authorization: value }, bodies: [body] }, 0);
  expect(isGood('Bearer a-shared-token')).toBe(true);
  for (const wrong of ['a-shared-token', 'Bearer a-shared-toke', 'Bearer a-shared-tokenn', 'Bearer ', '']) {
    expect(isGood(wrong)).toBe(false);
  }
});

function flipped(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}
