import type { Mapping } from '../../mapping/mapping.js';
import type { Answers } from '../answers.js';
import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { FileSample } from '../file-sample.js';
import type { LineKind } from '../line-kind.js';
import type { Grouping } from '../lines/find-grouping.js';
import { interactionKinds } from '../lines/interaction-kind.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Question } from '../question.js';
import { askSourceName, askZone } from '../questions/ask-about-file.js';
import { askNumberSpace, firstNumberSpace } from '../questions/ask-number-space.js';
import { draftContact } from './draft-contact.js';
import { draftInteraction } from './draft-interaction.js';
import { draftMarks } from './draft-marks.js';
import { identifiersOf } from './identifiers-of.js';

export interface DraftedMapping {
  readonly mapping: Mapping;
  readonly uses: ReadonlyMap<number, ColumnUse>;
  readonly questions: readonly Question[];
  readonly priceOnly: string | null;
}

/** Writes the mapping that reads the columns as they were chosen. It is valid whatever is still open. */
export function draftMapping(
  sample: FileSample,
  columns: readonly ChosenColumn[],
  lines: { readonly kind: LineKind; readonly grouping: Grouping | undefined },
  context: ProposalContext,
  answers: Answers,
): DraftedMapping {
  const source = askSourceName(sample, context, answers);
  const questions: Question[] = [source];
  const customers = columns.find(({ meaning, isChosen }) => meaning === 'customer-number' && isChosen);
  let customerNumbers = firstNumberSpace;
  if (customers !== undefined && context.numbers !== undefined) {
    const own = ownNumberSpace(source.chosen ?? 'import');
    const space = askNumberSpace(customers.name, own, context.numbers, answers);
    questions.push(space);
    // While it is open the numbers join nothing: a hole can be closed later, two people in one are worse.
    customerNumbers = space.chosen ?? own;
  }
  const identifiers = identifiersOf(columns, customerNumbers, lines.kind === 'contact');
  const isList = lines.kind === 'contact' && identifiers.namespaces.length > 0;
  const kind = interactionKinds[lines.kind === 'contact' ? 'other' : lines.kind];
  const drafted = isList
    ? draftContact(columns, identifiers, context, answers)
    : draftInteraction(columns, identifiers, kind, lines.grouping, context, answers);
  const marked = draftMarks(drafted.rules, columns, isList, context, answers);
  const isClock = ({ position, meaning }: ChosenColumn) =>
    meaning === 'time-of-day' && drafted.uses.get(position)?.type === 'field';
  const zoneless = columns.filter(
    (column) =>
      isClock(column) || (column.isChosen && column.meaning === 'date-time' && column.dates?.lacksZone === true),
  );
  let zone = context.zone;
  if (zoneless.length > 0) {
    const question = askZone(
      zoneless.map(({ name }) => name),
      context,
      answers,
    );
    questions.push(question);
    zone = question.chosen ?? zone;
  }
  const empty = [...new Set(columns.flatMap(({ facts }) => facts.emptyWords))].sort();
  const mapping: Mapping = {
    version: 1,
    source: source.chosen ?? 'Import',
    file: fileOf(sample, columns),
    zone,
    ...(/^[A-Z]{2}$/.test(context.country) ? { country: context.country } : {}),
    ...(/^[A-Z]{3}$/.test(context.currency) ? { currency: context.currency } : {}),
    ...(drafted.channel === null ? {} : { channel: drafted.channel }),
    ...(empty.length === 0 ? {} : { empty }),
    ...(drafted.asOf === null ? {} : { 'as of': drafted.asOf }),
    rows: [...marked.rules],
  };
  return {
    mapping,
    uses: drafted.uses,
    questions: [...questions, ...drafted.questions, ...marked.questions],
    priceOnly: drafted.priceOnly,
  };
}

function fileOf(sample: FileSample, columns: readonly ChosenColumn[]): Mapping['file'] {
  const { delimiter, quote, encoding, sheet, hasNoHeader } = sample.form ?? {};
  return {
    format: sample.format,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(hasNoHeader === true && columns.length > 0 ? { header: columns.map(({ name }) => name) } : {}),
  };
}

function ownNumberSpace(source: string): string {
  const own = `crm:${slug(source)}`;
  return own === firstNumberSpace ? `${own}_list` : own;
}

function slug(name: string): string {
  const bare = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return bare === '' ? 'import' : bare;
}
