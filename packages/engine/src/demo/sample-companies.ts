import type { Profile } from '@throughline/world/profile';
import type { Principal } from '../govern/principal.js';

/** What is loaded within a minute on two cores and has enough in it for the first findings. */
export const usualSampleCustomers = 1_000;
export const mostSampleCustomers = 50_000;

export interface WantedSample {
  readonly profile: Profile;
  readonly customers: number;
}

/** What routes may ask of whoever loads and removes sample companies. */
export interface SampleCompanies {
  /** Makes the one of the caller's workspace and begins to load it; does nothing if there is one, unless that failed. Errors: `sample-company.leaving`. */
  make(by: Principal, wanted: WantedSample): Promise<void>;
  /** Begins to remove the one of the caller's workspace, or the one it is. Resolves when nobody can get in any more. Errors: `request.not-found`. */
  remove(by: Principal): Promise<void>;
}
