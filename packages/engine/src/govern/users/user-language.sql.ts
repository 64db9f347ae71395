import type { Language } from '@throughline/core/words/language';
import type { Pool } from 'pg';

export async function updateUserLanguage(pool: Pool, user: string, language: Language, at: Date): Promise<void> {
  await pool.query(
    `update auth."user"
     set language = $2, updated_at = $3
     where id = $1`,
    [user, language, at],
  );
}
