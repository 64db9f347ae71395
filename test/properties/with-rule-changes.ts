import type { Delivery } from './identity-workspace.js';

/** One to four changes of the rules strewn among deliveries; the last one brings version 1. */
export function withRuleChanges(deliveries: readonly Delivery[], random: () => number): readonly Delivery[] {
  const places = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
    Math.floor(random() * (deliveries.length + 1)),
  ).sort((a, b) => a - b);
  return [...deliveries.keys(), deliveries.length].flatMap((at) => {
    const here = places.flatMap((place, nth) => (place === at ? [nth] : []));
    const delivery = deliveries[at];
    return [
      ...here.map((nth) => useRules(nth === places.length - 1 ? 1 : 1 + Math.floor(random() * 3))),
      ...(delivery === undefined ? [] : [delivery]),
    ];
  });
}

export function useRules(version: number): Delivery {
  return { type: 'command', command: { type: 'use-rules', version, by: 'test' }, atMs: 0 };
}
