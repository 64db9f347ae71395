import type { PreferredChannel } from '../life.js';

/** How somebody shops. */
export interface Habits {
  readonly prefers: PreferredChannel;
  /** The shop she goes to. */
  readonly shop: number;
  readonly hasApp: boolean;
}
