import { randomUUID } from 'node:crypto';
import { singleItem } from '@throughline/core/collect/json-items';
import { canonicalJson } from '@throughline/core/resolve/canonical-json';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { Client } from 'pg';
import type { IntakeWriter } from '../../packages/engine/src/collect/intake/intake-writer.js';
import { authority, type LogRow, logKind } from '../../packages/engine/src/collect/intake/log-row.js';
import { contentHash, messageHash } from '../../packages/engine/src/collect/intake/message-hash.js';
import { receiveMessages } from '../../packages/engine/src/collect/intake/receive-messages.js';
import { createWorkspace } from '../../packages/engine/src/govern/workspaces/create-workspace.js';
import type { Command } from '../../packages/engine/src/resolve/commands/command.js';
import { byIdentifiers, type ComparablePerson, trustOf } from './expected-persons.js';
import { type Input, type Message, sourceIdOf } from './identity-world.js';

/** One thing that arrives; `import` says under which import, which is not always the first that brought it. */
export type Delivery =
  | { readonly type: 'message'; readonly message: Message; readonly import: number }
  | { readonly type: 'command'; readonly command: Command; readonly atMs: number };

/** A workspace with three sources and three imports of a test's own. */
export class IdentityWorkspace {
  readonly workspace: number;
  readonly admin: Client;
  readonly intake: IntakeWriter;

  private constructor(workspace: number, admin: Client, intake: IntakeWriter) {
    this.workspace = workspace;
    this.admin = admin;
    this.intake = intake;
  }

  /** Version `n` of the rules is `ruleSets[n - 1]`; version 1 is in force. */
  static async create(
    admin: Client,
    intake: IntakeWriter,
    ruleSets: readonly RuleSet[],
    inForce = 1,
  ): Promise<IdentityWorkspace> {
    const settings = { country: 'DE', zone: 'Europe/Berlin', currency: 'EUR', language: 'en', weekStartsOn: 1 };
    const name = `w-${randomUUID()}`;
    const { workspace } = await createWorkspace(admin, { name, ...settings }, Date.now());
    for (const [source, trust] of Object.entries(trustOf)) {
      await admin.query(
        `insert into source (workspace, source, id, name, channel, trust, zone, country, currency)
         values ($1, $2, $3, $4, 'web', $5, 'Europe/Berlin', 'DE', 'EUR')`,
        [workspace, source, sourceIdOf(Number(source)), `source ${source}`, trust],
      );
    }
    for (const run of [1, 2, 3]) {
      await admin.query(
        `insert into import_run (workspace, import, id, source, file_name, mapping, state, created_by)
         values ($1, $2, $3, 2, 'file.csv', '', 'running', 'test')`,
        [workspace, run, randomUUID()],
      );
    }
    for (const [at, document] of ruleSets.entries()) {
      await admin.query(`insert into rule_set (workspace, version, document, created_by) values ($1, $2, $3, 'test')`, [
        workspace,
        at + 1,
        JSON.stringify(document),
      ]);
    }
    await admin.query('update resolve_head set rule_version = $2 where workspace = $1', [workspace, inForce]);
    return new IdentityWorkspace(workspace, admin, intake);
  }

  /** One request: resolves when it is on disk. */
  async append(deliveries: readonly Delivery[]): Promise<void> {
    await this.intake.append({ workspace: this.workspace, rows: deliveries.flatMap(rowsOf), setAside: [] });
  }

  /** Sends everything in requests of random size, some of them at once. */
  async appendInCuts(deliveries: readonly Delivery[], random: () => number): Promise<void> {
    let at = 0;
    let open: Promise<void>[] = [];
    while (at < deliveries.length) {
      const size = 1 + Math.floor(random() * 6);
      open.push(this.append(deliveries.slice(at, at + size)));
      at += size;
      if (random() < 0.7) {
        await Promise.all(open);
        open = [];
      }
    }
    await Promise.all(open);
  }

  async owner(): Promise<string | null> {
    const read = await this.admin.query<{ owner: string | null }>(
      `select owner from consumer where workspace = $1 and name = 'resolve'`,
      [this.workspace],
    );
    return read.rows[0]?.owner ?? null;
  }

  /** A match of messages that no other import says too: the `nth` of them, round about. */
  async someMatch(nth: number): Promise<{ readonly id: string; readonly key: string } | undefined> {
    const read = await this.admin.query<{ id: string; key: string }>(
      `select id, encode(key, 'hex') as key from match m
       where workspace = $1 and kind <= 2 and cardinality(nodes) > 1
         and not exists (select from match o where o.workspace = $1 and o.key = m.key and o.import <> m.import)
       order by key`,
      [this.workspace],
    );
    return read.rows[nth % Math.max(1, read.rows.length)];
  }

  async fence(): Promise<number> {
    const read = await this.admin.query<{ fence: string }>(
      `select fence from consumer where workspace = $1 and name = 'resolve'`,
      [this.workspace],
    );
    return Number(read.rows[0]?.fence);
  }

  async rowsInManifests(): Promise<number> {
    const read = await this.admin.query<{ rows: number }>(
      `select coalesce(sum(cardinality(offsets)), 0)::float8 as rows from manifest where workspace = $1 and not superseded`,
      [this.workspace],
    );
    return read.rows[0]?.rows ?? Number.NaN;
  }

  async isResolved(): Promise<boolean> {
    const read = await this.admin.query<{ behind: string }>(
      `select h.next_offset - 1 - c."offset" as behind from intake_head h join consumer c using (workspace)
       where h.workspace = $1 and c.name = 'resolve'`,
      [this.workspace],
    );
    return read.rows[0]?.behind === '0';
  }

  async persons(): Promise<readonly ComparablePerson[]> {
    const read = await this.admin.query<Omit<ComparablePerson, 'golden'> & { golden: unknown }>(
      `select array_agg(n.name || '=' || i.value order by (n.name || '=' || i.value) collate "C") as identifiers,
         p.recognised, p.name, p.golden, p.interactions::float8 as interactions
       from person p
       left join node_person np using (workspace, person)
       left join identifier i using (workspace, node)
       left join namespace n on n.workspace = i.workspace and n.code = i.namespace
       where p.workspace = $1
       group by p.workspace, p.person`,
      [this.workspace],
    );
    return read.rows.map((row) => ({ ...row, golden: canonicalJson(row.golden as never) })).sort(byIdentifiers);
  }

  /** Refused joins as `key a b`, one for all records that say the same. */
  async refused(): Promise<readonly string[]> {
    const read = await this.admin.query<{ refused: string }>(
      `select distinct encode(m.key, 'hex') || ' ' || na.name || '=' || a.value || ' ' || nb.name || '=' || b.value as refused
       from refused_join r
       join match m using (workspace, match)
       join identifier a on a.workspace = r.workspace and a.node = r.a
       join namespace na on na.workspace = r.workspace and na.code = a.namespace
       join identifier b on b.workspace = r.workspace and b.node = r.b
       join namespace nb on nb.workspace = r.workspace and nb.code = b.namespace
       where r.workspace = $1`,
      [this.workspace],
    );
    return read.rows.map((row) => row.refused).sort();
  }

  /** received = stored + duplicates + set aside, as the difference of both sides. */
  async ledgerDifference(): Promise<number> {
    const read = await this.admin.query<{ difference: number }>(
      `select ((select count(*) from intake where workspace = $1 and kind <> 9)
         - (select coalesce(sum(stored + duplicates), 0) from source_day where workspace = $1)
         - (select count(*) from set_aside where workspace = $1 and stage = 'resolve'))::float8 as difference`,
      [this.workspace],
    );
    return read.rows[0]?.difference ?? Number.NaN;
  }

  /**
   * Rows of manifests whose person, followed through the newest override of their node, is not the one the node belongs to now: what the
   * analytics engine would show wrong.
   */
  async misplacedRows(): Promise<number> {
    const read = await this.admin.query<{ misplaced: number }>(
      `select count(*)::float8 as misplaced
       from manifest m
       cross join lateral unnest(m.nodes, m.persons) as row(node, person)
       left join lateral (
         select o.person from override o where o.workspace = m.workspace and o.node = row.node and o.batch > m.batch
         order by o.version desc limit 1
       ) moved on true
       left join node_person now on now.workspace = m.workspace and now.node = row.node
       where m.workspace = $1 and not m.superseded and row.node <> 0
         and coalesce(moved.person, row.person) is distinct from now.person`,
      [this.workspace],
    );
    return read.rows[0]?.misplaced ?? Number.NaN;
  }
}

/** What arrives for these inputs: each once, some again, some of the first import also in the second. The same for each order. */
export function deliveriesOf(inputs: readonly Input[], random: () => number): readonly Delivery[] {
  return inputs.flatMap((one): Delivery[] => {
    const again = random() < 0.25;
    const elsewhere = random() < 0.35;
    if (one.type === 'decide') {
      const { id, decision, a, b, atMs } = one;
      const delivery: Delivery = { type: 'command', command: { type: 'decide', id, decision, a, b, by: 'test' }, atMs };
      return again ? [delivery, delivery] : [delivery];
    }
    if (one.type === 'settle') {
      const { id, on, trait, value, atMs } = one;
      const command: Command = { type: 'settle-trait', id, on, trait, value, by: 'test', note: 'asked her' };
      const delivery: Delivery = { type: 'command', command, atMs };
      return again ? [delivery, delivery] : [delivery];
    }
    const delivery: Delivery = { type: 'message', message: one, import: one.import };
    const other: Delivery[] = one.import !== 0 && elsewhere ? [{ ...delivery, import: 3 - one.import }] : [];
    return [delivery, ...(again ? [delivery] : []), ...other];
  });
}

function rowsOf(delivery: Delivery): readonly LogRow[] {
  if (delivery.type === 'command') return [commandRow(delivery.command, delivery.atMs)];
  const { message } = delivery;
  const read = singleItem(JSON.stringify(bodyOf(message)));
  if (read.type !== 'items') throw new Error('a generated message cannot be read');
  const received = receiveMessages(read.items, {
    source: message.source,
    zone: 'Europe/Berlin',
    authority: message.isPublic ? authority.publicKey : delivery.import === 0 ? authority.serverKey : authority.import,
    import: delivery.import,
    receivedAtMs: Date.now(),
  });
  if (received.setAside.length > 0) throw new Error(`set aside: ${received.setAside[0]?.reason}`);
  return received.rows;
}

function commandRow(command: Command, atMs: number): LogRow {
  return {
    source: 0,
    import: 0,
    kind: logKind.command,
    authority: authority.decision,
    message: messageHash(randomUUID()),
    content: contentHash(command),
    occurredAtMs: atMs,
    timeFlags: 0,
    replayed: false,
    envelope: null,
    body: JSON.stringify(command),
  };
}

/** As a Segment client sends it: what nobody said is missing. */
function bodyOf(message: Message): object {
  const sent = { messageId: message.id, type: message.type, timestamp: new Date(message.atMs).toISOString() };
  if (message.type === 'alias') return { ...sent, previousId: message.previous, userId: message.user };
  const { user, anonymous, email, card, phone } = message.named;
  const contact = { email, phone };
  const externalIds = card === undefined ? undefined : [{ type: 'loyalty_card', id: card }];
  const who = { ...sent, userId: user, anonymousId: anonymous };
  switch (message.type) {
    case 'identify':
      return { ...who, traits: { ...message.traits, ...contact }, context: { externalIds } };
    case 'track':
      return {
        ...who,
        event: 'Ordered',
        context: { externalIds, traits: contact, interaction: { channel: message.channel } },
      };
    case 'group':
      return {
        ...who,
        groupId: message.group,
        traits: { size: message.size },
        context: { externalIds, traits: contact },
      };
  }
}
