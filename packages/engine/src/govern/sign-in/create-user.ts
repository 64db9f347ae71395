import type { Language } from '@throughline/core/words/language';
import type { ClientBase } from 'pg';
import { uuidV7 } from '../../store/uuid-v7.js';
import { insertUser } from './create-user.sql.js';
import { hashPassword } from './password-hash.js';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** Makes a person who can sign in; their id, or undefined if the address is taken. Runs in the caller's transaction. */
export async function createUser(client: ClientBase, user: NewUser, nowMs: number): Promise<string | undefined> {
  const id = uuidV7(nowMs);
  const made = await insertUser(client, {
    id,
    accountId: uuidV7(nowMs),
    name: user.name,
    email: user.email.toLowerCase(),
    language: user.language,
    passwordHash: await hashPassword(user.password),
    at: new Date(nowMs),
  });
  return made ? id : undefined;
}
