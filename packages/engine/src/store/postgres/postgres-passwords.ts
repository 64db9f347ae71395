import type { Secrets } from '../data-folder/secrets-file.js';

export const postgresSecretNames = [
  'postgres.superuser',
  'postgres.owner',
  'postgres.intake',
  'postgres.app',
  'postgres.worker',
] as const;

export interface PostgresPasswords {
  readonly superuser: string;
  readonly owner: string;
  readonly intake: string;
  readonly app: string;
  readonly worker: string;
}

export async function postgresPasswords(secrets: Secrets): Promise<PostgresPasswords> {
  return {
    superuser: await secrets.get('postgres.superuser'),
    owner: await secrets.get('postgres.owner'),
    intake: await secrets.get('postgres.intake'),
    app: await secrets.get('postgres.app'),
    worker: await secrets.get('postgres.worker'),
  };
}
