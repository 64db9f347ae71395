import type { ClientBase } from 'pg';
import type { ProjectedMessage } from './projected-message.js';

export interface SentManifest {
  readonly batch: number;
  readonly import: number;
  readonly removes: boolean;
  readonly superseded: boolean;
  /** What a manifest that removes takes out: these batches; empty: its import. */
  readonly replaces: readonly number[];
  readonly offsets: readonly number[];
  readonly nodes: readonly number[];
  readonly persons: readonly number[];
}

const columns = `batch::float8 as batch, import, removes, superseded, replaces::float8[] as replaces,
  case when superseded then '{}' else offsets::float8[] end as offsets,
  case when superseded then '{}' else nodes::float8[] end as nodes,
  case when superseded then '{}' else persons::float8[] end as persons`;

/** The manifests of batches `lo` to `hi`, in order, at most `limit`. */
export async function readManifests(
  client: ClientBase,
  workspace: number,
  lo: number,
  hi: number,
  limit: number,
): Promise<readonly SentManifest[]> {
  const read = await client.query<SentManifest>({
    name: 'read-manifests',
    text: `select ${columns} from manifest where workspace = $1 and batch between $2 and $3 order by batch limit $4`,
    values: [workspace, lo, hi, limit],
  });
  return read.rows;
}

const messageColumns = `"offset"::float8 as "offset", received_at as "receivedAt", source, kind, message, occurred_at as "occurredAt",
  time_flags as "timeFlags", envelope, body`;

/**
 * The log rows at these offsets (and perhaps others between them). A range where offsets lie close, since looking up each one probes
 * every receive day's partition.
 */
export async function readMessages(
  client: ClientBase,
  workspace: number,
  offsets: readonly number[],
): Promise<ReadonlyMap<number, ProjectedMessage>> {
  let lo = Number.POSITIVE_INFINITY;
  let hi = 0;
  for (const offset of offsets) {
    if (offset < lo) lo = offset;
    if (offset > hi) hi = offset;
  }
  const isDense = hi - lo < offsets.length * 2 + 100;
  const read = await client.query<ProjectedMessage>(
    isDense
      ? {
          name: 'read-messages-between',
          text: `select ${messageColumns} from intake where workspace = $1 and "offset" between $2 and $3`,
          values: [workspace, lo, hi],
        }
      : {
          name: 'read-messages-at',
          text: `select ${messageColumns} from intake where workspace = $1 and "offset" = any($2::bigint[])`,
          values: [workspace, offsets],
        },
  );
  return new Map(read.rows.map((row) => [row.offset, row]));
}

export interface SentOverride {
  readonly version: number;
  readonly batch: number;
  readonly node: number;
  /** Undefined for the beginning of time, and for its end. */
  readonly validFromMs: number | null;
  readonly validToMs: number | null;
  readonly person: number;
  readonly was: number;
}

const overrideColumns = `version::float8 as version, batch::float8 as batch, node::float8 as node, person::float8 as person, was::float8 as was,
  case when isfinite(valid_from) then extract(epoch from valid_from)::float8 * 1000 end as "validFromMs",
  case when isfinite(valid_to) then extract(epoch from valid_to)::float8 * 1000 end as "validToMs"`;

/** Moves made by batches `lo` to `hi`. */
export async function readOverrides(
  client: ClientBase,
  workspace: number,
  lo: number,
  hi: number,
): Promise<readonly SentOverride[]> {
  const read = await client.query<SentOverride>({
    name: 'read-overrides',
    text: `select ${overrideColumns} from override where workspace = $1 and batch between $2 and $3 order by version, node, valid_from`,
    values: [workspace, lo, hi],
  });
  return read.rows;
}

/** Moves that are folded into the engine's rows already, of these nodes, newest first. */
export async function foldedOverrides(
  client: ClientBase,
  workspace: number,
  nodes: readonly number[],
): Promise<readonly SentOverride[]> {
  const read = await client.query<SentOverride>(
    `select ${overrideColumns} from override where workspace = $1 and folded and node = any($2::bigint[]) order by version desc`,
    [workspace, nodes],
  );
  return read.rows;
}

export interface ManifestSums {
  readonly batch: number;
  readonly rows: number;
  /** Sums as decimal text: they grow beyond 2^53. */
  readonly messageSum: string;
  readonly nodeSum: string;
}

/** What the engine must hold of batches `lo` to `hi`; batches without a row are left out. */
export async function manifestSums(
  client: ClientBase,
  workspace: number,
  lo: number,
  hi: number,
): Promise<readonly ManifestSums[]> {
  const read = await client.query<ManifestSums>(
    `select batch::float8 as batch, cardinality(offsets) as "rows", message_sum::text as "messageSum", node_sum::text as "nodeSum"
     from manifest
     where workspace = $1 and batch between $2 and $3 and not removes and not superseded and cardinality(offsets) > 0
     order by batch`,
    [workspace, lo, hi],
  );
  return read.rows;
}

/** Batches that count no more, but leave the engine only with a manifest that is not sent yet. */
export async function leavingBatches(
  client: ClientBase,
  workspace: number,
  cursor: number,
): Promise<ReadonlySet<number>> {
  const read = await client.query<{ batch: number }>(
    `with removing as (
       select import, replaces from manifest where workspace = $1 and batch > $2 and removes
     )
     select unnest(replaces)::float8 as batch from removing
     union
     select m.batch::float8 from removing r
     join manifest m on m.workspace = $1 and m.import = r.import and m.import <> 0
     where m.superseded and m.batch <= $2`,
    [workspace, cursor],
  );
  return new Set(read.rows.map((row) => row.batch));
}

/** The batch that `count` manifests follow up to the cursor; 1 if there are fewer. */
export async function batchBack(client: ClientBase, workspace: number, cursor: number, count: number): Promise<number> {
  const read = await client.query<{ batch: number }>(
    'select batch::float8 as batch from manifest where workspace = $1 and batch <= $2 order by batch desc offset $3 limit 1',
    [workspace, cursor, count - 1],
  );
  return read.rows[0]?.batch ?? 1;
}

export interface OverrideSums {
  readonly version: number;
  readonly rows: number;
  /** Decimal text. */
  readonly sum: string;
}

/** What the engine must hold of moves: those sent, and not yet folded everywhere. */
export async function openOverrideSums(
  client: ClientBase,
  workspace: number,
  cursor: number,
): Promise<readonly OverrideSums[]> {
  const read = await client.query<OverrideSums>(
    `select version::float8 as version, count(*)::float8 as "rows", sum(node * 3 + person * 5 + was * 7)::text as sum
     from override where workspace = $1 and batch <= $2 and not folded group by version`,
    [workspace, cursor],
  );
  return read.rows;
}

/** The moves of these versions. */
export async function overridesOf(
  client: ClientBase,
  workspace: number,
  versions: readonly number[],
): Promise<readonly SentOverride[]> {
  const read = await client.query<SentOverride>(
    `select ${overrideColumns} from override where workspace = $1 and version = any($2::bigint[]) order by version, node, valid_from`,
    [workspace, versions],
  );
  return read.rows;
}
