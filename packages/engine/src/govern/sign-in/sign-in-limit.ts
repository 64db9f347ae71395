import { createHmac } from 'node:crypto';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Pool } from 'pg';
import { addressRange } from './address-range.js';
import { countTries, forgetTries } from './sign-in-limit.sql.js';

const maxTries = 10;
const windowMs = 15 * 60 * 1000;

export interface SignInTry {
  /** Called after success: the account starts anew, the address gets its try back. */
  succeeded(): Promise<void>;
}

/**
 * Ten failed tries in 15 minutes for an account, and for an address, counted in PostgreSQL: a restart or a second process
 * changes nothing. The try is counted before the password is looked at, so parallel tries count too. Subjects are kept as keyed hashes.
 */
export class SignInLimit {
  readonly #pool: Pool;
  readonly #secret: string;
  readonly #clock: () => number;

  constructor(options: { readonly pool: Pool; readonly secret: string; readonly clock: () => number }) {
    this.#pool = options.pool;
    this.#secret = options.secret;
    this.#clock = options.clock;
  }

  /** Counts one try. Errors: `sign-in.too-many` with `details.retryAfterS`. */
  async take(account: string, address: string): Promise<SignInTry> {
    const now = this.#clock();
    const subjects = [
      this.#subject(`account ${account.trim().toLowerCase()}`),
      this.#subject(`address ${addressRange(address)}`),
    ] as const;
    const counted = await countTries(this.#pool, subjects, new Date(now), new Date(now + windowMs));
    const over = counted.filter((row) => row.tries > maxTries);
    if (over.length > 0) {
      const retryAfterS = Math.max(1, Math.ceil((Math.max(...over.map((row) => row.endsAt.getTime())) - now) / 1000));
      throw new ThroughlineError(
        'sign-in.too-many',
        `too many tries to sign in; wait ${Math.ceil(retryAfterS / 60)} minutes, then try again`,
        { details: { retryAfterS } },
      );
    }
    return { succeeded: () => forgetTries(this.#pool, subjects[0], subjects[1]) };
  }

  #subject(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(`sign-in try ${text}`).digest();
  }
}
