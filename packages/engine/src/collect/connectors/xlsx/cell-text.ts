import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { XmlListener } from './read-xml.js';

/** Excel allows 32,767 characters in a cell. */
const longestText = 1024 * 1024;

/** Gathers the text of each element of that name: its runs put together, without the reading aids (phonetic runs) of East Asian texts. */
export function cellText(element: string, hear: (text: string) => void): XmlListener {
  let text = '';
  let isText = false;
  let isAid = false;
  return {
    open: (name, _attributes, isEmpty) => {
      if (name === element) text = '';
      else if (name === 'rPh') isAid = !isEmpty;
      else if (name === 't') isText = !isEmpty && !isAid;
    },
    text: (piece) => {
      if (isText) text = joined(text, piece);
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAid = false;
      else if (name === element) hear(unescaped(text));
    },
  };
}

export function joined(text: string, piece: string): string {
  if (text.length + piece.length <= longestText) return text + piece;
  throw new ThroughlineError(
    'import.file-unreadable',
    'the Excel file cannot be read: a cell of it holds more than a megabyte of text',
  );
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
