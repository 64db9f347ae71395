import type { Fields } from './message.js';
import type { Consent } from './options.js';

/** What a site tells. Calls never throw and never wait for the network. */
export interface Throughline {
  /** A page was seen; its path, title and address go along by themselves. */
  page(name?: string, properties?: Fields): void;
  /** Something happened. */
  track(event: string, properties?: Fields): void;
  /** Who it is, from here until `reset`; without an id, what is known of whoever it is. */
  identify(userId?: string | Fields, traits?: Fields): void;
  /** The visitor belongs to an account or household. */
  group(groupId: string, traits?: Fields): void;
  /** The two ids are one person; the present one unless told. */
  alias(userId: string, previousId?: string): void;
  /** Whoever comes now is somebody new: for after signing out. */
  reset(): void;
  /**
   * What the visitor answered. `granted` sends what has been waiting; `denied` drops it and removes all that is kept in the browser.
   * `categories` go along with every message from then on.
   */
  consent(answer: Consent, categories?: Readonly<Record<string, boolean>>): void;
  /** Tries now to send what waits. */
  flush(): Promise<void>;
  readonly anonymousId: string;
  readonly userId: string | undefined;
}
