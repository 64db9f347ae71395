/** The languages the product speaks; each has catalogues of its own. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What somebody reads whose language is not known, or not spoken. */
export const fallbackLanguage: Language = 'en';

/** The language of a tag such as `de-AT`; undefined if the product does not speak it. */
export function languageOf(tag: string): Language | undefined {
  const [primary] = tag.trim().toLowerCase().split('-');
  return languages.find((language) => language === primary);
}
