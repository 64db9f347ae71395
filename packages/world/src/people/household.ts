import type { Country, Town } from './name-pool.js';

/** People who live under one roof, and what they share. */
export interface Household {
  /** The number of its first member. */
  readonly number: number;
  readonly country: Country;
  readonly familyName: string;
  readonly address: Address;
  /** Where they lived until they moved. */
  readonly movedFrom?: { readonly address: Address; readonly atMs: number };
  readonly landline?: string;
  /** One mailbox for all of them. */
  readonly familyEmail?: string;
  /** Browser of the tablet that lies in the kitchen. */
  readonly tablet?: string;
}

export interface Address extends Town {
  readonly street: string;
}
