import type { ClientBase } from 'pg';

/** One row of a manifest: which log row became an interaction, of which node, of which person at that time. */
export interface ManifestRow {
  readonly offset: number;
  readonly node: number;
  readonly person: number;
  /** Low 32 bits of the message hash, for the checksum. */
  readonly messageLow: number;
}

export interface Manifest {
  readonly batch: number;
  readonly epoch: number;
  readonly lo: number;
  readonly hi: number;
  readonly import: number;
  readonly rows: readonly ManifestRow[];
  /** All rows of `import` are to be deleted; with `replaces`, all rows of those batches. */
  readonly removes?: boolean;
  readonly replaces?: readonly number[];
}

export async function insertManifest(client: ClientBase, workspace: number, manifest: Manifest): Promise<void> {
  let messageSum = 0;
  let nodeSum = 0;
  for (const row of manifest.rows) {
    messageSum += row.messageLow;
    nodeSum += row.node;
  }
  await client.query({
    name: 'insert-manifest',
    text: `insert into manifest (workspace, batch, epoch, lo, hi, import, offsets, nodes, persons, message_sum, node_sum, removes, replaces)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      workspace,
      manifest.batch,
      manifest.epoch,
      manifest.lo,
      manifest.hi,
      manifest.import,
      manifest.rows.map((row) => row.offset),
      manifest.rows.map((row) => row.node),
      manifest.rows.map((row) => row.person),
      messageSum,
      nodeSum,
      manifest.removes ?? false,
      manifest.replaces ?? [],
    ],
  });
}

export interface OverrideRow {
  readonly node: number;
  readonly person: number;
  readonly was: number;
}

/** Moves of whole nodes; `version` grows with each batch that moves any, so that the newest one counts. */
export async function insertOverrides(
  client: ClientBase,
  workspace: number,
  batch: number,
  version: number,
  rows: readonly OverrideRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'insert-overrides',
    text: `insert into override (workspace, version, batch, node, valid_from, valid_to, person, was)
      select $1, $2, $3, n, '-infinity', 'infinity', p, w from unnest($4::bigint[], $5::bigint[], $6::bigint[]) as t(n, p, w)`,
    values: [
      workspace,
      version,
      batch,
      rows.map((row) => row.node),
      rows.map((row) => row.person),
      rows.map((row) => row.was),
    ],
  });
}
