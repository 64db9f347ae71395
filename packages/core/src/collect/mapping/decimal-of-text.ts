/**
 * A number as people write it, as a plain decimal: "1.234,50" with decimal mark `,` is "1234.50". The other mark, blanks and apostrophes may
 * group thousands, in groups of three only: so "1.5" with decimal mark `,` is a fault (undefined), not fifteen.
 */
export function decimalOfText(text: string, decimal: '.' | ','): string | undefined {
  const match = (decimal === '.' ? withPoint : withComma).exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replace(/\D/g, '');
  return `${sign === '+' ? '' : sign}${digits === '' ? '0' : digits}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}

const withPoint = /^([+-]?)(\d{1,3}(?:[,\s'’]\d{3})+|\d*)(?:\.(\d*))?([eE][+-]?\d{1,3})?$/;
const withComma = /^([+-]?)(\d{1,3}(?:[.\s'’]\d{3})+|\d*)(?:,(\d*))?([eE][+-]?\d{1,3})?$/;
