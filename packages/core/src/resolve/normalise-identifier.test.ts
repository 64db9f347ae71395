import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseIdentifier } from './normalise-identifier.js';

const outcome = (namespace: string, value: unknown, defaultCountry?: string): string => {
  const result = normaliseIdentifier({ namespace, value }, { defaultCountry });
  return result.type === 'identifier' ? result.identifier.value : `left out: ${result.reason}`;
};

describe('an e-mail address', () => {
  test.each([
    ['  Anna.Roth@Shop.DE \n', 'anna.roth@shop.de'],
    ['mailto:anna@shop.de', 'anna@shop.de'],
    ['anna\u200b@shop.de\ufeff', 'anna@shop.de'],
    ['a.b+list@gmail.com', 'a.b+list@gmail.com'],
    ['ZOE\u0308@shop.de', 'zoë@shop.de'],
    ['zoë@shop.de', 'zoë@shop.de'],
    ['info@MÜNCHEN.de', 'info@münchen.de'],
  ])('%j is stored as %s', (given, expected) => {
    expect(outcome('email', given)).toBe(expected);
  });

  test('is lower-cased as Unicode says, in no locale: a Turkish machine gives the same', () => {
    expect(outcome('email', 'ILGAZ@shop.com.tr')).toBe('ilgaz@shop.com.tr');
    expect(outcome('email', 'İZMİR@shop.com.tr')).toBe('i̇zmi̇r@shop.com.tr');
    expect(outcome('email', 'ıssız@shop.com.tr')).toBe('ıssız@shop.com.tr');
    expect(outcome('email', 'ΝΊΚΟΣ@shop.gr')).toBe('νίκος@shop.gr');
  });

  test.each([
    'anna',
    'anna@',
    '@shop.de',
    'anna@shop',
    'a b@shop.de',
    'anna@@shop.de',
    '.anna@shop.de',
    'a..b@shop.de',
  ])('%j is none', (given) => {
    expect(outcome('email', given)).toBe('left out: not-an-email');
  });

  test.each(['anna@shop..de', 'anna@-shop.de', 'anna@10.0.0.1', 'Anna <anna@shop.de>', `${'a'.repeat(65)}@shop.de`])(
    '%j is none either',
    (given) => {
      expect(outcome('email', given)).toBe('left out: not-an-email');
    },
  );

  test.each([
    'test@test.com',
    'none@none.de',
    'xx@xx.xx',
    'n/a',
    '-',
    'noemail@noemail.com',
    'a@a.aa',
    'x@shop.invalid',
  ])('%j stands for nobody', (given) => {
    expect(outcome('email', given)).toBe('left out: placeholder');
  });
});

describe('a phone number', () => {
  test.each([
    ['0151 23456789', 'DE', '+4915123456789'],
    ['030/1234567', 'de', '+49301234567'],
    ['0049 (0)30 1234567', 'DE', '+49301234567'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['(202) 555-0143', 'US', '+12025550143'],
    ['+44 20 7946 0958', 'US', '+442079460958'],
    ['tel:+49-30-1234567', undefined, '+49301234567'],
    ['00 49 30 1234567', undefined, '+49301234567'],
    ['０３０ １２３４５６７', 'DE', '+49301234567'],
    ['\u202a+49 30 1234567\u202c', undefined, '+49301234567'],
  ])('%j in %s is %s', (given, country, expected) => {
    expect(outcome('phone', given, country)).toBe(expected);
  });

  test('without a country is left out, and says so', () => {
    expect(outcome('phone', '030 1234567')).toBe('left out: phone-without-country');
    expect(outcome('phone', '030 1234567', 'XX')).toBe('left out: phone-without-country');
  });

  test('of a switchboard, or one that cannot exist, is left out', () => {
    expect(outcome('phone', '(202) 555-0143 ext. 5', 'US')).toBe('left out: phone-with-extension');
    expect(outcome('phone', '5555555555', 'US')).toBe('left out: placeholder');
    expect(outcome('phone', '000000', 'DE')).toBe('left out: placeholder');
    expect(outcome('phone', '1234567890', 'US')).toBe('left out: placeholder');
    expect(outcome('phone', '12', 'DE')).toBe('left out: not-a-phone');
    expect(outcome('phone', 'call me', 'DE')).toBe('left out: not-a-phone');
  });
});

describe('any other identifier', () => {
  test('keeps its case, and loses outer space and what cannot be seen', () => {
    expect(outcome('user_id', ' \u00a0AbC-1\u200b ')).toBe('AbC-1');
    expect(outcome('crm:acme', '\ufeff0042')).toBe('0042');
    expect(outcome('loyalty_card', '4711 0815 99')).toBe('4711081599');
    expect(outcome('user_id', 42)).toBe('42');
  });

  test('is the same whether accents come composed or apart', () => {
    expect(outcome('user_id', 'Ame\u0301lie')).toBe(outcome('user_id', 'Amélie'));
  });

  test.each([
    ['n/a', 'placeholder'],
    ['NULL', 'placeholder'],
    ['undefined', 'placeholder'],
    ['(not set)', 'placeholder'],
    ['000000', 'placeholder'],
    ['999999999', 'placeholder'],
    ['00000000-0000-0000-0000-000000000000', 'placeholder'],
    ['???', 'placeholder'],
    ['   \u200b', 'empty'],
    ['a\u0000b', 'control-characters'],
    ['\ud800', 'not-text'],
    [{}, 'not-text'],
    [1.5, 'not-text'],
    ['x'.repeat(513), 'too-long'],
  ])('%j is left out: %s', (given, reason) => {
    expect(outcome('user_id', given)).toBe(`left out: ${reason}`);
  });

  test.each(['1', '22', '222', '2222', '7'])('%s is a customer number, not a placeholder', (given) => {
    expect(outcome('user_id', given)).toBe(given);
  });

  test('needs a namespace that is one, and not one of ours', () => {
    expect(outcome('User Id', 'a1')).toBe('left out: bad-namespace');
    expect(outcome('nobody', 'a1')).toBe('left out: bad-namespace');
  });

  test('normalised twice is normalised once', () => {
    const namespace = fc.constantFrom('email', 'phone', 'user_id', 'loyalty_card', 'crm:acme');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.emailAddress(),
      fc.tuple(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.domain()).map(([name, domain]) => `${name}@${domain}`),
      fc.stringMatching(/^(?:\+|00|0)?[1-9][0-9 ()-]{6,14}$/),
    );
    fc.assert(
      fc.property(namespace, text, fc.constantFrom('DE', 'GB', 'US', undefined), (given, value, defaultCountry) => {
        const once = normaliseIdentifier({ namespace: given, value }, { defaultCountry });
        if (once.type === 'identifier') expect(normaliseIdentifier(once.identifier, { defaultCountry })).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
