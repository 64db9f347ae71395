import type { ChosenColumn } from '../columns/chosen-column.js';
import { headerWords } from '../columns/header-meanings.js';
import type { Grouping } from '../lines/find-grouping.js';

export interface PickedValue {
  readonly column: ChosenColumn;
  /** How several lines of one interaction come to one amount; null where each line stands for itself. */
  readonly merge: 'sum' | 'first' | null;
}

/** Which amount is what the interaction was worth. The price of one piece is none, where there may be several. */
export function pickValue(
  columns: readonly ChosenColumn[],
  grouping: Grouping | undefined,
): PickedValue | { readonly priceOnly: ChosenColumn } | undefined {
  const amounts = columns.filter(
    ({ meaning, isChosen, facts }) => meaning === 'amount' && isChosen && facts.counts.size > 0,
  );
  const ranked = amounts
    .filter((column) => !partWords.test(wordsOf(column)))
    .sort((a, b) => rank(b) - rank(a) || a.position - b.position);
  const hasPieces = columns.some(
    ({ meaning, facts }) => meaning === 'quantity' && [...facts.counts.keys()].some((text) => Number(text) > 1),
  );
  const whole = ranked.find((column) => !(hasPieces && grouping !== undefined && isPiecePrice(column, grouping)));
  if (whole === undefined) return ranked[0] === undefined ? undefined : { priceOnly: ranked[0] };
  if (grouping === undefined) return { column: whole, merge: null };
  return { column: whole, merge: grouping.constant.has(whole.position) ? 'first' : 'sum' };
}

const partWords =
  /shipping|versand|porto|freight|fracht|discount|rabatt|tax|steuer|mwst|vat|gutschein|voucher|fee|gebuehr|tip|trinkgeld|cost|kosten|coupon/;
const wholeWords =
  /total|summe|gesamt|umsatz|betrag|amount|revenue|value|wert|sales|importe|montant|bedrag|brutto|gross/;
const pieceWords = /unit|each|einzel|stueck|price|preis|precio|prix|prijs/;

function wordsOf({ name }: ChosenColumn): string {
  return headerWords(name).join(' ');
}

function rank(column: ChosenColumn): number {
  const words = wordsOf(column);
  return (wholeWords.test(words) ? 2 : 0) - (pieceWords.test(words) || /sub|zwischen|net/.test(words) ? 1 : 0);
}

function isPiecePrice(column: ChosenColumn, grouping: Grouping): boolean {
  const words = wordsOf(column);
  return pieceWords.test(words) && !wholeWords.test(words) && !grouping.constant.has(column.position);
}
