/** Messages like those of a shop: visitors browse, some are recognised, some buy. Same seed, same messages. */
export function messageMaker(seed, persons) {
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const startMs = Date.now() - 30 * 86_400_000;
  let made = 0;
  return () => {
    made += 1;
    const person = Math.floor(random() * persons);
    const kind = random();
    const base = {
      messageId: `bench-${seed}-${made}`,
      timestamp: new Date(startMs + random() * 29 * 86_400_000).toISOString(),
      context: {
        library: { name: 'analytics-node', version: '3.1.0' },
        ip: '192.0.2.7',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
      },
    };
    if (kind < 0.1) {
      return {
        ...base,
        type: 'identify',
        userId: `u${person}`,
        anonymousId: `a${person}`,
        traits: { email: `p${person}@example.com`, name: `Person ${person}` },
      };
    }
    if (kind < 0.5)
      return {
        ...base,
        type: 'page',
        name: `Page ${person % 40}`,
        anonymousId: `a${person}`,
        properties: { path: `/shop/shelf/${person % 400}`, price: 12.5 },
      };
    return {
      ...base,
      type: 'track',
      event: 'Order Completed',
      userId: `u${person}`,
      properties: { order_id: `o${made}`, value: 42.5, currency: 'EUR' },
    };
  };
}

/** Request bodies of `size` messages each. */
export function batchBodies(count, size, persons, seed = 1) {
  const make = messageMaker(seed, persons);
  return Array.from({ length: count }, () =>
    JSON.stringify({ batch: Array.from({ length: size }, make), sentAt: new Date().toISOString() }),
  );
}
