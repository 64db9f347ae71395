import type { KnownNumbers } from './numbers/known-numbers.js';

/** What is known before the file: the workspace's answers and its sources. */
export interface ProposalContext {
  /** ISO 3166 alpha-2: the country of phone numbers that name none. */
  readonly country: string;
  /** IANA name of the zone of times that name none. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47, such as `de`. */
  readonly language: string;
  /** Names of the sources there are; a file may come from one of them again. */
  readonly sources?: readonly string[];
  /** Domains of the company's own addresses, in lower case: who writes from there is staff. */
  readonly ownDomains?: readonly string[];
  /** What is known of customers with the file's numbers; not given if no system that is in has any. */
  readonly numbers?: KnownNumbers | undefined;
  /** Today in the workspace's zone, `2026-05-01`: for years that are not written and files without any time. */
  readonly today?: string;
}
