import type { Profile } from '@throughline/world/profile';
import type { ClientBase, Pool } from 'pg';
import type { Actor } from '../govern/principal.js';
import type { SampleFileProgress, SampleState } from './sample-state.js';

export interface SampleFailure {
  readonly code: string;
  readonly detail: string;
}

/** A sample company as its own workspace and the one it was made for see it. */
export interface SampleHere {
  readonly workspace: number;
  readonly slug: string;
  readonly name: string;
  /** The transaction's workspace is the sample company itself. */
  readonly isHere: boolean;
  readonly profile: Profile;
  readonly customers: number;
  readonly state: SampleState;
  readonly files: readonly SampleFileProgress[];
  readonly failure: SampleFailure | null;
  /** Messages in its log that are not resolved. */
  readonly behind: number;
}

/** That of the transaction's workspace; undefined if there is none. */
export async function sampleHere(client: ClientBase): Promise<SampleHere | undefined> {
  const found = await client.query<SampleHere>(
    `select workspace, slug, name, is_here as "isHere", profile, customers, state, files, failure, behind::float8 as behind
     from sample_company_here()`,
  );
  return found.rows[0];
}

export interface NewSample {
  readonly workspace: number;
  readonly madeFor: number;
  readonly profile: Profile;
  readonly customers: number;
  readonly seed: number;
  readonly recordedUntil: Date;
  readonly madeBy: Actor;
  readonly at: Date;
}

export async function insertSample(client: ClientBase, row: NewSample): Promise<void> {
  await client.query(
    `insert into sample_company (workspace, made_for, profile, customers, seed, recorded_until, state, made_by, created_at)
     values ($1, $2, $3, $4, $5, $6, 'loading', $7, $8)`,
    [
      row.workspace,
      row.madeFor,
      row.profile,
      row.customers,
      row.seed,
      row.recordedUntil,
      JSON.stringify(row.madeBy),
      row.at,
    ],
  );
}

/** Stores how far loading came; false if it is no longer loading, which means: stop. */
export async function storeFiles(
  client: ClientBase | Pool,
  workspace: number,
  files: readonly SampleFileProgress[],
): Promise<boolean> {
  const stored = await client.query(`update sample_company set files = $2 where workspace = $1 and state = 'loading'`, [
    workspace,
    JSON.stringify(files),
  ]);
  return stored.rowCount === 1;
}

/** A sample company as whoever works on it needs it. Statements from here on are the worker role's: no route reaches them. */
export interface SampleToDo extends Omit<NewSample, 'at'> {
  readonly slug: string;
  readonly state: SampleState;
  readonly files: readonly SampleFileProgress[];
}

const columns = `s.workspace, w.slug, s.made_for as "madeFor", s.profile, s.customers, s.seed, s.recorded_until as "recordedUntil", s.state,
  s.files, s.made_by as "madeBy"`;

export async function sampleToDo(client: ClientBase | Pool, workspace: number): Promise<SampleToDo | undefined> {
  const found = await client.query<SampleToDo>(
    `select ${columns}
     from sample_company s
     join workspace w using (workspace)
     where s.workspace = $1`,
    [workspace],
  );
  return found.rows[0];
}

export async function unfinishedSamples(pool: Pool): Promise<readonly number[]> {
  const found = await pool.query<{ workspace: number }>(
    `select workspace from sample_company where state in ('loading', 'removing') order by workspace`,
  );
  return found.rows.map((row) => row.workspace);
}

/** Moves it from one of these states to another; false if it is in none of them. */
export async function moveSample(
  client: ClientBase | Pool,
  workspace: number,
  from: readonly SampleState[],
  to: SampleState,
  failure: SampleFailure | null = null,
): Promise<boolean> {
  const moved = await client.query(
    `update sample_company set state = $3, failure = $4 where workspace = $1 and state = any($2::text[])`,
    [workspace, from, to, failure === null ? null : JSON.stringify(failure)],
  );
  return moved.rowCount === 1;
}
