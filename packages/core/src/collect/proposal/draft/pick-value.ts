import type { ChosenColumn } from '../columns/chosen-column.js';
import { headerWords } from '../columns/header-meanings.js';
import type { Grouping } from '../lines/find-grouping.js';

export interface PickedValue {
  readonly column: ChosenColumn;
  /** The column of the number of pieces, where the amount is the price of one. */
  readonly pieces: ChosenColumn | null;
  /** How several lines of one interaction come to one amount; null where each line stands for itself. */
  readonly merge: 'sum' | 'first' | null;
}

/** Which amount is what the interaction was worth. The price of one piece counts as often as there are pieces, or not at all. */
export function pickValue(
  columns: readonly ChosenColumn[],
  grouping: Grouping | undefined,
  hasPieces: boolean,
): PickedValue | { readonly priceOnly: ChosenColumn } | undefined {
  const amounts = columns.filter(({ meaning, facts }) => meaning === 'amount' && facts.counts.size > 0);
  const [best, ...others] = amounts
    .filter((column) => !isPart(wordsOf(column)))
    .sort((a, b) => rank(b) - rank(a) || a.position - b.position);
  if (best === undefined) return undefined;
  if (grouping === undefined) return { column: best, pieces: null, merge: null };
  const whole = [best, ...others].find((column) => !(hasPieces && isPiecePrice(column, grouping)));
  if (whole !== undefined)
    return { column: whole, pieces: null, merge: grouping.constant.has(whole.position) ? 'first' : 'sum' };
  const pieces = columns.find(({ meaning }) => meaning === 'quantity');
  if (pieces === undefined || !areReadAlike(best, pieces)) return { priceOnly: best };
  return { column: best, pieces, merge: 'sum' };
}

/** One decimal mark reads both. */
function areReadAlike({ reading }: ChosenColumn, pieces: ChosenColumn): boolean {
  if (pieces.facts.texts.every((text) => /^\d+$/.test(text))) return true;
  return reading?.type === 'number' && pieces.reading?.type === 'number' && reading.decimal === pieces.reading.decimal;
}

const partWords =
  /shipping|versand|porto|freight|fracht|discount|rabatt|tax|steuer|mwst|vat|\b(?:tva|iva|btw)\b|gutschein|voucher|fee|gebuehr|tip|trinkgeld|cost|kosten|coupon/;
const wholeWords =
  /total|summe|gesamt|umsatz|betrag|amount|revenue|value|wert|sales|importe|montant|bedrag|brutto|gross/;
const pieceWords = /unit|each|einzel|stueck|price|preis|precio|prix|prijs/;

function wordsOf({ name }: ChosenColumn): string {
  return headerWords(name).join(' ');
}

/** "Total incl. VAT" is no tax. */
function isPart(words: string): boolean {
  return partWords.test(
    words.replace(/\b(incl|inkl|excl|exkl|ohne|mit|hors|sin)\w* (?:vat|tax|mwst|ust|tva|iva|btw)/, '$1'),
  );
}

/** What the customer paid comes before what is left without tax. */
const paidWords = /brutto|gross|\b(?:ttc|inkl?|incl|mit)\b|impuestos incluidos|incluido/;
const withoutTaxWords = /sub|zwischen|net|\b(?:ht|hors|excl|exkl|zzgl|ohne|sin)\b/;

function rank(column: ChosenColumn): number {
  const words = wordsOf(column);
  const isLess = pieceWords.test(words) || withoutTaxWords.test(words);
  return (wholeWords.test(words) ? 4 : 0) + (paidWords.test(words) ? 1 : 0) - (isLess ? 2 : 0);
}

function isPiecePrice(column: ChosenColumn, grouping: Grouping): boolean {
  const words = wordsOf(column);
  return pieceWords.test(words) && !wholeWords.test(words) && !grouping.constant.has(column.position);
}
