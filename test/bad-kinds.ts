/** A message that anybody may send, as large as wanted. */
export function goodMessage(messageId: string, sizeBytes = 0): object {
  const message = {
    type: 'track',
    event: 'Ordered',
    messageId,
    anonymousId: `a-${messageId.slice(0, 8)}`,
    properties: {},
  };
  const pad = sizeBytes - JSON.stringify({ ...message, properties: { pad: '' } }).length;
  return pad > 0 ? { ...message, properties: { pad: 'x'.repeat(pad) } } : message;
}

interface BadKind {
  /** Why it is set aside. */
  readonly code: string;
  make(messageId: string): string;
}

const track = (messageId: string, change: object): string =>
  JSON.stringify({ type: 'track', event: 'E', anonymousId: 'a', messageId, ...change });

/** Every way in which one message of a batch can be bad, as JSON text. */
export const badKinds: readonly [BadKind, ...BadKind[]] = [
  { code: 'message.not-an-object', make: () => '7' },
  { code: 'message.not-an-object', make: () => 'null' },
  { code: 'message.not-an-object', make: () => '[]' },
  { code: 'message.not-an-object', make: () => '"text"' },
  { code: 'message.type-unknown', make: (id) => track(id, { type: 'sell' }) },
  { code: 'message.type-unknown', make: (id) => track(id, { type: undefined }) },
  { code: 'message.event-missing', make: (id) => track(id, { event: undefined }) },
  { code: 'message.event-missing', make: (id) => track(id, { event: ' ' }) },
  { code: 'message.event-missing', make: (id) => track(id, { event: 7 }) },
  { code: 'message.nobody', make: (id) => JSON.stringify({ type: 'identify', messageId: id, traits: {} }) },
  { code: 'message.alias-incomplete', make: (id) => JSON.stringify({ type: 'alias', messageId: id, userId: 'u' }) },
  { code: 'message.group-missing', make: (id) => JSON.stringify({ type: 'group', messageId: id, userId: 'u' }) },
  { code: 'message.field-invalid', make: (id) => track(id, { properties: 'text' }) },
  { code: 'message.field-invalid', make: (id) => track(id, { context: [1] }) },
  { code: 'message.name-too-long', make: (id) => track(id, { event: 'e'.repeat(201) }) },
  { code: 'message.id-too-long', make: (id) => track(id, { messageId: id.repeat(100) }) },
  { code: 'message.too-large', make: (id) => JSON.stringify(goodMessage(id, 32_769)) },
  {
    code: 'message.too-deep',
    make: (id) => track(id, {}).replace(/}$/, `,"properties":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`),
  },
  { code: 'message.not-storable', make: (id) => track(id, { properties: { s: '\u0000' } }) },
  {
    code: 'message.too-many-traits',
    make: (id) =>
      JSON.stringify({
        type: 'identify',
        messageId: id,
        userId: 'u',
        traits: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`t${n}`, n])),
      }),
  },
  { code: 'interaction.direction-unknown', make: (id) => track(id, { context: { interaction: { direction: 'up' } } }) },
];
