/** A GTIN-8, -12, -13 or -14 (EAN, UPC) with a right check digit. */
export function isProductCode(text: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text)) return false;
  let sum = 0;
  for (let at = 0; at < text.length - 1; at++) {
    sum += (text.charCodeAt(text.length - 2 - at) - 48) * (at % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10 === text.charCodeAt(text.length - 1) - 48;
}
