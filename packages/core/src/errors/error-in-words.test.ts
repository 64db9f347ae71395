import { expect, test } from 'vitest';
import { de } from './de.js';
import { errorCatalogue } from './error-catalogue.js';
import { errorInWords } from './error-in-words.js';

test('an English reader gets the message of the error, a German one what the catalogue says of its code', () => {
  const message = 'e-mail address or password is wrong';
  expect(errorInWords('sign-in.refused', message, 'en')).toBe(message);
  expect(errorInWords('sign-in.refused', message, 'de')).toBe('E-Mail-Adresse oder Passwort ist falsch.');
});

test('what only the message knows is kept in German, as it stands', () => {
  expect(errorInWords('mapping.invalid', 'rows: $& is missing', 'de')).toBe(
    'Die Zuordnung hat nicht die erwartete Form: rows: $& is missing',
  );
});

test('an error of another version keeps its message', () => {
  expect(errorInWords('import.eaten', 'the file was eaten', 'de')).toBe('the file was eaten');
});

test('codes stand in the same order in both languages, so that a translator finds her place', () => {
  expect(Object.keys(de)).toEqual(Object.keys(errorCatalogue));
});
