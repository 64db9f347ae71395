import type { FileEncoding } from '@throughline/core/collect/mapping/file-encoding';

export interface DetectedEncoding {
  readonly encoding: FileEncoding;
  /** False: another encoding would read the same bytes almost as well, so somebody should look at the examples. */
  readonly isSure: boolean;
  /** Words with letters beyond ASCII, as they are read. */
  readonly examples: readonly string[];
}

/**
 * The encoding of a text from pieces of it that hold bytes beyond ASCII. A byte order mark and well-formed UTF-8 leave no doubt; of the encodings
 * of one byte that one is taken in which the letters belong together, in some language. Measured against `chardet` 2: on tables of names that
 * took Spanish for ISO-8859-2 and Hungarian for ISO-8859-1.
 */
export function detectEncoding(beginning: Buffer, beyondAscii: readonly Buffer[]): DetectedEncoding {
  const wide = wideEncoding(beginning);
  if (wide !== undefined) return { encoding: wide, isSure: true, examples: examplesOf([beginning], wide) };
  const pieces = beyondAscii.map(wholeCharacters);
  if (pieces.length === 0) return { encoding: 'utf-8', isSure: true, examples: [] };
  const { characters, errors } = utf8Shares(pieces);
  if (characters + errors === 0) return { encoding: 'utf-8', isSure: false, examples: [] };
  if (characters > errors * 10)
    return { encoding: 'utf-8', isSure: errors === 0, examples: examplesOf(pieces, 'utf-8') };
  return singleByte(pieces);
}

function wideEncoding(bytes: Buffer): FileEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const length = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (length < 8 || even + odd < length / 8) return undefined;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : undefined;
}

/** Without the parts of UTF-8 characters that a piece's edges cut through. The first line stays: often only the header is beyond ASCII. */
function wholeCharacters(piece: Buffer): Buffer {
  const isPart = (at: number) => ((piece[at] ?? 0) & 0xc0) === 0x80;
  let start = 0;
  while (start < 3 && isPart(start)) start += 1;
  let lead = piece.length - 1;
  while (lead > piece.length - 4 && isPart(lead)) lead -= 1;
  const first = piece[lead] ?? 0;
  const wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return piece.subarray(start, piece.length - lead < wanted ? Math.max(start, lead) : piece.length);
}

function utf8Shares(pieces: readonly Buffer[]): { readonly characters: number; readonly errors: number } {
  let characters = 0;
  let errors = 0;
  for (const piece of pieces) {
    for (const character of piece.toString('utf8')) {
      if (character === '\ufffd') errors += 1;
      else if (character > '\u007f') characters += 1;
    }
  }
  return { characters, errors };
}

const western = ['äöüßé', 'àâçéèêëîïôùûüÿœæ', 'áéíóúüñ', 'áâãàçéêíóôõú', 'àèéìíòóù', 'åäöæøé', 'éëïóöü', 'áðéíóúýþæö'];
const central = ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţșț'];

/** By likelihood; each with the letters of languages that are written in it. */
const candidates: readonly (readonly [encoding: FileEncoding, languages: readonly string[]])[] = [
  ['windows-1252', western],
  ['iso-8859-15', western],
  ['windows-1250', central],
  ['iso-8859-2', central],
  ['macintosh', western],
  ['windows-1254', ['çğıöşüâî']],
  ['windows-1251', ['абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґў']],
  ['windows-1253', ['αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ']],
];
const marks = new Set('€£§°®©™«»„“”‚‘’–—…·•¿¡²³½ ´ªº');

function singleByte(pieces: readonly Buffer[]): DetectedEncoding {
  const judged = candidates.map(([encoding, languages]) => {
    const letters = lettersOf(pieces, encoding);
    return { encoding, text: letters.join(''), score: scoreOf(letters, languages) };
  });
  const [best, ...others] = judged.sort((a, b) => b.score - a.score);
  if (best === undefined) throw new Error('there are no candidates');
  const rival = others.find(({ text }) => text !== best.text);
  const isSure = best.score > 0.8 && best.score - (rival?.score ?? 0) > 0.15;
  return { encoding: best.encoding, isSure, examples: examplesOf(pieces, best.encoding) };
}

/** Characters beyond ASCII; one that cannot stand where it does is given as a control character. */
function lettersOf(pieces: readonly Buffer[], encoding: FileEncoding): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const letters: string[] = [];
  for (const piece of pieces) {
    const text = decoder.decode(piece);
    for (const { 0: letter, index } of text.matchAll(/\P{ASCII}/gu)) {
      letters.push(fits(letter, text.charAt(index - 1), text.charAt(index + letter.length)) ? letter : '\u0080');
    }
  }
  return letters;
}

/** No mark stands within a word, no capital behind a small letter, no Greek or Russian letter beside a Latin one, and no õ but before an e. */
function fits(letter: string, before: string, after: string): boolean {
  if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return false;
  if (letter === 'õ' && after !== 'e') return false;
  if (!/[A-Za-z]/.test(before) && !/[A-Za-z]/.test(after)) return true;
  if (/\p{L}/u.test(letter)) return /\p{Script=Latin}/u.test(letter);
  return letter === '’' || !(/[A-Za-z]/.test(before) && /[A-Za-z]/.test(after));
}

/** The share that the best language explains, and a little of what all of them together do: customers come from several countries. */
function scoreOf(letters: readonly string[], languages: readonly string[]): number {
  if (letters.length === 0) return 0;
  const share = (known: ReadonlySet<string>) =>
    letters.filter((letter) => known.has(letter.toLowerCase()) || marks.has(letter)).length / letters.length;
  const best = Math.max(...languages.map((language) => share(new Set(language))));
  return 0.7 * best + 0.3 * share(new Set(languages.join('')));
}

function examplesOf(pieces: readonly Buffer[], encoding: FileEncoding): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const words = new Set<string>();
  for (const piece of pieces) {
    for (const [word] of decoder.decode(piece).matchAll(/[\p{L}\ufffd'’-]{0,20}[^\s\p{ASCII}][\p{L}\ufffd]{0,20}/gu)) {
      if (word.length > 2) words.add(word);
      if (words.size === 5) return [...words];
    }
  }
  return [...words];
}
