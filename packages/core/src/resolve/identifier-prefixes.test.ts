import { expect, test } from 'vitest';
import { identifierPrefixes } from './identifier-prefixes.js';

test('the beginning of an e-mail address is looked for in lower case', () => {
  expect(identifierPrefixes('email', ' Anna.R', 'DE')).toEqual(['anna.r']);
  expect(identifierPrefixes('email', 'Anna Roth', 'DE')).toEqual([]);
});

test('the beginning of a phone number is brought to the form numbers are stored in', () => {
  expect(identifierPrefixes('phone', '030 / 123', 'DE')).toEqual(['+4930123', '+49030123']);
  expect(identifierPrefixes('phone', '0049 30', 'DE')).toEqual(['+4930']);
  expect(identifierPrefixes('phone', '+49 (30)', 'US')).toEqual(['+4930']);
  expect(identifierPrefixes('phone', '(415) 555', 'US')).toEqual(['+1415555']);
  expect(identifierPrefixes('phone', 'Anna', 'DE')).toEqual([]);
  expect(identifierPrefixes('phone', '030123', undefined)).toEqual([]);
});

test('other identifiers keep their case, cards lose their spaces', () => {
  expect(identifierPrefixes('user_id', ' U-17', 'DE')).toEqual(['U-17']);
  expect(identifierPrefixes('loyalty_card', '12 34', 'DE')).toEqual(['1234']);
  expect(identifierPrefixes('user_id', 'U', 'DE')).toEqual([]);
});
