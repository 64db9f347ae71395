/**
 * Whether a text has the form of a passport's, an identity card's or a social security number of some larger countries; where such numbers carry a
 * check digit it must be right.
 */
export function isNationalId(text: string): boolean {
  const bare = text.toUpperCase();
  return (
    /^(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}$/.test(bare) ||
    /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]$/.test(bare) ||
    isGermanDocument(bare) ||
    isSpanish(bare) ||
    isFrench(bare)
  );
}

/** German passports and identity cards: nine characters, no vowels, letters and digits mixed, the first one of a few letters. */
function isGermanDocument(text: string): boolean {
  return /^[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\d?$/.test(text) && /[A-Z]\d+[A-Z]/.test(text);
}

function isSpanish(text: string): boolean {
  const match = /^([XYZ]?)(\d{7,8})-?([A-Z])$/.exec(text);
  if (match === null) return false;
  const number = Number(`${'XYZ'.indexOf(match[1] === '' ? 'X' : (match[1] ?? 'X'))}${match[2]}`);
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(number % 23) === match[3];
}

function isFrench(text: string): boolean {
  const bare = text.replace(/ /g, '');
  return /^[12]\d{14}$/.test(bare) && 97 - (Number(bare.slice(0, 13)) % 97) === Number(bare.slice(13));
}
