import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../words/words-in.js';
import { singleItem } from './json-items.js';
import { reasonInWords } from './reason.js';
import { type Reception, validateMessage } from './validate-message.js';

const reception: Reception = { receivedAtMs: Date.UTC(2026, 4, 1), zone: 'UTC' };

const verdict = (text: string, change: Partial<Reception> = {}) => {
  const items = singleItem(text);
  const item = items.type === 'items' ? items.items[0] : { text, value: JSON.parse(text), depth: 1 };
  if (item === undefined) throw new Error('no item');
  return validateMessage(item, { ...reception, ...change });
};
const code = (message: unknown, change: Partial<Reception> = {}) => {
  const result = verdict(JSON.stringify(message), change);
  return result.type === 'valid' ? 'valid' : result.code;
};
const track = { type: 'track', event: 'Order placed' };

describe('validateMessage', () => {
  it('takes an event that names nobody', () => {
    expect(code(track)).toBe('valid');
    expect(code({ type: 'page' })).toBe('valid');
    expect(code({ ...track, context: { externalIds: [{ type: 'receipt', id: '17' }] } })).toBe('valid');
  });

  it('wants each call to say what it is for', () => {
    expect(code(7)).toBe('message.not-an-object');
    expect(code({ event: 'x' })).toBe('message.type-unknown');
    expect(code({ type: 'Track', event: 'x' })).toBe('message.type-unknown');
    expect(code({ type: 'track' })).toBe('message.event-missing');
    expect(code({ type: 'track', event: '  ' })).toBe('message.event-missing');
    expect(code({ type: 'identify', traits: { plan: 'gold' } })).toBe('message.nobody');
    expect(code({ type: 'identify', traits: { email: 'a@b.example' } })).toBe('valid');
    expect(code({ type: 'group', userId: 'u' })).toBe('message.group-missing');
    expect(code({ type: 'alias', userId: 'u' })).toBe('message.alias-incomplete');
  });

  it('knows the kind of a single call from its path', () => {
    expect(verdict('{"event":"x"}', { kind: 'track' })).toMatchObject({ type: 'valid', kind: 'track' });
  });

  it('takes whole numbers as ids, but none that rounding may have changed', () => {
    expect(code({ ...track, userId: 42 })).toBe('valid');
    expect(verdict('{"type":"track","event":"x","userId":12345678901234567890}')).toMatchObject({
      code: 'message.id-not-exact',
    });
    expect(verdict('{"type":"track","event":"x","userId":1e400}')).toMatchObject({ code: 'message.id-not-exact' });
    expect(code({ ...track, userId: { id: 1 } })).toBe('message.id-invalid');
    expect(code({ ...track, userId: 'x'.repeat(501) })).toBe('message.id-too-long');
    expect(code({ ...track, userId: null, anonymousId: '' })).toBe('valid');
  });

  it('keeps the message id of what it sets aside, so that a mended item replays under it', () => {
    expect(verdict('{"type":"nothing","messageId":"m-1"}')).toMatchObject({ type: 'set-aside', messageId: 'm-1' });
    expect(verdict('{"type":"track","event":"x"}')).toMatchObject({ type: 'valid', messageId: undefined });
  });

  it('refuses one byte more than 32 kB, counted in UTF-8', () => {
    const filled = (letter: string, bytes: number) => {
      const empty = JSON.stringify({ ...track, properties: { text: '' } }).length;
      const size = Math.floor((bytes - empty) / (letter === 'a' ? 1 : letter.length === 2 ? 4 : 3));
      const rest = 'a'.repeat(bytes - empty - size * (letter === 'a' ? 1 : letter.length === 2 ? 4 : 3));
      return { ...track, properties: { text: letter.repeat(size) + rest } };
    };
    for (const letter of ['a', '€', '😀']) {
      expect(code(filled(letter, 32_768))).toBe('valid');
      expect(code(filled(letter, 32_769))).toBe('message.too-large');
    }
  });

  it('sets aside what nests too deep or no store can hold', () => {
    const nested = (depth: number) =>
      `{"type":"track","event":"x","properties":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
    expect(verdict(nested(99)).type).toBe('valid');
    expect(verdict(nested(2_000))).toMatchObject({ code: 'message.too-deep' });
    for (const text of ['\\u0000', '\\uD83D', '\\udc00x']) {
      expect(verdict(`{"type":"track","event":"x","properties":{"a":["${text}"]}}`)).toMatchObject({
        code: 'message.not-storable',
      });
      expect(verdict(`{"type":"track","event":"x","properties":{"${text}":1}}`)).toMatchObject({
        code: 'message.not-storable',
      });
    }
    expect(verdict('{"type":"track","event":"\\ud83d\\ude00 \\\\u0000"}').type).toBe('valid');
  });

  it('looks at the context of the batch where the item has none', () => {
    const envelope = { context: { interaction: { direction: 'sideways' } }, sentAt: '2026-05-01T00:00:00Z' };
    expect(code(track, { envelope })).toBe('interaction.direction-unknown');
    expect(code({ ...track, context: { interaction: {} } }, { envelope })).toBe('valid');
  });

  it('names the choices when a word is not known', () => {
    const result = verdict(JSON.stringify({ ...track, context: { interaction: { outcome: 'so-so' } } }));
    expect(result.type === 'set-aside' && reasonInWords(result, wordsIn('en'))).toBe(
      'the outcome so-so is not known: use one of well, badly, neither',
    );
  });

  it('limits identifiers, traits and names', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, id) => ({ type: 'crm:a', id }));
    expect(code({ ...track, context: { externalIds: ids(20) } })).toBe('valid');
    expect(code({ ...track, context: { externalIds: ids(21) } })).toBe('message.too-many-identifiers');
    expect(code({ ...track, context: { externalIds: [{ type: 'crm:a' }, { type: '__proto__', id: 1 }] } })).toBe(
      'message.external-id-invalid',
    );
    const traits = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`t${n}`, n]));
    expect(code({ type: 'identify', userId: 'u', traits })).toBe('message.too-many-traits');
    expect(code({ ...track, event: 'x'.repeat(201) })).toBe('message.name-too-long');
  });

  it('takes the empty list that some languages write for an empty object', () => {
    expect(code({ ...track, properties: [], context: [] })).toBe('valid');
    expect(code({ ...track, properties: [1] })).toBe('message.field-invalid');
  });

  it('never throws and never touches a prototype, whatever the fields hold', () => {
    const names = fc.constantFrom(
      'type',
      'event',
      'userId',
      'anonymousId',
      'traits',
      'context',
      'properties',
      'messageId',
      'timestamp',
      'sentAt',
      'groupId',
      'previousId',
      '__proto__',
      'constructor',
      'prototype',
    );
    const inContext = fc.dictionary(
      fc.constantFrom('traits', 'device', 'externalIds', 'interaction', '__proto__'),
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom('direction', 'channel', 'about', 'value', 'marks', 'toString', '__proto__'),
          fc.jsonValue(),
        ),
      ),
    );
    const field = fc.oneof(fc.jsonValue(), inContext, fc.constantFrom('track', 'identify', 'page', 'group', 'alias'));
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    fc.assert(
      fc.property(fc.array(fc.tuple(names, field)), (fields) => {
        const text = `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
        const result = verdict(text);
        expect(result.type === 'valid' || reasonInWords(result, wordsIn('en')).length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });
});
