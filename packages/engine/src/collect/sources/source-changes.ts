import type { Principal } from '../../govern/principal.js';

/** What follows from a change of a source further downstream. */
export interface SourceChanges {
  /** Called after the trust of a source was set, the same value again included, so that asking once more mends a call that failed. */
  trustSet(by: Principal, source: number): Promise<void>;
}
