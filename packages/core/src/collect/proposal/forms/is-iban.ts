/** An IBAN with a right check sum (ISO 13616, mod 97). */
export function isIban(text: string): boolean {
  if (!/^[A-Za-z]{2}\d\d[A-Za-z0-9 ]{10,36}$/.test(text)) return false;
  const bare = text.replace(/ /g, '').toUpperCase();
  if (bare.length < 15 || bare.length > 34) return false;
  let rest = 0;
  for (const sign of bare.slice(4) + bare.slice(0, 4)) {
    const value = sign >= 'A' ? sign.charCodeAt(0) - 55 : sign.charCodeAt(0) - 48;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
