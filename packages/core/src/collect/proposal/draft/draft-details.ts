import type { MappingRule, MappingValue } from '../../mapping/mapping.js';
import type { Answers } from '../answers.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { wordTables } from '../forms/word-tables.js';
import type { InteractionKind } from '../lines/interaction-kind.js';
import type { Question } from '../question.js';
import { askChannel, askDirection } from '../questions/ask-about-lines.js';
import type { FreeColumns } from './free-columns.js';
import { channelField, directionField, nameField } from './interaction-fields.js';
import { tableOf } from './table-of.js';
import { templateOf } from './template-of.js';

type Details = Pick<
  Extract<MappingRule, { make: 'interaction' }>,
  'channel' | 'direction' | 'location' | 'reason' | 'outcome' | 'marks'
>;

/** What the interaction is called, who turned to whom, over which channel, where, why, and how it went. */
export function draftDetails(
  kind: InteractionKind,
  free: FreeColumns,
  answers: Answers,
): {
  readonly name: MappingValue;
  readonly fields: Details;
  readonly channel: string | null;
  readonly questions: readonly Question[];
} {
  const questions: Question[] = [];
  const fields: Details = {};
  const event = free.one('event');
  const directed = free.one('direction');
  const direction = directionField(kind, event, directed);
  if (direction === undefined)
    questions.push(askDirection(kind.channel === 'email' ? 'to-customer' : 'from-customer', answers));
  const who = direction ?? questions[0]?.chosen ?? 'from-customer';
  fields.direction = who;
  if (directed !== undefined && typeof who === 'object') free.put(directed, { type: 'field', name: 'direction' });
  const name = nameField(kind, event);
  if (event !== undefined && typeof name === 'object') free.put(event, { type: 'field', name: 'name' });

  const channel = addChannel(fields, kind, free, questions, answers);
  for (const meaning of ['location', 'reason'] as const) {
    const column = free.one(meaning);
    if (column === undefined || column.facts.texts.some((text) => text.length > 150)) continue;
    fields[meaning] = templateOf(column);
    free.put(column, { type: 'field', name: meaning });
  }
  addOutcome(fields, free.one('outcome'));
  return { name, fields, channel, questions };
}

/** By its column if that speaks of channels we know, else one channel for the file. */
function addChannel(
  fields: Details,
  kind: InteractionKind,
  free: FreeColumns,
  questions: Question[],
  answers: Answers,
): string | null {
  const column = free.one('channel');
  const said = column === undefined ? undefined : channelField(column, kind);
  if (column !== undefined && said !== undefined) {
    fields.channel = said;
    free.put(column, { type: 'field', name: 'channel' });
    return null;
  }
  const isStore = kind.about === 'order' && free.one('location') !== undefined;
  const question = askChannel(isStore ? 'store' : kind.channel, answers);
  questions.push(question);
  return question.chosen;
}

/** The words stay a property as well: of the outcome only well and badly are known. What was cancelled counts no more. */
function addOutcome(fields: Details, column: ChosenColumn | undefined): void {
  if (column === undefined) return;
  const words = [...column.facts.counts.keys()];
  if (words.some((word) => wordTables.outcome(word) !== undefined)) {
    const table = tableOf(column, (word) => wordTables.outcome(word) ?? 'neither', 'neither');
    if (table !== undefined) fields.outcome = table;
  }
  if (words.some(wordTables.isVoid)) {
    const table = tableOf(column, wordTables.isVoid, false);
    if (table !== undefined) fields.marks = { void: table };
  }
}
