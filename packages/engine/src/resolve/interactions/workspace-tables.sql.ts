import { derivedColumns, interactionsColumns } from '../../store/analytics-schema/interactions-columns.js';

/** What a query over one workspace reads from. Put `interactions` and `overrides` where a table's name would stand. */
export interface WorkspaceTables {
  readonly interactions: string;
  readonly overrides: string;
  /** Parameters that the query must be sent with. */
  readonly parameters: { readonly workspace: number };
}

const columns = [...interactionsColumns, ...derivedColumns].map(([name]) => name).join(', ');

/**
 * The only place where a query learns the tables' names, and the only one where the workspace is added: the embedded engine has no row
 * policies. The stored `person` is not who somebody is now; queries by person are compiled by `personBranches`.
 */
export function workspaceTables(workspace: number): WorkspaceTables {
  return {
    interactions: `(select ${columns} from interactions where workspace = {workspace:UInt32})`,
    overrides:
      '(select node, valid_from, valid_to, person, was, version, batch from node_override where workspace = {workspace:UInt32})',
    parameters: { workspace },
  };
}
