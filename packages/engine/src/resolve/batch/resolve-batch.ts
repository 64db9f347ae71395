import { messageKinds } from '@throughline/core/collect/message-kind';
import { setAside } from '@throughline/core/collect/set-aside';
import { homeNode } from '@throughline/core/resolve/home-node';
import type { Identifier } from '@throughline/core/resolve/identifier';
import type { JoinRules } from '@throughline/core/resolve/join-rules';
import { insertSetAside } from '../../collect/intake/intake.sql.js';
import { type Authority, logKind } from '../../collect/intake/log-row.js';
import { storedReasons } from '../../collect/intake/stored-reasons.js';
import { storeRecords } from '../../collect/records/store-records.js';
import { inFlight } from '../../store/postgres/in-flight.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { rowOfReading } from '../project/interaction-row.js';
import { applyGroups } from './apply-groups.js';
import { type AppliedMatches, applyMatches, type Statement } from './apply-matches.js';
import type { BatchContext } from './batch-context.js';
import { type BatchNode, BatchNodes, identifierKey } from './batch-nodes.js';
import { addClaims } from './claims.sql.js';
import type { CodeBook } from './code-book.js';
import { countOnce } from './count-once.js';
import { noteUncounted } from './counted.sql.js';
import { GatheredActivity } from './gather-activity.js';
import { GatheredClaims } from './gather-claims.js';
import { componentsLargerThan, componentsWithRefusals } from './identity.sql.js';
import type { LoggedMessage } from './log.sql.js';
import { insertManifest, insertOverrides, type ManifestRow } from './manifest.sql.js';
import { addActivity, addToPersons } from './persons.sql.js';
import { probeFromDay } from './probe-from-day.js';
import { matchKey, matchOf, type ReadRow, readBatch, type UnreadRow } from './read-batch.js';
import { recountPersons } from './recount-persons.js';
import { refreshIdentities } from './refresh-identities.js';
import { type Rejoined, rejoin } from './rejoin.js';
import { storeNodes } from './settle.js';
import { countMessages } from './source-day.sql.js';

/** Node of what names nobody: counted, never joined. */
export const nobodyNode = 0;

/**
 * Applies log rows (no commands) in one open transaction: duplicates out, identifiers and matches, who is who, claims, counts, and the
 * manifest from which the analytics engine is filled. The caller moves the cursor and commits; until then nothing of it happened.
 */
export async function resolveBatch(ctx: BatchContext, rows: readonly LoggedMessage[]): Promise<void> {
  const once = await countOnce(ctx.client, ctx.workspace, rows, ctx.seenDays, probeFromDay);
  await applyFresh(ctx, once.fresh, { duplicates: once.duplicates, reused: once.reused });
}

/** Applies rows that are known to count. */
export async function applyFresh(
  ctx: BatchContext,
  fresh: readonly LoggedMessage[],
  others: { readonly duplicates: readonly LoggedMessage[]; readonly reused: readonly LoggedMessage[] },
): Promise<void> {
  await inFlight((send) => apply(ctx, send, fresh, others));
}

type Send = (statement: Promise<unknown>) => void;

async function apply(
  ctx: BatchContext,
  send: Send,
  fresh: readonly LoggedMessage[],
  others: { readonly duplicates: readonly LoggedMessage[]; readonly reused: readonly LoggedMessage[] },
): Promise<void> {
  const { client, workspace, rules, book, head } = ctx;
  const { read, unread } = readBatch(fresh, ctx.sources, ctx.ahead);
  const nodes = new BatchNodes();
  const named = read.flatMap((one) => one.named);
  const lookedUp = nodes.lookUp(client, workspace, named, book, head);
  send(lookedUp);
  const said = sayingsOf(read);
  await lookedUp;
  const statements = said.map(({ named, ...saying }): Statement => ({ ...saying, nodes: named.map(nodes.get, nodes) }));
  const applied = await applyMatches(client, workspace, statements, rules, head, ctx.nowMs);
  const rejoined = await rejoin(client, workspace, await couldChange(ctx, applied), nodes, rules, book);
  const stored = storeNodes(ctx, nodes, rejoined);
  send(stored);
  const homes = read.map((one) => ({ read: one, home: homeOf(one, nodes, rules) }));
  const claims = new GatheredClaims();
  for (const { read: one, home } of homes) {
    if (home !== undefined)
      for (const { trait, value } of one.reading.claims) claims.add(home.node, one.row, trait, value);
  }
  send(addClaims(client, workspace, 'node', claims.rows));
  const activity = countActivity(homes, book);
  send(addActivity(client, workspace, activity.rows));
  const members = homes.map(({ read: one, home }) => ({ read: one, home: home?.node ?? nobodyNode }));
  send(applyGroups(client, workspace, members, head, ctx.nowMs));
  const records = read.flatMap(({ row, reading: { record } }) => (record === undefined ? [] : [{ row, record }]));
  send(storeRecords(client, workspace, records));
  writeManifests(ctx, send, fresh, homes, rejoined);
  send(book.store(client));
  // Who is whose must be stored before anything is added up by person.
  await stored;
  refreshPersons(ctx, send, nodes, rejoined, claims, activity);
  send(keepUnread(ctx, unread, others.reused));
  send(noteUncounted(client, workspace, [...others.duplicates, ...others.reused, ...unread.map(({ row }) => row)]));
  send(
    countMessages(client, workspace, {
      stored: read.map((one) => one.row),
      duplicates: others.duplicates,
      interactions: countByImport(homes),
    }),
  );
}

type Home = { readonly read: ReadRow; readonly home: BatchNode | undefined };

function homeOf(one: ReadRow, nodes: BatchNodes, rules: JoinRules): BatchNode | undefined {
  const home = homeNode(
    one.reading.identifiers.map((identifier) => nodes.get(identifier)),
    rules.isBlocked,
    rules,
  );
  return home === undefined ? undefined : nodes.byNumber.get(home.node);
}

type Saying = Omit<Statement, 'nodes'> & { readonly named: readonly Identifier[] };

/** One for all messages that say the same; the earliest time counts. */
function sayingsOf(read: readonly ReadRow[]): readonly Saying[] {
  const sayings = new Map<string, Saying>();
  for (const one of read) {
    if (one.named.length === 0) continue;
    const { row, named } = one;
    const { kind, strength } = matchOf(one);
    const names = named.map(identifierKey).sort().join('\n\n');
    const short = `${row.source}/${row.import}/${kind}/${strength}/${names}`;
    const atMs = row.occurredAt.getTime();
    const known = sayings.get(short);
    if (known !== undefined) {
      known.firstAtMs = Math.min(known.firstAtMs, atMs);
      continue;
    }
    const { source, import: run } = row;
    const key = matchKey({ source, kind, strength, identifiers: named });
    sayings.set(short, { key, source, import: run, kind, strength, firstAtMs: atMs, named });
  }
  return [...sayings.values()];
}

/** The nodes around which who is who could come out differently now. */
async function couldChange(ctx: BatchContext, applied: AppliedMatches): Promise<readonly BatchNode[]> {
  const touched = new Set<BatchNode>();
  for (const { nodes } of applied.added) {
    const alone = nodes.length === 1 ? nodes[0] : undefined;
    if (alone !== undefined && (alone.isNew || !tellsBySeeing(ctx.rules, alone))) continue;
    for (const node of nodes) touched.add(node);
  }
  if (applied.earlier.length > 0) {
    const candidates = applied.earlier.flatMap((statement) => statement.nodes);
    const components = [...new Set(candidates.map((node) => node.component))];
    const contested = await componentsWithRefusals(ctx.client, ctx.workspace, components);
    const { fewestForWindow } = ctx.rules;
    const windowed = Number.isFinite(fewestForWindow)
      ? await componentsLargerThan(ctx.client, ctx.workspace, components, fewestForWindow)
      : contested;
    for (const node of candidates) {
      if (contested.has(node.component) || windowed.has(node.component)) touched.add(node);
    }
  }
  return [...touched];
}

/** Whether it counts for a limit that a source names the identifier, or when. */
function tellsBySeeing(rules: JoinRules, { namespace }: BatchNode): boolean {
  const { limitPerPersonAndSource, limitWithinDays } = rules.ruleOf(namespace);
  return limitPerPersonAndSource !== null || limitWithinDays !== null;
}

function countActivity(homes: readonly Home[], book: CodeBook): GatheredActivity {
  const activity = new GatheredActivity();
  for (const { read, home } of homes) {
    const { interaction } = read.reading;
    if (interaction === undefined || home === undefined || interaction.marks.void) continue;
    activity.add(
      home.node,
      read.row.import,
      read.row.occurredAt.getTime(),
      book.codeOf('channel', interaction.channel),
    );
  }
  return activity;
}

/** One manifest for each import in the batch, so that an import is taken back batch by batch; moves go with the first. */
function writeManifests(
  ctx: BatchContext,
  send: Send,
  fresh: readonly LoggedMessage[],
  homes: readonly Home[],
  rejoined: Rejoined,
): void {
  const byImport = new Map<number, (ManifestRow & { readonly read: ReadRow })[]>();
  for (const { read, home } of homes) {
    const { interaction } = read.reading;
    if (interaction === undefined) continue;
    noteWords(ctx.book, interaction);
    const row = {
      offset: read.row.offset,
      node: home?.node ?? nobodyNode,
      person: home?.person ?? nobodyNode,
      messageLow: Number.parseInt(read.row.message.slice(-8), 16),
      read,
    };
    const rows = byImport.get(read.row.import);
    if (rows === undefined) byImport.set(read.row.import, [row]);
    else rows.push(row);
  }
  if (rejoined.moved.length > 0 && byImport.size === 0) byImport.set(0, []);
  const lo = fresh[0]?.offset ?? 0;
  const hi = fresh.at(-1)?.offset ?? 0;
  let isFirst = true;
  for (const [importNumber, rows] of byImport) {
    const batch = ctx.head.nextBatch++;
    const manifest = { batch, epoch: ctx.head.epoch, lo, hi, import: importNumber, rows };
    send(insertManifest(ctx.client, ctx.workspace, manifest));
    if (isFirst && rejoined.moved.length > 0)
      send(insertOverrides(ctx.client, ctx.workspace, batch, ctx.head.nextVersion++, rejoined.moved));
    handOver(ctx, batch, importNumber, rows);
    isFirst = false;
  }
}

/** Makes the rows while what the messages say is in memory: whoever sends them need not read the log again. */
function handOver(
  { workspace, book, handOver }: BatchContext,
  batch: number,
  run: number,
  rows: readonly (ManifestRow & { readonly read: ReadRow })[],
): void {
  if (handOver === undefined) return;
  const codeOf = book.codeOf.bind(book);
  const made = rows.flatMap(({ read: { row, reading }, node, person }) => {
    const { interaction } = reading;
    if (interaction === undefined) return [];
    return [rowOfReading(row, interaction, codeOf, { workspace, batch, import: run, node, person })];
  });
  handOver(batch, made);
}

/** Gives codes to all words of an interaction now, so that the projector finds each of them in the book. */
function noteWords(book: CodeBook, interaction: NonNullable<ReadRow['reading']['interaction']>): void {
  book.codeOf('name', interaction.name);
  book.codeOf('channel', interaction.channel);
  book.codeOf('touchpoint', interaction.touchpoint);
  book.codeOf('location', interaction.location);
  book.codeOf('reason', interaction.reason);
  book.codeOf('currency', interaction.currency);
}

function refreshPersons(
  ctx: BatchContext,
  send: Send,
  nodes: BatchNodes,
  rejoined: Rejoined,
  claims: GatheredClaims,
  activity: GatheredActivity,
): void {
  const reshaped = new Set(rejoined.persons);
  for (const node of nodes.byNumber.values()) if (node.isNew) reshaped.add(node.person);
  send(recountPersons(ctx.client, ctx.workspace, [...reshaped]));
  const grown = activity.rows.flatMap((row) => {
    const person = nodes.byNumber.get(row.node)?.person;
    return person === undefined || reshaped.has(person) ? [] : [{ ...row, person }];
  });
  send(addToPersons(ctx.client, ctx.workspace, grown));

  const retold = new Set<number>();
  for (const { of } of claims.rows) {
    const person = nodes.byNumber.get(of)?.person;
    if (person !== undefined) retold.add(person);
  }
  for (const { person, was } of rejoined.moved) retold.add(person).add(was);
  for (const person of rejoined.hubPersons) retold.add(person);
  for (const node of nodes.byNumber.values()) {
    if (reshaped.has(node.person) && ctx.rules.isDurable(node)) retold.add(node.person);
  }
  send(refreshIdentities(ctx.client, ctx.workspace, [...retold], ctx.rules, ctx.book));
}

/** Sets aside what could not be read, and what came under an id that was taken. */
export async function keepUnread(
  ctx: BatchContext,
  unread: readonly UnreadRow[],
  reused: readonly LoggedMessage[],
): Promise<void> {
  const rows = [
    ...unread.map(({ row, reason, messageId }) => ({ row, reason, messageId })),
    ...reused.map((row) => ({ row, reason: setAside('message-id.reused'), messageId: null })),
  ];
  for (const { row, reason, messageId } of rows) {
    const { code, values } = reason;
    await insertSetAside(
      ctx.client,
      row.receivedAt,
      [ctx.workspace],
      [
        {
          id: uuidV7(ctx.nowMs),
          source: row.source,
          import: row.import,
          line: null,
          stage: 'resolve',
          code,
          ...storedReasons([{ code, values }]),
          messageId,
          authority: row.authority as Authority,
          envelope: row.envelope ?? envelopeOfCall(row),
          body: Buffer.from(row.body),
        },
      ],
    );
  }
}

/** Of a single call its path said the type, which the body need not repeat; replaying reads it from here. */
function envelopeOfCall(row: LoggedMessage): string | null {
  const type = messageKinds.find((kind) => logKind[kind] === row.kind);
  return type === undefined ? null : JSON.stringify({ type });
}

function countByImport(homes: readonly Home[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { read } of homes) {
    if (read.reading.interaction !== undefined) counts.set(read.row.import, (counts.get(read.row.import) ?? 0) + 1);
  }
  return counts;
}
