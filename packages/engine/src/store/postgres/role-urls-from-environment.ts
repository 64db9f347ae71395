import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { PostgresUrls } from './postgres-urls.js';

/** The roles an operator made: all three of DATABASE_URL_INTAKE, _APP and _WORKER, or none. */
export function roleUrlsFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Omit<PostgresUrls, 'owner'> | undefined {
  const intake = environment.DATABASE_URL_INTAKE;
  const app = environment.DATABASE_URL_APP;
  const worker = environment.DATABASE_URL_WORKER;
  if (intake === undefined && app === undefined && worker === undefined) return undefined;
  if (intake === undefined || app === undefined || worker === undefined)
    throw new ThroughlineError(
      'postgres.no-roles',
      'set all three of DATABASE_URL_INTAKE, DATABASE_URL_APP and DATABASE_URL_WORKER, or none of them',
    );
  return { intake, app, worker };
}
