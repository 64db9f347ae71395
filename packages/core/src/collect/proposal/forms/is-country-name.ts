import { isCountry } from '../../../govern/is-country.js';

/** A country's code or name in English, German, French, Spanish or Dutch. */
export function isCountryName(text: string): boolean {
  const bare = text.trim();
  if (bare.length === 2) return isCountry(bare.toUpperCase()) || bare.toUpperCase() === 'UK';
  return names().has(bare.toLowerCase());
}

let known: ReadonlySet<string> | undefined;

function names(): ReadonlySet<string> {
  known ??= new Set([...others, ...codes().flatMap(namesOf)]);
  return known;
}

const others = [
  'usa',
  'uk',
  'great britain',
  'england',
  'holland',
  'ger',
  'deu',
  'aut',
  'che',
  'gbr',
  'fra',
  'nld',
  'esp',
  'ita',
  'd',
  'united states of america',
];
const languages = ['en', 'de', 'fr', 'es', 'nl'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));

function namesOf(code: string): readonly string[] {
  return languages.map((language) => (language.of(code) ?? code).toLowerCase());
}

function codes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((one) => letters.map((two) => one + two)).filter(isCountry);
}
