/** JSON values by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** What one call says, in the shapes of Segment's tracking API. */
export type Saying =
  | { readonly type: 'page'; readonly name?: string; readonly properties: Fields }
  | { readonly type: 'track'; readonly event: string; readonly properties: Fields }
  | { readonly type: 'identify'; readonly traits: Fields }
  | { readonly type: 'group'; readonly groupId: string; readonly traits: Fields }
  | { readonly type: 'alias'; readonly previousId: string };

/** Fixed when the call is made, whenever it is sent: the server counts a message once by its `messageId`. */
export type Message = Saying & {
  readonly messageId: string;
  readonly timestamp: string;
  readonly anonymousId: string;
  readonly userId?: string;
  readonly context: Fields;
};
