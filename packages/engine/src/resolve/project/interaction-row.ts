import { timeFlag } from '@throughline/core/collect/corrected-time';
import { directions, type Interaction, outcomes, precisions } from '@throughline/core/collect/interaction';
import type { MessageKind } from '@throughline/core/collect/message-kind';
import { messageKinds } from '@throughline/core/collect/message-kind';
import { isPlainObject } from '@throughline/core/collect/plain-object';
import { readInteraction } from '@throughline/core/collect/read-interaction';
import type { SourceSettings } from '@throughline/core/collect/source-settings';
import { logKind } from '../../collect/intake/log-row.js';
import type { CodeKind } from '../batch/code-kind.js';
import { copyLine } from './copy-text.js';
import { memberText } from './member-text.js';
import { monthOf } from './month-of.js';
import type { ProjectedMessage } from './projected-message.js';

/** Where a manifest put a message. */
export interface Placed {
  readonly workspace: number;
  readonly batch: number;
  readonly import: number;
  readonly node: number;
  readonly person: number;
}

/** One row for the analytics engine: its line, and what it is sorted and cut by. */
export interface InteractionRow {
  readonly month: number;
  readonly person: number;
  readonly atMs: number;
  readonly batch: number;
  readonly offset: number;
  /** In the order of `interactionsColumns`, as tab-separated text. */
  readonly line: string;
}

/** The code of a word of this workspace; 0 if it has none. */
export type CodeOf = (kind: CodeKind, word: string | undefined) => number;

/**
 * Makes the row of a message. The same message, source, codes and place give the same bytes, whenever and wherever.
 * A message that a later reading no longer takes for an interaction still has its row, bare, since its manifest counts it.
 */
export function interactionRow(
  message: ProjectedMessage,
  source: SourceSettings,
  codeOf: CodeOf,
  placed: Placed,
): InteractionRow {
  return rowOfReading(message, interactionOf(message, source) ?? bareInteraction(source), codeOf, placed);
}

/** The same for a message that was read already. */
export function rowOfReading(
  message: ProjectedMessage,
  interaction: Interaction,
  codeOf: CodeOf,
  placed: Placed,
): InteractionRow {
  const month = monthOf(message.occurredAt, message.receivedAt);
  const { marks, about } = interaction;
  const properties = memberText(message.body, 'properties');
  const line = copyLine([
    placed.workspace,
    placed.person,
    instantText(message.occurredAt),
    placed.node,
    message.message,
    placed.batch,
    placed.import,
    message.source,
    codeOf('name', interaction.name),
    codeOf('channel', interaction.channel),
    codeOf('touchpoint', interaction.touchpoint),
    codeOf('location', interaction.location),
    codeOf('reason', interaction.reason),
    codeOf('currency', interaction.currency),
    directions.indexOf(interaction.direction) + 1,
    interaction.outcome === undefined ? 0 : outcomes.indexOf(interaction.outcome) + 1,
    precisions.indexOf(interaction.precision) + 1,
    (marks.machine ? 1 : 0) | (marks.internal ? 2 : 0) | (marks.test ? 4 : 0) | (marks.void ? 8 : 0),
    about?.kind ?? '',
    about?.id ?? '',
    interaction.value ?? null,
    properties?.startsWith('{') ? properties : '{}',
    instantText(message.receivedAt),
    month,
  ]);
  return {
    month,
    person: placed.person,
    atMs: message.occurredAt.getTime(),
    batch: placed.batch,
    offset: message.offset,
    line,
  };
}

const kindOf = new Map<number, MessageKind>(messageKinds.map((kind) => [logKind[kind], kind]));

function interactionOf(message: ProjectedMessage, source: SourceSettings): Interaction | undefined {
  const kind = kindOf.get(message.kind);
  const body: unknown = JSON.parse(message.body);
  if (kind === undefined || !isPlainObject(body)) return undefined;
  const envelope: unknown = message.envelope === null ? undefined : JSON.parse(message.envelope);
  const precision = (message.timeFlags & timeFlag.dayPrecision) === 0 ? 'instant' : 'day';
  const read = readInteraction(kind, body, isPlainObject(envelope) ? envelope : undefined, source, precision);
  return 'type' in read ? undefined : read;
}

function bareInteraction(source: SourceSettings): Interaction {
  return {
    name: 'Event',
    direction: 'observed',
    precision: 'instant',
    channel: source.channel,
    marks: { machine: false, internal: false, test: false, void: false },
    properties: {},
  };
}

function instantText(at: Date): string {
  const iso = at.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}
