/** How somebody came to a page of ours, as the page's address and what it was opened from tell. Lower case; empty where nothing is said. */
export interface Arrival {
  /** `utm_medium`. */
  readonly medium: string;
  /** `utm_source`. */
  readonly source: string;
  /** Host of the page it was opened from, without `www.`. */
  readonly referrer: string;
  /** The address carries the mark by which a search engine tells its own paid clicks. */
  readonly isPaidClick: boolean;
}

export const ruleFields = ['source', 'medium', 'referrer'] as const;
export type RuleField = (typeof ruleFields)[number];

/** What a workspace says itself: arrivals with this value came through this channel. */
export interface ChannelRule {
  readonly field: RuleField;
  readonly value: string;
  readonly channel: string;
}

/** `direct`: the address was typed, or nothing is known of where it stood. What no rule knows is said, not guessed. */
export type ArrivedBy =
  | { readonly type: 'channel'; readonly channel: string }
  | { readonly type: 'direct' }
  | { readonly type: 'not-understood'; readonly field: RuleField; readonly value: string };
