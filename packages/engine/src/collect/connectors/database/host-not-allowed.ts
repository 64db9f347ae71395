import { ThroughlineError } from '@throughline/core/errors/throughline-error';

export const hostNotAllowed = (): ThroughlineError =>
  new ThroughlineError(
    'database.host-not-allowed',
    'this workspace does not read from this host and port: an admin must allow it first',
  );
