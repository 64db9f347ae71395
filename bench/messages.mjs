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

/**
 * Messages as they come on an ordinary day to a company that knows `known` persons (as `preload` lays them down): 2,000 people are there at
 * a time, each for 8 messages on average, 9 of 10 signed in and known, the others visitors never seen before. One message in 30 comes late,
 * by up to six days. Same seed and time, same messages.
 */
export function liveMaker(seed, known) {
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let made = 0;
  let arrived = 0;
  const arrive = () => {
    arrived += 1;
    const isKnown = random() < 0.9;
    const person = Math.floor(random() * known);
    return isKnown
      ? { userId: `known-${person}`, anonymousId: `device-${person}`, email: `known-${person}@example.com` }
      : { anonymousId: `visitor-${seed}-${arrived}` };
  };
  const present = Array.from({ length: 2_000 }, arrive);
  return () => {
    made += 1;
    const place = Math.floor(random() * present.length);
    if (random() < 1 / 8) present[place] = arrive();
    const { email, ...who } = present[place];
    const lateMs = random() < 1 / 30 ? random() * 6 * 86_400_000 : random() * 2_000;
    const base = {
      messageId: `live-${seed}-${made}`,
      timestamp: new Date(Date.now() - lateMs).toISOString(),
      ...who,
      context: {
        library: { name: 'analytics.js', version: '2.11.1' },
        ip: '192.0.2.7',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
      },
    };
    const kind = random();
    if (kind < 0.08 && email !== undefined) return { ...base, type: 'identify', traits: { email, plan: 'plus' } };
    const shelf = Math.floor(random() * 400);
    if (kind < 0.7)
      return { ...base, type: 'page', name: `Page ${shelf % 40}`, properties: { path: `/shop/shelf/${shelf}` } };
    return {
      ...base,
      type: 'track',
      event: kind < 0.9 ? 'Product Viewed' : 'Order Completed',
      properties: { order_id: `o${made}`, value: 42.5, currency: 'EUR' },
    };
  };
}

/** Request bodies of `size` messages each. */
export function batchBodies(count, size, persons, seed = 1, make = messageMaker(seed, persons)) {
  return Array.from({ length: count }, () =>
    JSON.stringify({ batch: Array.from({ length: size }, make), sentAt: new Date().toISOString() }),
  );
}
