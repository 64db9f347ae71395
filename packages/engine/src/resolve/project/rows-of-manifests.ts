import type { SourceSettings } from '@throughline/core/collect/source-settings';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { readArchivedRowsAt } from '../archive/read-archived-rows.js';
import { readSources } from '../batch/source-book.sql.js';
import { SourceReadings } from '../batch/source-readings.js';
import { type InteractionRow, interactionRow } from './interaction-row.js';
import type { ProjectContext } from './project-context.js';
import type { ProjectedMessage } from './projected-message.js';
import type { ProjectedWords } from './projected-words.js';
import { readMessages, type SentManifest } from './sent-manifests.sql.js';

/** The person a row is written with; by default the one of its manifest. */
export type PersonOf = (node: number, atMs: number, person: number) => number;

export interface RowChoices {
  readonly personOf?: PersonOf;
  /** Rows that need not be made, by batch. */
  readonly made?: ReadonlyMap<number, readonly InteractionRow[]>;
}

/** The rows of manifests, made from the log and its archive. Superseded manifests and those that remove have none. */
export async function rowsOfManifests(
  ctx: ProjectContext,
  manifests: readonly SentManifest[],
  words: ProjectedWords,
  { personOf = (_node, _atMs, person) => person, made = new Map() }: RowChoices = {},
): Promise<readonly InteractionRow[]> {
  const offsets = manifests.flatMap((manifest) => (made.has(manifest.batch) ? [] : manifest.offsets));
  if (offsets.length === 0) return manifests.flatMap(({ batch }) => made.get(batch) ?? []);
  await words.refresh(ctx.client, ctx.workspace);
  const sources = await sourceSettings(ctx);
  const messages = await messagesAt(ctx, offsets);
  const rows: InteractionRow[] = [];
  for (const { batch, import: run, offsets: own, nodes, persons } of manifests) {
    const ready = made.get(batch);
    if (ready !== undefined) {
      for (const row of ready) rows.push(row);
      continue;
    }
    own.forEach((offset, index) => {
      const message = messages.get(offset);
      const source = message === undefined ? undefined : sources(message.source, offset);
      if (message === undefined || source === undefined) throw logMissing(ctx.workspace, offset);
      const node = nodes[index] ?? 0;
      const person = personOf(node, message.occurredAt.getTime(), persons[index] ?? 0);
      const placed = { workspace: ctx.workspace, batch, import: run, node, person };
      rows.push(interactionRow(message, source, words.codeOf, placed));
    });
  }
  return rows;
}

async function messagesAt(
  ctx: ProjectContext,
  offsets: readonly number[],
): Promise<ReadonlyMap<number, ProjectedMessage>> {
  const inLog = await readMessages(ctx.client, ctx.workspace, offsets);
  const { archive, client, engine } = ctx;
  const missing = archive === undefined ? [] : offsets.filter((offset) => !inLog.has(offset));
  if (archive === undefined || missing.length === 0) return inLog;
  const messages = new Map(inLog);
  for await (const slice of readArchivedRowsAt({ ...archive, client, engine }, ctx.workspace, missing))
    for (const row of slice) messages.set(row.offset, row);
  return messages;
}

/**
 * How a source was set when the message at an offset was read. The kind of key says whom a message may join, and nothing about its
 * interaction.
 */
async function sourceSettings(
  ctx: ProjectContext,
): Promise<(source: number, offset: number) => SourceSettings | undefined> {
  const now = new Map((await readSources(ctx.client, ctx.workspace)).map((source) => [source.source, source]));
  const readings = await SourceReadings.read(ctx.client, ctx.workspace);
  const known = new Map<object, SourceSettings>();
  return (source, offset) => {
    const held = readings.at(source, offset) ?? now.get(source);
    if (held === undefined) return undefined;
    const settings = known.get(held) ?? { ...held, keyKind: 'server' };
    known.set(held, settings);
    return settings;
  };
}

const logMissing = (workspace: number, offset: number): ThroughlineError =>
  new ThroughlineError(
    'projection.log-missing',
    `message ${offset} of workspace ${workspace} is in a manifest but neither in the log nor in its archive; restore the log's day from a backup`,
  );
