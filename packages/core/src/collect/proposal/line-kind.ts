/** What one line of a file stands for. */
export const lineKinds = [
  'contact',
  'order',
  'order-line',
  'call',
  'visit',
  'survey-answer',
  'complaint',
  'message-event',
  'other',
] as const;

export type LineKind = (typeof lineKinds)[number];
