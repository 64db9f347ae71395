/** The calls a message can be: six of the tracking API (`import` and `batch` carry these), and what sources tell of no customer. */
export type MessageKind = (typeof messageKinds)[number];

export const trackingKinds = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;
/** What a source tells about the company and no customer; never an interaction, never a person. */
export const recordKinds = ['count', 'happening', 'cost'] as const;
export const messageKinds = [...trackingKinds, ...recordKinds] as const;

export type TrackingKind = (typeof trackingKinds)[number];
export type RecordKind = (typeof recordKinds)[number];

const all: ReadonlySet<unknown> = new Set(messageKinds);
const records: ReadonlySet<unknown> = new Set(recordKinds);

/** The kind a `type` field names, exactly as clients send it (lower case); undefined if it names none. */
export function messageKindOf(type: unknown): MessageKind | undefined {
  return isKind(type) ? type : undefined;
}

function isKind(type: unknown): type is MessageKind {
  return all.has(type);
}

export function isRecordKind(kind: MessageKind): kind is RecordKind {
  return records.has(kind);
}
