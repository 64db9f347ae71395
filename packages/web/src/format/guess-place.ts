interface Hints {
  /** The browser's languages, most wanted first. */
  readonly languages: readonly string[];
  readonly zone: string | undefined;
}

interface Place {
  readonly country: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
  readonly weekStartsOn: number;
}

/** What the browser tells about where its user works, to be confirmed by them. */
export function guessPlace({ languages, zone }: Hints): Place {
  const locale = parsed(languages[0] ?? 'en-US');
  const country = countryOf(languages) ?? locale.maximize().region ?? 'US';
  return {
    country,
    zone: zone ?? 'UTC',
    currency: currencies[country] ?? (euro.has(country) ? 'EUR' : 'USD'),
    language: locale.language,
    weekStartsOn: weekStart(locale.language, country),
  };
}

/** The first language that names its region wins: `['en', 'de-AT']` is Austria. */
function countryOf(languages: readonly string[]): string | undefined {
  return languages.map((language) => parsed(language).region).find((region) => region !== undefined);
}

function parsed(language: string): Intl.Locale {
  try {
    return new Intl.Locale(language);
  } catch {
    return new Intl.Locale('en-US');
  }
}

/** 0 is Sunday. Browsers that do not tell get Monday, and Sunday where that is the custom of most. */
function weekStart(language: string, country: string): number {
  const locale = new Intl.Locale(language, { region: country }) as Intl.Locale & {
    getWeekInfo?: () => { readonly firstDay: number };
  };
  const firstDay = locale.getWeekInfo?.().firstDay;
  if (firstDay !== undefined) return firstDay % 7;
  return ['US', 'CA', 'JP', 'KR', 'BR', 'MX', 'IL', 'IN'].includes(country) ? 0 : 1;
}

const euro = new Set([
  ...['AD', 'AT', 'BE', 'BG', 'CY', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'IE', 'IT', 'LT', 'LU', 'LV', 'MC', 'ME'],
  ...['MT', 'NL', 'PT', 'SI', 'SK', 'SM', 'VA', 'XK'],
]);

const currencies: Readonly<Record<string, string>> = {
  AE: 'AED',
  AR: 'ARS',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CZ: 'CZK',
  DK: 'DKK',
  EG: 'EGP',
  GB: 'GBP',
  HK: 'HKD',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  IS: 'ISK',
  JP: 'JPY',
  KE: 'KES',
  KR: 'KRW',
  LI: 'CHF',
  MA: 'MAD',
  MX: 'MXN',
  MY: 'MYR',
  NG: 'NGN',
  NO: 'NOK',
  NZ: 'NZD',
  PE: 'PEN',
  PH: 'PHP',
  PK: 'PKR',
  PL: 'PLN',
  RO: 'RON',
  RS: 'RSD',
  RU: 'RUB',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  VN: 'VND',
  ZA: 'ZAR',
};
