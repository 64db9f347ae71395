import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { IntakeWriter } from '../packages/engine/src/collect/intake/intake-writer.js';
import { authority, type LogRow, logKind } from '../packages/engine/src/collect/intake/log-row.js';
import { contentHash, messageHash } from '../packages/engine/src/collect/intake/message-hash.js';
import { createWorkspace } from '../packages/engine/src/govern/workspaces/create-workspace.js';
import type { Command } from '../packages/engine/src/resolve/commands/command.js';
import { personBranches } from '../packages/engine/src/resolve/interactions/person-branches.sql.js';
import { workspaceTables } from '../packages/engine/src/resolve/interactions/workspace-tables.sql.js';
import { Projector, type ProjectorOptions } from '../packages/engine/src/resolve/project/projector.js';
import { RowsAtHand } from '../packages/engine/src/resolve/project/rows-at-hand.js';
import { Resolver } from '../packages/engine/src/resolve/worker/resolver.js';
import type { Analytics } from '../packages/engine/src/store/analytics/analytics.js';
import { openAnalytics } from '../packages/engine/src/store/analytics/open-analytics.js';
import { migrateAnalytics } from '../packages/engine/src/store/analytics-schema/migrate-analytics.js';
import type { TestDatabase } from './test-postgres.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One row by its owner: `person/message/node/batch/ts/name`, as text that both stores are compared by. */
export type OwnedRow = string;

/** Intake, resolver and a real analytics engine over one test database. */
export class ProjectionWorld {
  readonly pool: pg.Pool;
  readonly database: TestDatabase;
  readonly analytics: Analytics;
  readonly folder: string;
  readonly intake: IntakeWriter;
  readonly resolver: Resolver;
  /** What the resolver made; a projector that is given it sends that. */
  readonly atHand: RowsAtHand;
  readonly #made: Projector[] = [];
  #random: number;

  private constructor(
    database: TestDatabase,
    analytics: Analytics,
    folder: string,
    intake: IntakeWriter,
    resolver: Resolver,
    atHand: RowsAtHand,
    seed: number,
  ) {
    this.database = database;
    this.analytics = analytics;
    this.folder = folder;
    this.intake = intake;
    this.resolver = resolver;
    this.atHand = atHand;
    this.pool = new pg.Pool({ connectionString: database.urls.worker, max: 6 });
    this.#random = seed;
  }

  static async open(database: TestDatabase, seed = 1, batchRows = 40): Promise<ProjectionWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-projection-'));
    const analytics = await openAnalytics({ dataFolder: folder, log: silent });
    await migrateAnalytics(analytics.client());
    const intake = new IntakeWriter({ url: database.urls.intake, now: Date.now, hasRoom: () => true });
    const atHand = new RowsAtHand();
    const resolver = new Resolver({
      url: database.urls.worker,
      atHand,
      owner: randomUUID(),
      log: silent,
      now: Date.now,
      batchRows,
      leaseMs: 30,
    });
    return new ProjectionWorld(database, analytics, folder, intake, resolver, atHand, seed);
  }

  async close(): Promise<void> {
    await this.intake.close();
    await this.resolver.stop();
    for (const projector of this.#made) await projector.stop();
    await this.analytics.stop();
    await this.pool.end();
    await rm(this.folder, { recursive: true, force: true });
    await this.database.drop();
  }

  /** A generator of whole numbers below `below`, the same for the same seed. */
  pick(below: number): number {
    this.#random = (Math.imul(this.#random ^ (this.#random >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return (this.#random >>> 3) % below;
  }

  async workspace(name: string): Promise<number> {
    const client = new pg.Client({ connectionString: this.database.urls.owner });
    await client.connect();
    try {
      const { workspace } = await createWorkspace(
        client,
        { name, country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', language: 'en', weekStartsOn: 1 },
        Date.now(),
      );
      for (const source of [1, 2])
        await client.query(
          `insert into source (workspace, source, id, name, channel, trust, zone, country, currency) values ($1, $2, $3, $4, $5, 50, 'UTC', 'DE', 'EUR')`,
          [workspace, source, randomUUID(), `source ${source}`, source === 1 ? 'web' : 'store'],
        );
      return workspace;
    } finally {
      await client.end();
    }
  }

  projector(options: Partial<ProjectorOptions> = {}): Projector {
    const { pool, analytics } = this;
    const projector = new Projector({
      pool,
      analytics,
      log: silent,
      clock: Date.now,
      gapMs: 0,
      graceMs: 0,
      ...options,
    });
    this.#made.push(projector);
    return projector;
  }

  /** Random messages about few people, so that many are joined later; times fall into a few months of the last eight years. */
  messages(count: number, run = 0): readonly LogRow[] {
    return Array.from({ length: count }, () => this.#message(run));
  }

  async append(workspace: number, rows: readonly LogRow[]): Promise<void> {
    await this.intake.append({ workspace, rows, setAside: [] });
  }

  async command(workspace: number, command: Command): Promise<void> {
    await this.append(workspace, [
      this.#row({ ...command }, logKind.command, 0, 0, authority.decision, JSON.stringify(command)),
    ]);
  }

  /** A random decision about two of the people's addresses. */
  decision(): Command {
    const address = () => ({ namespace: 'email', value: `p${this.pick(14)}@example.com` });
    const a = address();
    let b = address();
    while (b.value === a.value) b = address();
    return { type: 'decide', id: randomUUID(), decision: this.pick(2) === 0 ? 'same' : 'different', a, b, by: 'test' };
  }

  async resolveAll(): Promise<void> {
    while ((await this.resolver.step()) === 'worked');
  }

  /** Steps until nothing is left to do; failures of an engine that comes back are taken up again. */
  async projectAll(projector: Projector): Promise<void> {
    const untilMs = Date.now() + 60_000;
    for (;;) {
      try {
        if ((await projector.step()) === 'idle') return;
      } catch (error) {
        if (Date.now() > untilMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** The slow, obvious answer: manifests that count, the log, and who is who now. */
  async truth(workspace: number): Promise<readonly OwnedRow[]> {
    const manifests = await this.pool.query<{ batch: number; offsets: number[]; nodes: number[] }>(
      `select batch::float8 as batch, offsets::float8[], nodes::float8[] from manifest where workspace = $1 and not superseded and not removes`,
      [workspace],
    );
    const log = await this.pool.query<{ offset: number; message: string; at: Date; body: string }>(
      `select "offset"::float8 as offset, message, occurred_at as at, body from intake where workspace = $1`,
      [workspace],
    );
    const mapping = await this.pool.query<{ node: number; person: number }>(
      'select node::float8 as node, person::float8 as person from node_person where workspace = $1',
      [workspace],
    );
    const persons = new Map(mapping.rows.map((row) => [row.node, row.person]));
    const messages = new Map(log.rows.map((row) => [row.offset, row]));
    return manifests.rows
      .flatMap(({ batch, offsets, nodes }) =>
        offsets.map((offset, index) => {
          const node = nodes[index] ?? 0;
          const message = messages.get(offset);
          if (message === undefined) throw new Error(`offset ${offset} is not in the log`);
          const { event } = JSON.parse(message.body) as { event: string };
          return ownedRow(persons.get(node) ?? 0, message.message, node, batch, message.at.toISOString(), event);
        }),
      )
      .sort();
  }

  /** What the analytics engine answers, through the two branches; rows of nobody are added. */
  async held(workspace: number): Promise<readonly OwnedRow[]> {
    const tables = workspaceTables(workspace);
    const { untouched, touched } = personBranches(tables, ['message', 'node', 'batch', 'ts', 'name']);
    const nobody = `select person, message, node, batch, ts, name from ${tables.interactions} where person = 0`;
    const answer = await this.analytics.client().query({
      query: [untouched, touched, nobody].join('\nunion all\n'),
      query_params: { ...tables.parameters },
      format: 'JSONCompactEachRow',
    });
    const words = await this.pool.query<{ code: number; word: string }>(
      `select code, word from code_word where workspace = $1 and kind = 'name'`,
      [workspace],
    );
    const names = new Map(words.rows.map((row) => [row.code, row.word]));
    return (await answer.json<[string, string, string, string, string, number]>())
      .map(([person, message, node, batch, ts, name]) =>
        ownedRow(person, message, node, batch, `${ts.replace(' ', 'T')}Z`, names.get(name) ?? '?'),
      )
      .sort();
  }

  #message(run: number): LogRow {
    const person = this.pick(14);
    const isIdentify = this.pick(4) === 0;
    const email = this.pick(2) === 0 ? { email: `p${person}@example.com` } : {};
    const phone = this.pick(4) === 0 ? { phone: `+4930123450${10 + this.pick(20)}` } : {};
    const anonymous = this.pick(10) === 0 ? {} : { anonymousId: `a${this.pick(25)}` };
    const user = this.pick(3) === 0 ? { userId: `u${person}` } : {};
    const body = {
      type: isIdentify ? 'identify' : 'track',
      messageId: `m${this.pick(1_000_000)}-${randomUUID()}`,
      ...user,
      ...anonymous,
      ...(isIdentify
        ? { traits: { ...email, ...phone } }
        : {
            event: `Event ${this.pick(9)}`,
            properties: { value: this.pick(100), note: 'tab\t, line\n and "quote" \\', order_id: `o${this.pick(50)}` },
          }),
    };
    if (isIdentify && Object.keys({ ...user, ...anonymous, ...email, ...phone }).length === 0)
      return this.#message(run);
    const kind = isIdentify ? logKind.identify : logKind.track;
    const text = JSON.stringify(body);
    return this.#row(body, kind, 1 + this.pick(2), run, run > 0 ? authority.import : authority.serverKey, text);
  }

  #row(
    body: Record<string, unknown>,
    kind: LogRow['kind'],
    source: number,
    run: number,
    authorityOf: LogRow['authority'],
    text: string,
  ): LogRow {
    return {
      source,
      import: run,
      kind,
      authority: authorityOf,
      message: messageHash(typeof body.messageId === 'string' ? body.messageId : randomUUID()),
      content: contentHash(body),
      occurredAtMs:
        Date.now() - (monthsAgo[this.pick(monthsAgo.length)] ?? 0) * 30 * 86_400_000 - this.pick(86_400_000),
      timeFlags: 0,
      replayed: false,
      envelope: null,
      body: text,
    };
  }
}

/** Few, since each partition of an insert is a part of its own on disk. */
const monthsAgo = [0, 0, 0, 1, 7, 58, 75, 95];

function ownedRow(
  person: number | string,
  message: string,
  node: number | string,
  batch: number | string,
  at: string,
  name: string,
): OwnedRow {
  return [person, message, node, batch, at, name].join('/');
}
