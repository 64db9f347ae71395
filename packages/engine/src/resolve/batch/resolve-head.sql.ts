import type { ClientBase } from 'pg';

/** The next free numbers of a workspace; only the resolve worker takes from them, inside its batch. */
export interface ResolveHead {
  nextNode: number;
  nextBatch: number;
  nextMatch: number;
  nextUnit: number;
  nextVersion: number;
  nextChange: number;
  epoch: number;
  ruleVersion: number;
}

/** Reads the numbers and locks them until the batch ends. */
export async function lockHead(client: ClientBase, workspace: number): Promise<ResolveHead> {
  const read = await client.query<ResolveHead>({
    name: 'lock-head',
    text: `select next_node::float8 as "nextNode", next_batch::float8 as "nextBatch", next_match::float8 as "nextMatch", next_unit::float8 as "nextUnit",
        next_version::float8 as "nextVersion", next_change::float8 as "nextChange", epoch, rule_version as "ruleVersion"
      from resolve_head where workspace = $1 for update`,
    values: [workspace],
  });
  const head = read.rows[0];
  if (head === undefined) throw new Error(`workspace ${workspace} has no resolve head`);
  return head;
}

export async function storeHead(client: ClientBase, workspace: number, head: ResolveHead): Promise<void> {
  await client.query({
    name: 'store-head',
    text: `update resolve_head
      set next_node = $2, next_batch = $3, next_match = $4, next_unit = $5, next_version = $6, epoch = $7, rule_version = $8, next_change = $9
      where workspace = $1`,
    values: [
      workspace,
      head.nextNode,
      head.nextBatch,
      head.nextMatch,
      head.nextUnit,
      head.nextVersion,
      head.epoch,
      head.ruleVersion,
      head.nextChange,
    ],
  });
}
