import type { ClientBase } from 'pg';
import type { RuleProgress } from './rule-progress.js';

export async function writeRuleProgress(
  client: ClientBase,
  workspace: number,
  { version, done, total }: RuleProgress,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into rule_progress (workspace, version, done, total, at)
     values ($1, $2, $3, $4, $5)
     on conflict (workspace) do update set version = excluded.version, done = excluded.done, total = excluded.total, at = excluded.at`,
    [workspace, version, done, total, at],
  );
}

/** How far this version has come; undefined if nothing was told of it yet. */
export async function readRuleProgress(
  client: ClientBase,
  workspace: number,
  version: number,
): Promise<RuleProgress | undefined> {
  const read = await client.query<RuleProgress>(
    `select version, done::float8 as done, total::float8 as total
     from rule_progress
     where workspace = $1 and version = $2`,
    [workspace, version],
  );
  return read.rows[0];
}
