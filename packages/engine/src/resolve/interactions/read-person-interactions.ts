import type { ClickHouseClient } from '@clickhouse/client';
import type { Interaction, Marks } from '@throughline/core/collect/interaction';
import { directions, outcomes, precisions } from '@throughline/core/collect/interaction';
import type { ClientBase } from 'pg';
import { codeKinds, personInteractionsSql, type StoredInteraction } from './person-interactions.sql.js';
import { readChannelCode, readWords } from './words.sql.js';
import { workspaceTables } from './workspace-tables.sql.js';

export interface PersonInteraction extends Omit<Interaction, 'properties' | 'marks'> {
  /** 128-bit hash of the message id, as a UUID text. */
  readonly message: string;
  readonly at: string;
  readonly receivedAt: string;
  /** Number of the source. */
  readonly source: number;
  readonly marks: Marks;
  /** JSON text, as it was sent. */
  readonly properties: string;
}

/** Where a page ended. */
export interface InteractionsCursor {
  readonly at: string;
  readonly message: string;
}

export interface PersonInteractionsQuery {
  /** Number of the person's anchor. */
  readonly person: number;
  readonly limit: number;
  readonly before?: InteractionsCursor;
  /** Name of a channel. */
  readonly channel?: string;
}

/**
 * A page of what happened with a person, newest first; `next` is the cursor of the following page. Voided interactions are among them, marked.
 * `client` is a connection in the workspace, for its words. As of what is in the analytics engine, see `projectionLag`.
 */
export async function readPersonInteractions(
  analytics: { client(): ClickHouseClient },
  client: ClientBase,
  workspace: number,
  query: PersonInteractionsQuery,
): Promise<{ readonly items: readonly PersonInteraction[]; readonly next: InteractionsCursor | undefined }> {
  const channel = query.channel === undefined ? 0 : await readChannelCode(client, workspace, query.channel);
  if (channel === undefined) return { items: [], next: undefined };
  const tables = workspaceTables(workspace);
  const answer = await analytics.client().query({
    query: personInteractionsSql(tables, { before: query.before !== undefined, channel: channel !== 0 }),
    query_params: {
      ...tables.parameters,
      person: query.person,
      limit: query.limit + 1,
      channel,
      ...(query.before && { at: engineTime(query.before.at), message: query.before.message }),
    },
    format: 'JSONEachRow',
  });
  const found = await answer.json<StoredInteraction>();
  const page = found.slice(0, query.limit);
  const words = await readWords(
    client,
    workspace,
    codeKinds.flatMap((kind) =>
      [...new Set(page.map((row) => row[kind]))].filter((code) => code > 0).map((code) => [kind, code] as const),
    ),
  );
  const items = page.map((row) => inWords(row, words));
  const last = items.at(-1);
  return {
    items,
    next: found.length > page.length && last !== undefined ? { at: last.at, message: last.message } : undefined,
  };
}

function inWords(row: StoredInteraction, words: ReadonlyMap<string, string>): PersonInteraction {
  const word = (kind: (typeof codeKinds)[number]): string | undefined =>
    row[kind] === 0 ? undefined : words.get(`${kind}/${row[kind]}`);
  const [touchpoint, location, reason, currency] = [
    word('touchpoint'),
    word('location'),
    word('reason'),
    word('currency'),
  ];
  const outcome = outcomes[row.outcome - 1];
  return {
    message: row.message,
    at: isoTime(row.at),
    receivedAt: isoTime(row.receivedAt),
    source: row.source,
    name: word('name') ?? 'other',
    channel: word('channel') ?? 'other',
    direction: directions[row.direction - 1] ?? 'observed',
    precision: precisions[row.precision - 1] ?? 'instant',
    ...(touchpoint !== undefined && { touchpoint }),
    ...(row.aboutKind !== '' && { about: { kind: row.aboutKind, id: row.aboutId } }),
    ...(reason !== undefined && { reason }),
    ...(outcome !== undefined && { outcome }),
    ...(location !== undefined && { location }),
    ...(row.value !== null && { value: row.value }),
    ...(currency !== undefined && { currency }),
    marks: {
      machine: (row.marks & 1) !== 0,
      internal: (row.marks & 2) !== 0,
      test: (row.marks & 4) !== 0,
      void: (row.marks & 8) !== 0,
    },
    properties: row.properties,
  };
}

const isoTime = (text: string): string => `${text.replace(' ', 'T')}Z`;
const engineTime = (iso: string): string => iso.replace('T', ' ').replace('Z', '');
