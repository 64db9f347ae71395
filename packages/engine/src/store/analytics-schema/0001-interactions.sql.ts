import { derivedColumns, interactionsColumns } from './interactions-columns.js';
import type { SchemaStep } from './schema-step.js';

const columns = [
  ...interactionsColumns.map(([name, type]) => `  ${name} ${type}`),
  ...derivedColumns.map(([name, type, expression]) => `  ${name} ${type} materialized ${expression}`),
].join(',\n');

/*
 * The partition is (workspace, month), not the month alone: a fold replaces a partition while the projectors of other workspaces insert,
 * a rebuild drops one workspace's rows without a mutation, and an insert is one workspace's anyway.
 */
const interactions = (name: string, settings: string) => `create table if not exists ${name} (
${columns}
)
engine = MergeTree
partition by (workspace, month)
order by (workspace, person, ts, message)
settings ${settings}`;

const overrides = (name: string, settings: string) => `create table if not exists ${name} (
  workspace UInt32,
  node UInt64,
  valid_from DateTime64(3, 'UTC'),
  valid_to DateTime64(3, 'UTC'),
  person UInt64,
  was UInt64,
  version UInt64,
  batch UInt64
)
engine = MergeTree
partition by workspace
order by (workspace, node, version)
settings ${settings}`;

const durable = 'fsync_after_insert = 1, fsync_part_directory = 1';
const deduplicated = `non_replicated_deduplication_window = 10000, ${durable}`;

/** Interactions, the moves of nodes between persons, and of each a twin in which a partition is rewritten before it is swapped in. */
export const interactionsStep: SchemaStep = {
  number: 1,
  name: 'interactions',
  statements: [
    interactions('interactions', deduplicated),
    interactions('interactions_fold', durable),
    overrides('node_override', deduplicated),
    overrides('node_override_fold', durable),
  ],
};
