/** Millionths of a currency unit: amounts are added and compared in these, never as floating point numbers. */
export type Micros = bigint;

/**
 * Reads a number or a decimal text ("39.95", "-1.2e3", no thousands separators) as millionths, rounded half away from zero.
 * Undefined if it is no number or 10^12 or more in size: such amounts are faults, and no store column holds them.
 */
export function readAmount(value: unknown): Micros | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const text = typeof value === 'number' ? String(value) : value.trim();
  if (short.test(text)) return BigInt(Math.round(Number(text) * 1e6));
  const match = decimal.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const micros = scaled(BigInt(whole + fraction), 6 - fraction.length + Number(exponent));
  if (micros >= limit) return undefined;
  return sign === '-' ? -micros : micros;
}

/** The shortest decimal text of an amount: "12.5", "0", "-3". */
export function amountText(micros: Micros): string {
  const size = (micros < 0n ? -micros : micros).toString().padStart(7, '0');
  const fraction = size.slice(-6).replace(/0+$/, '');
  return `${micros < 0n ? '-' : ''}${size.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Short enough that a double, times a million, rounds to the exact number of millionths. */
const short = /^-?\d{1,8}(?:\.\d{1,6})?$/;
const decimal = /^([+-]?)(\d{0,30})(?:\.(\d{0,60}))?(?:[eE]([+-]?\d{1,3}))?$/;
const limit = 10n ** 18n;

function scaled(digits: bigint, power: number): bigint {
  if (digits === 0n) return 0n;
  if (power >= 0) return power > 24 ? limit : digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor / 2n) / divisor;
}
