/** 31 signs that are not taken for one another when read out or copied by hand. 31 is prime, which the check sign needs. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Without the check sign. */
export const voucherSigns = 9;

/**
 * A voucher's code of nine chosen signs (each 0 to 30) and one that checks them: the sum of each times one more than its place, modulo 31. One wrong sign,
 * and any two that changed places, are always noticed. Written in two groups: `7KQ2M-9XR4T`.
 */
export function voucherCode(chosen: readonly number[]): string {
  if (chosen.length !== voucherSigns) throw new RangeError(`a voucher has ${voucherSigns} signs besides its check`);
  const text = [...chosen, checkOf(chosen)].map((value) => signs[value] ?? '').join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** A code as somebody wrote it, in its one form; undefined if it is none, or a sign of it is wrong. */
export function readVoucherCode(written: string): string | undefined {
  const values = [...written.toUpperCase().replace(/[\s-]/g, '')].map((sign) => signs.indexOf(sign));
  if (values.length !== voucherSigns + 1 || values.includes(-1)) return undefined;
  const chosen = values.slice(0, voucherSigns);
  return values[voucherSigns] === checkOf(chosen) ? voucherCode(chosen) : undefined;
}

/** How many values a sign has. */
export const voucherBase = signs.length;

function checkOf(chosen: readonly number[]): number {
  return chosen.reduce((sum, value, at) => (sum + value * (at + 2)) % voucherBase, 0);
}
