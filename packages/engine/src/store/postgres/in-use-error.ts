import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** What a second starter is told; `what` is the folder or database in use. */
export function inUseError(what: string, address: string | undefined): ThroughlineError {
  return new ThroughlineError(
    'data-folder.in-use',
    address === undefined
      ? `Throughline is starting already on ${what}: wait for it, or choose another folder with --data`
      : `Throughline runs already on ${what}, at ${address}: use that one, or choose another folder with --data`,
    { details: address === undefined ? {} : { address } },
  );
}
