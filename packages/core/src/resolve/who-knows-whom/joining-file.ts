import { type Coverage, type CoveredSystem, unlinkable } from './coverage.js';

/** A list to ask for: with both kinds of identifier in it, what two sources know could be joined. */
export interface JoiningFile {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly [string, string];
  /** At most so many people of `from`. */
  readonly upTo: number;
}

/**
 * The list that would join most, undefined where none would. `from` is the source with fewer people. At most as many can be joined as stand
 * alone on either side.
 */
export function joiningFile(
  { systems, pairs }: Coverage,
  isDurable: (namespace: string) => boolean,
): JoiningFile | undefined {
  const system = new Map(systems.map((one) => [one.source, one]));
  const files = pairs.flatMap((pair) => {
    const [from, to] = [system.get(pair.from), system.get(pair.to)];
    const back = pairs.find((other) => other.from === pair.to && other.to === pair.from);
    if (from === undefined || to === undefined || back === undefined || !isSmaller(from, to)) return [];
    const [own, theirs] = [commonest(from, isDurable), commonest(to, isDurable)];
    if (own === undefined || theirs === undefined || own === theirs) return [];
    const upTo = Math.min(unlinkable(pair), back.people - back.known);
    return upTo === 0 ? [] : [{ from: pair.from, to: pair.to, kinds: [own, theirs] as const, upTo }];
  });
  return files.sort((a, b) => b.upTo - a.upTo || a.from - b.from || a.to - b.to)[0];
}

/** Everybody in the smaller of two systems may be in the larger; never the other way round. */
export function isSmaller(a: CoveredSystem, b: CoveredSystem): boolean {
  return a.people < b.people || (a.people === b.people && a.source > b.source);
}

function commonest({ brings }: CoveredSystem, isDurable: (namespace: string) => boolean): string | undefined {
  return brings.find(({ namespace }) => isDurable(namespace))?.namespace;
}
