/** `pending`: the visitor has not answered yet; nothing is stored, read or sent until they do. */
export type Consent = 'granted' | 'denied' | 'pending';

/** What a signal of the browser means: `tell` sends it along in `context.consent`, `deny` takes it for a refusal until the site says otherwise. */
export type SignalMeaning = 'tell' | 'deny';

export interface Options {
  /** Where Throughline is reached, such as `https://cx.example.com`. */
  readonly host: string;
  /** A public write key of the source. */
  readonly writeKey: string;
  /** What the visitor has agreed to when the page loads; `granted` unless told. The site says it again on each page. */
  readonly consent?: Consent;
  /** Global Privacy Control; `tell` unless told. */
  readonly globalPrivacyControl?: SignalMeaning;
  /** The older Do-Not-Track; `tell` unless told. */
  readonly doNotTrack?: SignalMeaning;
  /** Tells of a page each time the path changes without a load; off unless told. */
  readonly singlePage?: boolean;
  /** Sends what stands behind the path of addresses as well; off unless told, since secrets and search words stand there. */
  readonly withQuery?: boolean;
}
