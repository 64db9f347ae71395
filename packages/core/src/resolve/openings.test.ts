import { expect, test } from 'vitest';
import { wordsIn } from '../words/words-in.js';
import { customersOpening } from './customers-opening.js';
import { personOpening } from './person-opening.js';

const words = wordsIn('en');

test('the list opens with how many customers there are, and never adds visitors to them', () => {
  expect(customersOpening({ customers: 8_204, visitors: 31_000, inSeveralChannels: 5_004 }, words)).toBe(
    'You know 8,204 customers; 61 % of them in more than one channel.',
  );
  expect(customersOpening({ customers: 12, visitors: 0, inSeveralChannels: 3 }, words)).toBe(
    'You know 12 customers; 3 of them in more than one channel.',
  );
  expect(customersOpening({ customers: 0, visitors: 31, inSeveralChannels: 0 }, words)).toBe(
    'Nobody is recognised yet; 31 unrecognised visitors were here.',
  );
  expect(customersOpening({ customers: 0, visitors: 0, inSeveralChannels: 0 }, words)).toBe(
    'Nobody yet. Import a file or connect a site.',
  );
});

const context = { words, zone: 'Europe/Berlin', now: Date.parse('2026-06-01T12:00:00Z') };
const anna = {
  name: 'Anna Roth',
  recognised: true,
  interactions: 14,
  channels: 3,
  firstAt: Date.parse('2019-03-01T12:00:00Z'),
  lastAt: Date.parse('2026-05-12T12:00:00Z'),
  certainty: 'sure',
} as const;

test('a person opens with who it is, since when, how much happened, and how sure we are', () => {
  expect(personOpening(anna, context)).toBe(
    'Anna Roth, customer, known since 1 March 2019: 14 interactions in 3 channels, the last on 12 May; we are sure that this is one person.',
  );
  expect(personOpening({ ...anna, interactions: 1, channels: 1, certainty: 'alone' }, context)).toBe(
    'Anna Roth, customer, known since 1 March 2019: 1 interaction in one channel.',
  );
});

test('what is not known is left out', () => {
  const bare = { interactions: 0, channels: 0, firstAt: undefined, lastAt: undefined, certainty: 'alone' } as const;
  expect(personOpening({ name: 'a@example.com', recognised: true, ...bare }, context)).toBe(
    'a@example.com, customer: nothing counted yet.',
  );
  expect(personOpening({ name: undefined, recognised: false, ...bare }, context)).toBe(
    'An unrecognised visitor: nothing counted yet.',
  );
});

test('both are said in German to whoever reads German', () => {
  const german = wordsIn('de');
  expect(customersOpening({ customers: 8_204, visitors: 31_000, inSeveralChannels: 5_004 }, german)).toBe(
    'Sie kennen 8.204 Kunden; 61 % davon in mehr als einem Kanal.',
  );
  expect(personOpening(anna, { ...context, words: german })).toBe(
    'Anna Roth, bekannt seit dem 1. März 2019: 14 Interaktionen in 3 Kanälen, zuletzt am 12. Mai; wir sind sicher, dass dies eine Person ist.',
  );
});
