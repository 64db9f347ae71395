import { expect, test } from 'vitest';
import { guessPlace } from './guess-place.js';
import { placeChoices } from './place-choices.js';

test('a German browser is taken for Germany, euro and Monday', () => {
  expect(guessPlace({ languages: ['de-DE', 'en'], zone: 'Europe/Berlin' })).toEqual({
    country: 'DE',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    language: 'de',
    weekStartsOn: 1,
  });
});

test('a later language may name the country the first one leaves open', () => {
  expect(guessPlace({ languages: ['en', 'de-AT'], zone: undefined })).toMatchObject({ country: 'AT', zone: 'UTC' });
});

test('an unreadable language falls back instead of failing', () => {
  expect(guessPlace({ languages: ['???'], zone: 'UTC' })).toMatchObject({
    country: 'US',
    currency: 'USD',
    weekStartsOn: 0,
  });
});

test('every guess can be chosen', () => {
  const values = (choices: readonly { readonly value: string }[]) => choices.map((choice) => choice.value);
  expect(values(placeChoices.countries('en'))).toEqual(expect.arrayContaining(['DE', 'GB', 'US', 'CH']));
  expect(values(placeChoices.countries('en'))).not.toContain('EU');
  expect(values(placeChoices.currencies('en'))).toEqual(expect.arrayContaining(['EUR', 'CHF']));
  expect(values(placeChoices.zones())).toEqual(expect.arrayContaining(['UTC', 'Europe/Berlin']));
  expect(placeChoices.weekdays('en')[0]).toEqual({ value: '1', label: 'Monday' });
  expect(placeChoices.weekdays('de')[0]).toEqual({ value: '1', label: 'Montag' });
});
