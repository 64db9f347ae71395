import type { MappingRule } from '../../mapping/mapping.js';
import type { Answers } from '../answers.js';
import type { ColumnUse } from '../column-proposal.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import type { Grouping } from '../lines/find-grouping.js';
import type { InteractionKind } from '../lines/interaction-kind.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Question } from '../question.js';
import { askAsOf } from '../questions/ask-about-file.js';
import { askGroupBy, askTimeColumn } from '../questions/ask-about-lines.js';
import { draftDetails } from './draft-details.js';
import { draftScores } from './draft-scores.js';
import { clockBeside, draftTime } from './draft-time.js';
import { draftWorth } from './draft-worth.js';
import type { Drafted } from './drafted.js';
import { freeColumns } from './free-columns.js';
import type { Identifiers } from './identifiers-of.js';
import { namedValues } from './named-values.js';
import { personRules } from './person-rules.js';
import { templateOf } from './template-of.js';

/** Lines that are interactions: who, when, over which channel, about what, and all else as properties. */
export function draftInteraction(
  columns: readonly ChosenColumn[],
  identifiers: Identifiers,
  kind: InteractionKind,
  grouping: Grouping | undefined,
  context: ProposalContext,
  answers: Answers,
): Drafted {
  const questions: Question[] = [];
  const uses = new Map<number, ColumnUse>(identifiers.uses);
  const free = freeColumns(columns, uses);

  const groupedBy = pickGroup(columns, grouping, questions, answers);
  const day = pickTime(free.all(), questions, answers);
  const clock = day === undefined ? undefined : clockBeside(free.all(), day);
  for (const column of [day, clock]) if (column !== undefined) free.put(column, { type: 'field', name: 'time' });
  const time = day === undefined ? undefined : draftTime(day, clock, yearOf(day, context, answers));
  const asOf = time === undefined ? askAsOf(context, answers) : undefined;
  if (asOf !== undefined) questions.push(asOf);
  // Where no column says a time, the day of the file stands in it.
  const dayOfFile = asOf?.chosen ?? '2000-01-01';

  const occasion = draftOccasion(kind, free, groupedBy);
  const details = draftDetails(kind, free, answers);
  questions.push(...details.questions);
  const worth = draftWorth(free, groupedBy === undefined ? undefined : grouping, context);
  const person = personRules(identifiers, free.all(), { isList: false, time, day });
  for (const [position, use] of person.uses) uses.set(position, use);
  const isItem = ({ position }: ChosenColumn) => groupedBy !== undefined && grouping?.constant.has(position) === false;
  const scores = draftScores(free.all());
  const items = namedValues(free, isItem, 'item');
  const properties = namedValues(free, () => true, 'property');

  const rule: MappingRule = {
    rule: kind.rule,
    make: 'interaction',
    ...occasion.keys,
    ...(identifiers.namespaces.length === 0 ? {} : { identifiers: identifiers.first() }),
    name: details.name,
    time: time ?? dayOfFile,
    ...details.fields,
    ...occasion.about,
    ...worth.fields,
    ...(properties === undefined ? {} : { properties }),
    ...(scores === undefined ? {} : { scores }),
    ...(items === undefined ? {} : { items }),
  };
  return {
    rules: [rule, ...person.rules],
    uses,
    questions,
    channel: details.channel,
    asOf: asOf === undefined ? null : dayOfFile,
    priceOnly: worth.priceOnly,
  };
}

type InteractionRule = Extract<MappingRule, { make: 'interaction' }>;

/** What tells one interaction from another, and the case it is about. */
function draftOccasion(
  kind: InteractionKind,
  free: ReturnType<typeof freeColumns>,
  groupedBy: ChosenColumn | undefined,
): { readonly keys: Pick<InteractionRule, 'key' | 'group by'>; readonly about: Pick<InteractionRule, 'about'> } {
  const number = (kind.number === null ? undefined : free.one(kind.number)) ?? free.one('record-number');
  const isKey = number !== undefined && groupedBy === undefined && isUnique(number);
  const keys = groupedBy === undefined ? (isKey ? { key: number.name } : {}) : { 'group by': groupedBy.name };
  const isCase = kind.about !== null && (number?.meaning === kind.number || groupedBy === undefined);
  const about = (isCase ? number : undefined) ?? free.one('order-number');
  if (about === undefined || about.facts.texts.some((text) => text.length > 200)) return { keys, about: {} };
  const aboutKind = about.meaning === 'order-number' ? 'order' : (kind.about ?? 'order');
  free.put(about, { type: 'field', name: 'about' });
  return { keys, about: { about: { kind: aboutKind, id: templateOf(about) } } };
}

/** A number is the key of a message if no two lines have the same and none has none. */
function isUnique({ facts }: ChosenColumn): boolean {
  return facts.counts.size === facts.values.length;
}

function pickGroup(
  columns: readonly ChosenColumn[],
  grouping: Grouping | undefined,
  questions: Question[],
  answers: Answers,
): ChosenColumn | undefined {
  const column = columns.find(({ position, isChosen }) => position === grouping?.position && isChosen);
  if (grouping === undefined || column === undefined) return undefined;
  const question = askGroupBy(column.name, grouping.largest.lines, answers);
  questions.push(question);
  return question.chosen === column.name ? column : undefined;
}

/** The fullest column of times; one that knows the hour rather than the day. */
function pickTime(free: readonly ChosenColumn[], questions: Question[], answers: Answers): ChosenColumn | undefined {
  const rank = ({ meaning }: ChosenColumn) => (meaning === 'date-time' ? 1 : 0);
  const times = free
    .filter(({ meaning }) => meaning === 'date-time' || meaning === 'date')
    .sort((a, b) => b.facts.texts.length - a.facts.texts.length || rank(b) - rank(a) || a.position - b.position);
  if (times.length < 2) return times[0];
  const names = times.map(({ name }) => name);
  const question = askTimeColumn(names, answers);
  questions.push(question);
  return times.find(({ name }) => name === question.chosen) ?? times[0];
}

function yearOf({ name }: ChosenColumn, { today }: ProposalContext, { questions }: Answers): string {
  const id = `year:${name}`;
  const answered = questions !== undefined && Object.hasOwn(questions, id) ? questions[id] : undefined;
  return answered !== undefined && /^(?:19|20)\d\d$/.test(answered) ? answered : (today?.slice(0, 4) ?? '2000');
}
