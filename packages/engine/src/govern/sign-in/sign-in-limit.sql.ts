import type { Pool } from 'pg';

/** Adds one try to each subject, beginning a new window where the last one ended. Sorted, so that two never wait for each other. */
export async function countTries(
  pool: Pool,
  subjects: readonly Buffer[],
  now: Date,
  endsAt: Date,
): Promise<readonly { readonly tries: number; readonly endsAt: Date }[]> {
  const counted = await pool.query<{ tries: number; endsAt: Date }>(
    `insert into auth.sign_in_try as t (subject, tries, window_ends_at)
     select s, 1, $3
     from unnest($1::bytea[]) as s
     order by s
     on conflict (subject) do update
     set tries = case when t.window_ends_at <= $2 then 1 else t.tries + 1 end,
       window_ends_at = case when t.window_ends_at <= $2 then $3 else t.window_ends_at end
     returning t.tries, t.window_ends_at as "endsAt"`,
    [subjects, now, endsAt],
  );
  return counted.rows;
}

export async function forgetTries(pool: Pool, account: Buffer, address: Buffer): Promise<void> {
  await pool.query(
    `with reset as (
       delete from auth.sign_in_try
       where subject = $1 or window_ends_at < now() - interval '1 day'
     )
     update auth.sign_in_try
     set tries = tries - 1
     where subject = $2 and tries > 0`,
    [account, address],
  );
}
