import { texts } from '../texts.mjs';

/**
 * What one column of exports holds: what it means in truth, how English and German systems head it, how a cell is made from the line, and which share
 * of cells is blank. `reads` says what a proposal has to know to read it: `date`, `number` or `score:from:to`. Headers are those of real exports,
 * not of any dictionary.
 */
export function column(truth, en, de, make, blank = 0.04, reads = null) {
  return { truth, headers: { en, de }, make, blank, reads };
}

export function wordsOf(line) {
  return texts[line.language];
}

/** Makes a cell from one of the texts of a kind, in the language of the file. */
export function oneOf(kind) {
  return (line) => line.chance.pick(wordsOf(line)[kind]);
}
