import type { Language } from '../words/language.js';
import type { ErrorKind } from './error-kind.js';

/** The `title` of a problem: what kind of error it is, in a few words. */
export const errorTitles: Readonly<Record<Language, Readonly<Record<ErrorKind, string>>>> = {
  en: {
    invalid: 'The request is not valid',
    unauthenticated: 'Not signed in',
    forbidden: 'Not allowed',
    'not-found': 'Not found',
    gone: 'No longer there',
    conflict: 'Does not fit what is there',
    'too-large': 'Too large',
    limit: 'Too many requests',
    'out-of-space': 'No room left',
    unavailable: 'Not available right now',
    internal: 'Failed on our side',
  },
  de: {
    invalid: 'Die Anfrage ist nicht gültig',
    unauthenticated: 'Nicht angemeldet',
    forbidden: 'Nicht erlaubt',
    'not-found': 'Nicht gefunden',
    gone: 'Nicht mehr da',
    conflict: 'Passt nicht zu dem, was da ist',
    'too-large': 'Zu groß',
    limit: 'Zu viele Anfragen',
    'out-of-space': 'Kein Platz mehr',
    unavailable: 'Gerade nicht verfügbar',
    internal: 'Auf unserer Seite gescheitert',
  },
};
