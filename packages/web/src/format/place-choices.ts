import type { Language } from '@throughline/core/words/language';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Countries, currencies, zones, languages and weekdays to choose from, as this browser names them in a language. */
export const placeChoices = {
  countries(language: Language): readonly Choice[] {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !notCountries.has(code));
    return named(language, codes, (code) => names.of(code));
  },
  currencies(language: Language): readonly Choice[] {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
  },
  zones(): readonly Choice[] {
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
    return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  },
  languages(language: Language): readonly Choice[] {
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    return named(language, languageCodes, (code) => names.of(code));
  },
  weekdays(language: Language): readonly Choice[] {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const sunday = Date.UTC(2026, 0, 4);
    return [1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: String(day), label: name.format(sunday + day * 86_400_000) }));
  },
};

function named(
  language: Language,
  codes: readonly string[],
  nameOf: (code: string) => string | undefined,
): readonly Choice[] {
  return codes
    .flatMap((value) => {
      const label = nameOf(value);
      return label === undefined || label === value ? [] : [{ value, label }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}

/** Regions with a name of their own that are no countries: unions, pseudo-locales, unknown, withdrawn codes. */
const notCountries = new Set([
  ...['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'],
  ...['AN', 'BU', 'CS', 'DD', 'DY', 'FX', 'HV', 'NH', 'NT', 'RH', 'SU', 'TP', 'UK', 'VD', 'YD', 'YU', 'ZR'],
]);

const languageCodes = [
  ...['ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'he', 'hi'],
  ...['hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl'],
  ...['sr', 'sv', 'sw', 'ta', 'th', 'tr', 'uk', 'ur', 'vi', 'zh'],
];
