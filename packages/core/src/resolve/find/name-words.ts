/**
 * The words of a name as they are compared, in their order: without accents, apostrophes and case, and "ü" like "ue" like "u". What is
 * stored was made by this; a change needs all of it made anew.
 */
export function nameWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’`´]/gu, '')
    .replace(/[ßæœøłđðıþ]/gu, (letter) => plain[letter] ?? letter)
    .replace(/([aou])e/gu, '$1')
    .split(between)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestWord));
}

/** Longer words are cut: no name needs more. */
const longestWord = 60;

const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  þ: 't',
};

/** Whitespace and signs; every other character, of any script, is part of a word. */
const between = /[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a0-\u00bf\u2000-\u206f]+/u;
