import type { InteractionsColumn } from '../../store/analytics-schema/interactions-columns.js';
import { personBranches } from './person-branches.sql.js';
import type { WorkspaceTables } from './workspace-tables.sql.js';

/**
 * One row a person: `person`, then the aggregates. They must not depend on the order of rows within a person; sort inside of an aggregate
 * that does. Send it with `inOrder`. `where` and `among` as of `personBranches`.
 */
export function byPerson(
  tables: WorkspaceTables,
  query: {
    readonly columns: readonly InteractionsColumn[];
    readonly aggregates: string;
    readonly where?: string;
    readonly among?: string;
  },
): string {
  const { untouched, touched } = personBranches(tables, query.columns, query.where, query.among);
  return [untouched, touched]
    .map((rows) => `select person, ${query.aggregates}\nfrom (${rows})\ngroup by person`)
    .join('\nunion all\n');
}

/** Lets the engine aggregate a branch that is read in the order of persons without a hash table. */
export const inOrder = { optimize_aggregation_in_order: 1 } as const;
