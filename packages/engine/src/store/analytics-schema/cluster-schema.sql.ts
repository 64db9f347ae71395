import { analyticsSteps } from './analytics-steps.js';

/**
 * The analytics schema for a ClickHouse cluster, as text for its operator: replicated tables on each shard, and a distributed table under the
 * plain name, spread by workspace and person. Parsed and documented, but not run: the embedded engine has no cluster to run it on.
 */
export function clusterSchema(cluster: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(cluster)) throw new Error(`${JSON.stringify(cluster)} is not the name of a cluster`);
  return analyticsSteps
    .flatMap((step) => step.statements)
    .flatMap((statement) => spread(statement, cluster))
    .map((statement) => `${statement};\n`)
    .join('\n');
}

function spread(statement: string, cluster: string): readonly string[] {
  const name = /^create table if not exists (\w+) /.exec(statement)?.[1];
  if (name === undefined) return [statement];
  const local = statement
    .replace(`exists ${name} `, `exists ${name}_local on cluster '${cluster}' `)
    .replace(
      /engine = MergeTree/,
      `engine = ReplicatedMergeTree('/clickhouse/tables/{shard}/throughline/${name}', '{replica}')`,
    )
    .replace('non_replicated_deduplication_window', 'replicated_deduplication_window');
  const spreadBy = statement.includes('  node UInt64,\n  valid_from') ? 'workspace' : 'cityHash64(workspace, person)';
  return [
    local,
    `create table if not exists ${name} on cluster '${cluster}' as ${name}_local
engine = Distributed('${cluster}', currentDatabase(), ${name}_local, ${spreadBy})`,
  ];
}
