import type { ClientBase } from 'pg';

/** An answer about a whole workspace as it was computed. */
export interface Kept<T> {
  readonly answer: T;
  /** Everything received before this instant is in the answer. */
  readonly asOf: string;
  /** How far everything was when it was computed. */
  readonly state: string;
  /** As `readImportsAtRest` says it. */
  readonly imports: string;
  /** An import had just ended, and not all of it was in the analytics engine; such an answer is not stored. */
  readonly isSettling: boolean;
  readonly computedAtMs: number;
  readonly tookMs: number;
}

/** The caller answers for `T`: what is stored under a question has one shape. */
export async function readKeptAnswer<T>(
  client: ClientBase,
  workspace: number,
  question: string,
): Promise<Kept<T> | undefined> {
  const found = await client.query<Omit<Kept<T>, 'asOf' | 'isSettling'> & { asOf: Date }>(
    `select answer, as_of as "asOf", state, imports, (extract(epoch from computed_at) * 1000)::float8 as "computedAtMs", took_ms as "tookMs"
     from kept_answer
     where workspace = $1 and question = $2`,
    [workspace, question],
  );
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, asOf: row.asOf.toISOString(), isSettling: false };
}

export async function storeKeptAnswer(
  client: ClientBase,
  workspace: number,
  question: string,
  kept: Kept<unknown>,
): Promise<void> {
  await client.query(
    `insert into kept_answer (workspace, question, answer, as_of, state, imports, computed_at, took_ms)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), $8)
     on conflict (workspace, question) do update
     set answer = excluded.answer, as_of = excluded.as_of, state = excluded.state, imports = excluded.imports, computed_at = excluded.computed_at,
       took_ms = excluded.took_ms
     where kept_answer.computed_at <= excluded.computed_at`,
    [
      workspace,
      question,
      JSON.stringify(kept.answer),
      kept.asOf,
      kept.state,
      kept.imports,
      kept.computedAtMs,
      kept.tookMs,
    ],
  );
}
