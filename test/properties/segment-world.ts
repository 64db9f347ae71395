import type { ClickHouseClient } from '@clickhouse/client';
import type { Client } from 'pg';
import {
  type GeneratedWorld,
  sourceIds,
} from '../../packages/core/src/understand/segments/segment-cases.generated-cases.js';
import { insertInteractions, insertNodeOverrides } from '../../packages/engine/src/resolve/project/insert-rows.sql.js';
import { rowOfReading } from '../../packages/engine/src/resolve/project/interaction-row.js';

/** Writes a generated world into both stores, as resolver and projector would; the number of its workspace. */
export async function storeWorld(owner: Client, engine: ClickHouseClient, world: GeneratedWorld): Promise<number> {
  const made = await owner.query<{ workspace: number }>(
    `insert into workspace (id, slug, name, zone, week_starts_on)
     values (gen_random_uuid(), 'w' || substr(md5(random()::text), 1, 20), 'Generated', $1, $2)
     returning workspace`,
    [world.zone, world.weekStartsOn],
  );
  const workspace = made.rows[0]?.workspace ?? 0;
  for (const [index, id] of sourceIds.entries())
    await owner.query(
      `insert into source (workspace, source, id, name, channel, zone, country, currency)
       values ($1, $2, $3, $4, 'web', 'UTC', 'DE', 'EUR')`,
      [workspace, index + 1, id, `Source ${index}`],
    );
  for (const [index, { recognised, traits }] of world.persons.entries()) {
    const golden = Object.entries(traits).map(([trait, value]) => ({ trait, value }));
    await owner.query('insert into person (workspace, person, recognised, golden) values ($1, $2, $3, $4)', [
      ...[workspace, index + 1, recognised, JSON.stringify(golden)],
    ]);
  }
  await insertInteractions(engine, await rowsOf(owner, workspace, world), `world ${workspace}`);
  await insertNodeOverrides(engine, workspace, overridesOf(world), `moves ${workspace}`);
  return workspace;
}

async function rowsOf(owner: Client, workspace: number, world: GeneratedWorld): Promise<readonly string[]> {
  const codes = new Map<string, number>();
  const codeOf = (kind: string, word: string | undefined): number => {
    // What shares a code with everything beyond the limit.
    if (word === undefined || (kind === 'name' && word === 'other')) return 0;
    const known = codes.get(`${kind}/${word}`) ?? codes.size + 1;
    codes.set(`${kind}/${word}`, known);
    return known;
  };
  const lines = world.interactions.map((one, offset) => {
    const { atMs, node, source, properties, aboutKind, message, ...said } = one;
    const interaction = {
      ...said,
      properties: {},
      ...(aboutKind === undefined ? {} : { about: { kind: aboutKind, id: '1' } }),
    };
    return rowOfReading(
      {
        ...{ offset, receivedAt: new Date(world.momentMs), source: sourceIds.indexOf(source) + 1, kind: 3, message },
        ...{ occurredAt: new Date(atMs), timeFlags: 0, envelope: null, body: `{"properties":${properties}}` },
      },
      interaction,
      codeOf,
      { workspace, batch: 1, import: 0, node: node + 1, person: world.nodes[node]?.person ?? 0 },
    ).line;
  });
  for (const [key, code] of codes) {
    const [kind = '', ...word] = key.split('/');
    await owner.query('insert into code_word (workspace, kind, code, word) values ($1, $2, $3, $4)', [
      ...[workspace, kind, code, word.join('/')],
    ]);
  }
  return lines;
}

function overridesOf({ nodes }: GeneratedWorld) {
  return nodes.flatMap(({ person: first, moves }, node) =>
    moves.map(({ fromMs, toMs, person }, index) => ({
      ...{ version: index + 1, batch: 1, node: node + 1, validFromMs: fromMs, validToMs: toMs, person },
      was: moves[index - 1]?.person ?? first,
    })),
  );
}
