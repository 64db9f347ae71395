/** Whether a text can be a postcode of the country (ISO 3166); of any of several when the country's form is not known here. */
export function isPostcode(given: string, country: string): boolean {
  // Spreadsheets keep leading zeros behind an apostrophe.
  const text = given.replace(/^'/, '');
  const form = forms.get(country);
  if (form?.test(text) === true) return true;
  return distinctive.some((other) => other.test(text));
}

const british = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;
const dutch = /^[1-9]\d{3} ?[A-Z]{2}$/i;
const canadian = /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i;
const polish = /^\d\d-\d{3}$/;
const american = /^\d{5}(?:-\d{4})?$/;
const five = /^\d{5}$/;
const four = /^\d{4}$/;

/** Forms that hardly anything else has. */
const distinctive = [british, dutch, canadian, /^\d{5}-\d{4}$/];

const forms: ReadonlyMap<string, RegExp> = new Map([
  ...['DE', 'FR', 'ES', 'IT', 'FI', 'HR', 'EE', 'UA'].map((country) => [country, five] as const),
  ...['AT', 'CH', 'BE', 'DK', 'NO', 'LU', 'HU', 'AU', 'NZ', 'SI', 'BG'].map((country) => [country, four] as const),
  ['GB', british],
  ['NL', dutch],
  ['CA', canadian],
  ['PL', polish],
  ['US', american],
  ['SE', /^\d{3} ?\d\d$/],
  ['CZ', /^\d{3} ?\d\d$/],
  ['PT', /^\d{4}-\d{3}$/],
]);
