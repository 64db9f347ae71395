import { passesLuhn } from './passes-luhn.js';

/** A card number of the large schemes: 13 to 19 digits that begin as theirs do, with a right check digit. */
export function isPaymentCard(text: string): boolean {
  if (!/^[3-6][\d -]{12,22}$/.test(text)) return false;
  const digits = text.replace(/[ -]/g, '');
  return /^(?:4|5[1-5]|2[2-7]|3[47]|36|38|6)\d{12,17}$/.test(digits) && passesLuhn(digits);
}
