import { expect, test } from 'vitest';
import { wordsIn } from '../words/words-in.js';
import { identifierLabel } from './identifier-label.js';

const words = wordsIn('en');

test('somebody without a name is called by the kind of the identifier and its value', () => {
  expect(identifierLabel({ namespace: 'crm:household', value: '936' }, words)).toBe('Household 936');
  expect(identifierLabel({ namespace: 'loyalty_card', value: 'LC-40001' }, words)).toBe('Loyalty card LC-40001');
});

test('an e-mail address and a phone number speak for themselves', () => {
  expect(identifierLabel({ namespace: 'email', value: 'anna@example.com' }, words)).toBe('anna@example.com');
  expect(identifierLabel({ namespace: 'phone', value: '+441134960000' }, words)).toBe('+441134960000');
});
