import { amountText, readAmount } from './amount.js';
import { channelName } from './channel.js';
import { identifierFault, identifierText } from './identifier-text.js';
import {
  type About,
  type Direction,
  directions,
  type Interaction,
  type Marks,
  markNames,
  type Outcome,
  outcomes,
  type Precision,
  precisions,
} from './interaction.js';
import { isPlainObject, type PlainObject } from './plain-object.js';
import { type SetAside, setAside } from './set-aside.js';
import type { SetAsideCode } from './set-aside-reason.js';

/** What the sender said about an interaction in `context.interaction`; every field may be missing. */
export interface DeclaredInteraction extends Partial<Omit<Interaction, 'name' | 'properties' | 'marks'>> {
  readonly type: 'declared';
  readonly marks: Partial<Marks>;
}

const longestText = 200;
const nothingDeclared: DeclaredInteraction = { type: 'declared', marks: {} };

/** Reads `context.interaction`, our addition to the tracking API. Null counts as missing; a wrong value is set aside, never guessed. */
export function declaredInteraction(raw: unknown): DeclaredInteraction | SetAside {
  if (raw === undefined || raw === null) return nothingDeclared;
  if (!isPlainObject(raw)) return setAside('interaction.field-invalid', { field: 'context.interaction' });
  const declared: Draft = { type: 'declared', marks: {} };
  for (const read of readers) {
    const fault = read(raw, declared);
    if (fault !== undefined) return fault;
  }
  return declared;
}

type Draft = { -readonly [Name in keyof DeclaredInteraction]: DeclaredInteraction[Name] };
type Reader = (raw: PlainObject, draft: Draft) => SetAside | undefined;

const readers: readonly Reader[] = [
  oneOf<Direction>('direction', directions, 'interaction.direction-unknown'),
  oneOf<Precision>('precision', precisions, 'interaction.precision-unknown'),
  oneOf<Outcome>('outcome', outcomes, 'interaction.outcome-unknown'),
  shortText('touchpoint'),
  shortText('reason'),
  shortText('location'),
  readChannel,
  readAbout,
  readValue,
  readCurrency,
  readMarks,
];

function oneOf<Choice extends string>(
  field: 'direction' | 'precision' | 'outcome',
  choices: readonly Choice[],
  code: SetAsideCode,
): Reader {
  return (raw, draft) => {
    const value = raw[field];
    if (isAbsent(value)) return undefined;
    const choice = choices.find((one) => one === value);
    if (choice === undefined) return setAside(code, { value: value, choices: choices.join(', ') });
    Object.assign(draft, { [field]: choice });
    return undefined;
  };
}

function shortText(field: 'touchpoint' | 'reason' | 'location'): Reader {
  return (raw, draft) => {
    const value = raw[field];
    if (isAbsent(value)) return undefined;
    const text = identifierFault(value) === undefined ? identifierText(value) : undefined;
    if (text === undefined || text.length > longestText) return setAside('interaction.field-invalid', { field });
    draft[field] = text;
    return undefined;
  };
}

function readChannel(raw: PlainObject, draft: Draft): SetAside | undefined {
  if (isAbsent(raw.channel)) return undefined;
  const channel = channelName(raw.channel);
  if (channel === undefined) return setAside('interaction.channel-invalid', { value: raw.channel });
  draft.channel = channel;
  return undefined;
}

function readAbout(raw: PlainObject, draft: Draft): SetAside | undefined {
  if (isAbsent(raw.about)) return undefined;
  const about = aboutOf(raw.about);
  if (about === undefined) return setAside('interaction.about-invalid');
  draft.about = about;
  return undefined;
}

function aboutOf(raw: unknown): About | undefined {
  if (!isPlainObject(raw) || identifierFault(raw.id) !== undefined) return undefined;
  const kind = channelName(raw.kind);
  const id = identifierText(raw.id);
  return kind === undefined || id === undefined || id.length > longestText ? undefined : { kind, id };
}

function readValue(raw: PlainObject, draft: Draft): SetAside | undefined {
  if (isAbsent(raw.value)) return undefined;
  const micros = readAmount(raw.value);
  if (micros === undefined) return setAside('interaction.value-unreadable');
  draft.value = amountText(micros);
  return undefined;
}

function readCurrency(raw: PlainObject, draft: Draft): SetAside | undefined {
  if (isAbsent(raw.currency)) return undefined;
  const currency = currencyCode(raw.currency);
  if (currency === undefined) return setAside('interaction.currency-unknown', { value: raw.currency });
  draft.currency = currency;
  return undefined;
}

/** Three letters, in capitals; whether such a currency exists is not asked. */
export function currencyCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : undefined;
}

function readMarks(raw: PlainObject, draft: Draft): SetAside | undefined {
  if (isAbsent(raw.marks)) return undefined;
  if (!isPlainObject(raw.marks)) return setAside('interaction.field-invalid', { field: 'marks' });
  for (const name of Object.keys(raw.marks)) {
    const mark = markNames.find((one) => one === name);
    const value = raw.marks[name];
    if (mark === undefined || typeof value !== 'boolean') {
      return setAside('interaction.mark-unknown', { value: name, choices: markNames.join(', ') });
    }
    draft.marks = { ...draft.marks, [mark]: value };
  }
  return undefined;
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
