import type { ClickHouseClient } from '@clickhouse/client';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { faultPoint } from '../../store/fault-point.js';
import { workspaceTables } from '../interactions/workspace-tables.sql.js';
import { monthsOf } from './engine-sums.sql.js';
import { columnNames, partitionOf, readRows } from './engine-tables.js';
import { emptyTwin, replaceByTwin } from './fold-partition.sql.js';

/*
 * Rows are deleted by writing the partitions that hold them anew without them, and swapping those in. An `alter table … delete` visits every
 * part of the table, of all workspaces: over 960 small parts it took 143 s, and 58 s when it named one partition, at about 0.1 s a part.
 * The lease of the workspace is held, so nothing comes in between. Done when it returns; the same twice is harmless.
 */

/** Deletes rows of an import that were sent before batch `before`. */
export function deleteImport(client: ClickHouseClient, workspace: number, run: number, before: number): Promise<void> {
  return deleteRows(client, workspace, 'import = {run:UInt32} and batch < {before:UInt64}', { run, before });
}

export function deleteBatches(client: ClickHouseClient, workspace: number, batches: readonly number[]): Promise<void> {
  return deleteRows(client, workspace, 'batch in {batches:Array(UInt64)}', { batches });
}

/** Deletes everything of batch `lo` and later ones. */
export async function deleteFrom(client: ClickHouseClient, workspace: number, lo: number): Promise<void> {
  await deleteRows(client, workspace, 'batch >= {lo:UInt64}', { lo });
  await deleteMoves(client, workspace, 'batch >= {lo:UInt64}', { lo });
}

/** Deletes the moves up to a version. */
export function forgetOverrides(client: ClickHouseClient, workspace: number, upTo: number): Promise<void> {
  return deleteMoves(client, workspace, 'version <= {upTo:UInt64}', { upTo });
}

/** Deletes the moves of these versions. */
export function deleteOverrides(
  client: ClickHouseClient,
  workspace: number,
  versions: readonly number[],
): Promise<void> {
  return deleteMoves(client, workspace, 'version in {versions:Array(UInt64)}', { versions });
}

/** Drops everything of a workspace. */
export async function dropWorkspace(client: ClickHouseClient, workspace: number): Promise<void> {
  for (const month of await monthsOf(client, workspace)) await dropMonth(client, workspace, month);
  await dropMoves(client, workspace);
}

async function deleteRows(
  client: ClickHouseClient,
  workspace: number,
  condition: string,
  parameters: object,
): Promise<void> {
  const { interactions } = workspaceTables(workspace);
  const months = await readRows<{ month: number; kept: number }>(
    client,
    `select month, toFloat64(countIf(not (${condition}))) as kept
     from ${interactions}
     group by month
     having countIf(${condition}) > 0
     order by month`,
    { workspace, ...parameters },
  );
  for (const { month, kept } of months) {
    if (kept === 0) {
      await dropMonth(client, workspace, month);
      continue;
    }
    await emptyTwin(client, workspace, month);
    await client.command({
      query: `insert into interactions_fold (${columnNames.join(', ')})
        select ${columnNames.join(', ')} from interactions
        where workspace = {workspace:UInt32} and month = {month:UInt32} and not (${condition})`,
      query_params: { workspace, month, ...parameters },
    });
    const [written] = await readRows<{ rows: number }>(
      client,
      `select toFloat64(count()) as rows from interactions_fold where workspace = {workspace:UInt32} and month = {month:UInt32}`,
      { workspace, month },
    );
    if (written?.rows !== kept)
      throw new ThroughlineError(
        'projection.fold-differs',
        `deleting from month ${month} of workspace ${workspace} would have left ${written?.rows ?? 0} of ${kept} rows; nothing was changed`,
      );
    faultPoint('delete.filled');
    await replaceByTwin(client, workspace, month);
    await emptyTwin(client, workspace, month);
  }
}

async function deleteMoves(
  client: ClickHouseClient,
  workspace: number,
  condition: string,
  parameters: object,
): Promise<void> {
  const { overrides } = workspaceTables(workspace);
  const [counted] = await readRows<{ gone: number; kept: number }>(
    client,
    `select toFloat64(countIf(${condition})) as gone, toFloat64(countIf(not (${condition}))) as kept from ${overrides}`,
    { workspace, ...parameters },
  );
  if (counted === undefined || counted.gone === 0) return;
  if (counted.kept === 0) return dropMoves(client, workspace);
  const number = Math.trunc(workspace);
  await client.command({ query: `alter table node_override_fold drop partition ${number}` });
  await client.command({
    query: `insert into node_override_fold (workspace, node, valid_from, valid_to, person, was, version, batch)
      select workspace, node, valid_from, valid_to, person, was, version, batch
      from node_override
      where workspace = {workspace:UInt32} and not (${condition})`,
    query_params: { workspace, ...parameters },
  });
  await client.command({ query: `alter table node_override replace partition ${number} from node_override_fold` });
  await client.command({ query: `alter table node_override_fold drop partition ${number}` });
}

async function dropMonth(client: ClickHouseClient, workspace: number, month: number): Promise<void> {
  await client.command({ query: `alter table interactions drop partition ${partitionOf(workspace, month)}` });
}

async function dropMoves(client: ClickHouseClient, workspace: number): Promise<void> {
  await client.command({ query: `alter table node_override drop partition ${Math.trunc(workspace)}` });
}
