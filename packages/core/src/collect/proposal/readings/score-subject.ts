import type { ScoreSubject } from '../../score.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { headerWords } from '../columns/header-meanings.js';
import type { LineKind } from '../line-kind.js';
import type { Meaning } from '../meaning.js';

/** What people were asked about, and what says so; null where the file does not say. */
export interface SubjectFound {
  readonly subject: ScoreSubject | null;
  readonly because: 'line' | 'number' | 'words' | 'file' | 'nothing';
  /** The column that names the event; empty if none does. */
  readonly by: string;
}

/** By what a line is, by a number of the event beside the score, by the words of the question, by the name of the file. */
export function scoreSubject(
  column: ChosenColumn,
  columns: readonly ChosenColumn[],
  file: { readonly name: string; readonly lineKind: LineKind },
): SubjectFound {
  const line = ofLines[file.lineKind];
  if (line !== undefined) return { subject: line, because: 'line', by: '' };
  for (const [meaning, subject] of ofNumbers) {
    const number = columns.find((one) => one.meaning === meaning && one.isChosen);
    if (number !== undefined) return { subject, because: 'number', by: number.name };
  }
  const asked = subjectOfWords(headerWords(column.name).join(' '));
  if (asked !== undefined) return { subject: asked, because: 'words', by: '' };
  const named = subjectOfWords(headerWords(file.name).join(' '));
  if (named !== undefined) return { subject: named, because: 'file', by: '' };
  // Who sold, answered or received is asked about after an event: which, the file does not say.
  const hasEvent = columns.some(({ meaning, isChosen }) => isChosen && ofEvents.has(meaning));
  return { subject: hasEvent ? null : 'company', because: 'nothing', by: '' };
}

const ofLines: Partial<Record<LineKind, ScoreSubject>> = {
  order: 'order',
  'order-line': 'order',
  call: 'call',
  visit: 'visit',
  complaint: 'complaint',
};

const ofNumbers: readonly (readonly [Meaning, ScoreSubject])[] = [
  ['order-number', 'order'],
  ['call-number', 'call'],
  ['case-number', 'complaint'],
];

const ofEvents: ReadonlySet<Meaning> = new Set(['agent', 'location', 'channel', 'product', 'product-number', 'reason']);

const words: readonly (readonly [ScoreSubject, RegExp])[] = [
  ['order', /\b(?:orders?|purchase|bestellung|lieferung|kauf|delivery|commande|livraison|pedido|bestelling)/],
  ['call', /\b(?:calls?|anrufs?|telefonat|hotline|gespraech|appel|llamada|gesprek)\b/],
  ['visit', /\b(?:visits?|besuch|filialbesuch|filiale|store|magasin|visite|visita|bezoek)\b/],
  ['complaint', /\b(?:complaints?|beschwerde|reklamation|tickets?|plainte|queja|klacht)\b/],
  ['company', /\b(?:overall|insgesamt|company|unternehmen|relationship|brand|marke|entreprise|empresa|bedrijf)\b/],
];

function subjectOfWords(text: string): ScoreSubject | undefined {
  return words.find(([, form]) => form.test(text))?.[0];
}
