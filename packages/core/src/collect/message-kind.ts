/** The six calls of the tracking API. `import` and `batch` carry these; they are not kinds themselves. */
export type MessageKind = (typeof messageKinds)[number];

export const messageKinds = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;

/** The kind a `type` field names, exactly as clients send it (lower case); undefined if it names none. */
export function messageKindOf(type: unknown): MessageKind | undefined {
  switch (type) {
    case 'track':
    case 'identify':
    case 'page':
    case 'screen':
    case 'group':
    case 'alias':
      return type;
    default:
      return undefined;
  }
}
