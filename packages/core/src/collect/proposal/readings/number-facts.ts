/** What the numbers of a column have in common, and what they say of their decimal mark. */
export interface NumberFacts {
  readonly matching: number;
  /** Values with a sign or code of a currency at them. */
  readonly money: number;
  /** Values with a fraction, by the mark that must be the decimal one. */
  readonly point: number;
  readonly comma: number;
  /** A value that can be read both ways (1.234), if no other decides. */
  readonly example: string | null;
  readonly isWhole: boolean;
  /** Share of values written with two decimals. */
  readonly shareOf2Decimals: number;
}

export function numberFacts(texts: readonly string[]): NumberFacts {
  const facts = { matching: 0, money: 0, point: 0, comma: 0, two: 0, fractions: 0 };
  let example: string | null = null;
  for (const text of texts) {
    const match = form.exec(text);
    if (match === null) continue;
    facts.matching++;
    if (match[1] !== undefined || match[3] !== undefined) facts.money++;
    const number = match[2] ?? '';
    const mark = decimalOf(number);
    if (mark === '.') facts.point++;
    else if (mark === ',') facts.comma++;
    else if (mark === 'open' && example === null) example = text;
    if ((mark === '.' || mark === ',') && !/[.,]0$/.test(number)) facts.fractions++;
    if (/[.,]\d\d$/.test(number)) facts.two++;
  }
  return {
    matching: facts.matching,
    money: facts.money,
    point: facts.point,
    comma: facts.comma,
    example: facts.point + facts.comma === 0 ? example : null,
    isWhole: facts.fractions === 0 && example === null,
    shareOf2Decimals: facts.matching === 0 ? 0 : facts.two / facts.matching,
  };
}

const sign = '\\p{Sc}|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|JPY|CAD|AUD|Fr\\.|kr\\.?|zł)';
const form = new RegExp(`^[+-]?(${sign})?\\s*[+-]?(\\d[\\d.,'’\\s]*|[.,]\\d+)\\s*(${sign})?\\s*-?$`, 'u');

/** `none`: no mark at all; `open`: one mark with three digits behind it, which may group thousands. */
export function decimalOf(number: string): '.' | ',' | 'none' | 'open' {
  const point = number.lastIndexOf('.');
  const comma = number.lastIndexOf(',');
  if (point < 0 && comma < 0) return 'none';
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  if (number.indexOf(mark) !== number.lastIndexOf(mark)) return other;
  if (/^0[.,]\d{3}$/.test(number)) return mark;
  return /^\d{1,3}[.,]\d{3}$/.test(number) ? 'open' : mark;
}
