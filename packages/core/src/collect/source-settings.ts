/** What a source says about everything it sends. */
export interface SourceSettings {
  /** Its channel, as `channelName` spells it. */
  readonly channel: string;
  /** IANA name; the zone of times that name none. */
  readonly zone: string;
  /** ISO 3166 alpha-2; the country of phone numbers without one. */
  readonly country?: string;
  /** ISO 4217; the currency of amounts without one. */
  readonly currency?: string;
  /** `public` keys stand in web pages and apps: what they say joins weakly. */
  readonly keyKind: 'public' | 'server';
  /** What a `group` call makes. */
  readonly groups?: 'account' | 'household';
}
