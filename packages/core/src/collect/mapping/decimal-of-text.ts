/**
 * A number as people write it, as a plain decimal: "1.234,50" with decimal mark `,` is "1234.50". The other mark, blanks and apostrophes may
 * group thousands, in groups of three only: so "1.5" with decimal mark `,` is a fault (undefined), not fifteen. A currency's sign or code at either
 * end is not part of the number, and a minus may stand behind it ("12,50- €").
 */
export function decimalOfText(text: string, decimal: '.' | ','): string | undefined {
  const match = (decimal === '.' ? withPoint : withComma).exec(bareNumber(text));
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = whole.replace(/\D/g, '');
  return `${sign === '+' ? '' : sign}${digits === '' ? '0' : digits}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}

function bareNumber(text: string): string {
  const trimmed = text.trim();
  if (/^[\d.,+-]*$/.test(trimmed)) return trimmed.replace(/^(\d.*)-$/, '-$1');
  const money =
    /^([+-]?)\s*(?:(?:\p{Sc}|[A-Z]{3}|Fr\.|kr\.?|zł)\s*)?(.*?)(?:\s*(?:\p{Sc}|[A-Z]{3}|Fr\.|kr\.?|zł))?$/u.exec(
      trimmed,
    );
  return `${money?.[1] ?? ''}${money?.[2] ?? trimmed}`.replace(/^(\d.*)-$/, '-$1');
}

const withPoint = /^([+-]?)(\d{1,3}(?:[,\s'’]\d{3})+|\d*)(?:\.(\d*))?([eE][+-]?\d{1,3})?$/;
const withComma = /^([+-]?)(\d{1,3}(?:[.\s'’]\d{3})+|\d*)(?:,(\d*))?([eE][+-]?\d{1,3})?$/;
