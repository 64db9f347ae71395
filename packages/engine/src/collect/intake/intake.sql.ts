import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { SetAsideRow } from './log-row.js';

/** Takes `count` offsets of a workspace; its head row stays locked until commit, so offsets are dense and commit-ordered. */
export async function takeOffsets(client: ClientBase, workspace: number, count: number): Promise<bigint> {
  const taken = await client.query<{ first: string }>({
    name: 'take-offsets',
    text: `update intake_head set next_offset = next_offset + $2 where workspace = $1 returning next_offset - $2 as first`,
    values: [workspace, count],
  });
  const first = taken.rows[0]?.first;
  if (first === undefined) throw new Error(`workspace ${workspace} has no log head`);
  return BigInt(first);
}

const columns =
  'workspace, "offset", received_day, received_at, source, import, kind, authority, message, content, occurred_at, time_flags, intake_version, replayed, envelope, body';

/** Appends lines in COPY text format to the log partition of one receive day (`YYYYMMDD`). */
export async function copyIntoLog(client: ClientBase, day: string, chunks: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy intake_${day} (${columns}) from stdin`));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
  });
}

export async function ensureLogDay(client: ClientBase, day: string): Promise<void> {
  await client.query('select ensure_log_day($1::date)', [day]);
}

/** `rows[i]` belongs to `workspaces[i]`. */
export async function insertSetAside(
  client: ClientBase,
  receivedAt: Date,
  workspaces: readonly number[],
  rows: readonly SetAsideRow[],
): Promise<void> {
  await client.query({
    name: 'insert-set-aside',
    text: `insert into set_aside (workspace, id, received_at, source, import, line, stage, code, reason, message_id, authority, envelope, body)
      select w, i, $1, s, im, l, st, c, r, m, a, e, b
      from unnest($2::integer[], $3::uuid[], $4::integer[], $5::integer[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::smallint[], $12::text[], $13::bytea[])
        as t(w, i, s, im, l, st, c, r, m, a, e, b)`,
    values: [
      receivedAt,
      workspaces,
      rows.map((row) => row.id),
      rows.map((row) => row.source),
      rows.map((row) => row.import),
      rows.map((row) => row.line),
      rows.map((row) => row.stage),
      rows.map((row) => row.code),
      rows.map((row) => row.reason),
      rows.map((row) => row.messageId),
      rows.map((row) => row.authority),
      rows.map((row) => row.envelope),
      rows.map((row) => Buffer.from(row.body.buffer, row.body.byteOffset, row.body.byteLength)),
    ],
  });
}
