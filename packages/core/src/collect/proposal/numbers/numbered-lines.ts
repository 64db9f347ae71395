import { cellText } from '../columns/column-facts.js';
import type { FileSample } from '../file-sample.js';
import type { Meaning } from '../meaning.js';
import type { Proposal } from '../proposal.js';
import type { NumberedLine } from './known-numbers.js';

const most = 300;

/** At most 300 lines with different customer numbers, spread over the sample; none if no column holds any. */
export function numberedLines(sample: FileSample, { columns }: Pick<Proposal, 'columns'>): readonly NumberedLine[] {
  const place = (...meanings: readonly Meaning[]) =>
    columns.find(({ meaning, isChosen }) => isChosen && meanings.includes(meaning))?.position;
  const number = place('customer-number');
  if (number === undefined) return [];
  const places = { email: place('email'), phone: place('phone'), postcode: place('postcode') };
  const names = [place('full-name') ?? place('first-name'), place('last-name')];
  const byNumber = new Map<string, NumberedLine>();
  for (const { cells } of sample.rows) {
    const text = (at: number | undefined) => (at === undefined ? '' : cellText(cells[at] ?? null));
    const key = text(number);
    if (key === '' || byNumber.has(key)) continue;
    byNumber.set(key, {
      number: key,
      email: text(places.email) || null,
      phone: text(places.phone) || null,
      postcode: text(places.postcode) || null,
      name: names.map(text).join(' ').trim() || null,
    });
  }
  const all = [...byNumber.values()];
  const step = Math.max(1, all.length / most);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}
