import type { ChosenColumn } from '../columns/chosen-column.js';
import type { FileSample } from '../file-sample.js';
import type { LineKind } from '../line-kind.js';
import type { Grouping } from '../lines/find-grouping.js';
import type { Notice, NoticeKind } from '../notice.js';
import type { Sentence } from '../sentence.js';

/** What is worth knowing about the lines. `priceOnly` is a column of prices that could not be the value of an order. */
export function findNotices(
  sample: FileSample,
  columns: readonly ChosenColumn[],
  found: { readonly grouping: Grouping | undefined; readonly lineKind: LineKind; readonly priceOnly: string | null },
): readonly Notice[] {
  const notices: Notice[] = [];
  const add = (kind: NoticeKind, names: readonly string[], values: Sentence['values'], lines: readonly number[] = []) =>
    notices.push({ kind, sentence: { key: `collect.proposal.notice.${kind}`, values }, columns: names, lines });
  const of = sample.rows.length;
  const lineOf = (row: number) => sample.rows[row]?.line ?? 0;

  const { grouping } = found;
  const groupColumn = columns.find(({ position, isChosen }) => position === grouping?.position && isChosen);
  if (grouping !== undefined && groupColumn !== undefined) {
    const { lines, firstLine } = grouping.largest;
    add('several-lines-one-interaction', [groupColumn.name], { lines, column: groupColumn.name }, [firstLine]);
  }
  if (found.priceOnly !== null) add('no-value', [found.priceOnly], { column: found.priceOnly });

  const people = columns.filter(({ meaning, isChosen }) => personMeanings.has(meaning) && isChosen);
  if (people.length === 0) add('no-person-column', [], {});
  else {
    const nobody = rowsWhere(sample, (row) => people.every(({ facts }) => facts.values[row] === null));
    if (nobody.length > 0 && found.lineKind !== 'contact')
      add(
        'lines-without-person',
        people.map(({ name }) => name),
        { count: nobody.length, of },
        nobody.slice(0, 3).map(lineOf),
      );
  }
  const words = [...new Set(columns.flatMap(({ facts }) => facts.emptyWords))].sort();
  if (words.length > 0) add('placeholders', [], { words: words.slice(0, 5).join(', '), count: words.length });
  for (const { name, meaning, dates, isChosen } of columns)
    if (meaning === 'date' && isChosen && dates?.isDayOnly === true) add('day-only', [name], { column: name });
  return notices;
}

const personMeanings: ReadonlySet<string> = new Set(['email', 'phone', 'customer-number', 'loyalty-card']);

function rowsWhere(sample: FileSample, holds: (row: number) => boolean): readonly number[] {
  return sample.rows.flatMap((_, row) => (holds(row) ? [row] : []));
}
