/** How often something was done through a channel in the last 30 and the last 90 days. */
export interface ByChannel {
  readonly channel: string;
  readonly last30: number;
  readonly last90: number;
}

/** Names that tell what became of a message that was sent. */
const fate = /(delivered|received|bounced|deferred|dropped|failed|zugestellt|unzustellbar)$/i;
const arrived = /(delivered|received|zugestellt)$/i;

/**
 * What we sent, by channel, the busiest first. What became of a message is not counted beside the message; where nothing but that is told, those that
 * arrived are counted.
 */
export function sendsByChannel(told: readonly (ByChannel & { readonly name: string })[]): readonly ByChannel[] {
  const sums = new Map<string, { last30: number; last90: number }>();
  const channels = new Set(told.filter(({ name }) => !fate.test(name.trim())).map(({ channel }) => channel));
  for (const { name, channel, last30, last90 } of told) {
    const isCounted = channels.has(channel) ? !fate.test(name.trim()) : arrived.test(name.trim());
    if (!isCounted) continue;
    const sum = sums.get(channel) ?? { last30: 0, last90: 0 };
    sums.set(channel, { last30: sum.last30 + last30, last90: sum.last90 + last90 });
  }
  return [...sums]
    .map(([channel, sum]) => ({ channel, ...sum }))
    .filter(({ last90 }) => last90 > 0)
    .sort((a, b) => b.last90 - a.last90 || (a.channel < b.channel ? -1 : 1));
}
