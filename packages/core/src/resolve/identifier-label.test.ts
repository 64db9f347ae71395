import { expect, test } from 'vitest';
import { identifierLabel } from './identifier-label.js';

test('somebody without a name is called by the kind of the identifier and its value', () => {
  expect(identifierLabel({ namespace: 'crm:household', value: '936' })).toBe('Household 936');
  expect(identifierLabel({ namespace: 'loyalty_card', value: 'LC-40001' })).toBe('Loyalty card LC-40001');
});

test('an e-mail address and a phone number speak for themselves', () => {
  expect(identifierLabel({ namespace: 'email', value: 'anna@example.com' })).toBe('anna@example.com');
  expect(identifierLabel({ namespace: 'phone', value: '+441134960000' })).toBe('+441134960000');
});
