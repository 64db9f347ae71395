import { fallbackLanguage, type Language, languageOf } from './language.js';

/** The first spoken language of an Accept-Language header, by its weights; what cannot be read counts as not asked for. */
export function languageAsked(header: string | undefined): Language {
  const ranges = (header ?? '').split(',').flatMap((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const language = languageOf(tag);
    const weight = weightOf(parameters);
    return language === undefined || !(weight > 0) ? [] : [{ language, weight }];
  });
  return ranges.sort((a, b) => b.weight - a.weight)[0]?.language ?? fallbackLanguage;
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  return given === undefined ? 1 : Number(given.slice(2));
}
