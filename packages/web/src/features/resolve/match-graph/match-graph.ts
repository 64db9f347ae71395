import type { Identifier } from '../../../api/identifier.js';
import type { Join } from '../../../api/joins.js';
import type { KnownIdentifier } from '../../../api/person.js';
import { shortestOrder } from './shortest-order.js';

export interface GraphNode {
  readonly key: string;
  readonly identifier: Identifier;
  /** What is known of one of the person's own; undefined of somebody else's, which a match that was refused names. */
  readonly own: KnownIdentifier | undefined;
}

/** `decision`, `strong`, `weak`: a match that holds. `apart`: one that a rule refused, or a decision that these are different people. */
export type LineHold = 'decision' | 'strong' | 'weak' | 'apart';

/** All matches of one kind between two identifiers; `from` and `to` are places in `nodes`, `from` the smaller one. */
export interface GraphLine {
  readonly from: number;
  readonly to: number;
  readonly hold: LineHold;
  readonly matches: readonly Join[];
}

export interface MatchGraph {
  /** In the order in which they are drawn: the person's own, then those of others. */
  readonly nodes: readonly GraphNode[];
  readonly lines: readonly GraphLine[];
  /** Everything that is drawn, and nothing else, newest first: what the table shows. */
  readonly matches: readonly Join[];
  /** What is not drawn because there is too much of it. */
  readonly leftOut: { readonly identifiers: number; readonly matches: number };
}

const mostIdentifiers = 40;
const mostMatches = 200;

/**
 * The identifiers of a person and what holds them together, or keeps others from them. A match of several identifiers is a line from its
 * strongest to each of the others, as it is when persons are resolved. Of very many the strongest identifiers and the newest matches are drawn.
 */
export function matchGraph(identifiers: readonly KnownIdentifier[], joins: readonly Join[]): MatchGraph {
  const nodes = new Map<string, GraphNode>();
  for (const own of identifiers.slice(0, mostIdentifiers)) nodes.set(keyOf(own), nodeOf(own, own));
  const ownKeys = new Set(identifiers.map(keyOf));
  const strangers = new Set<string>();
  const matches: Join[] = [];
  for (const join of joins) {
    const keys = join.identifiers.map(keyOf);
    for (const key of keys) if (!ownKeys.has(key)) strangers.add(key);
    const missing = join.identifiers.filter((identifier) => !nodes.has(keyOf(identifier)));
    const mayCome = missing.every((identifier) => !ownKeys.has(keyOf(identifier)));
    if (!mayCome || nodes.size + missing.length > mostIdentifiers || matches.length === mostMatches) continue;
    for (const identifier of missing) nodes.set(keyOf(identifier), nodeOf(identifier, undefined));
    matches.push(join);
  }
  const lines = linesBetween([...nodes.keys()], matches);
  const order = shortestOrder(
    [...nodes.values()].map(({ own }) => (own === undefined ? 1 : 0)),
    lines,
  );
  const placeOf = new Map(order.map((node, place) => [node, place]));
  return {
    nodes: order.flatMap((node) => [...nodes.values()][node] ?? []),
    lines: lines.map((line) => {
      const [a, b] = [placeOf.get(line.from) ?? 0, placeOf.get(line.to) ?? 0];
      return { ...line, from: Math.min(a, b), to: Math.max(a, b) };
    }),
    matches,
    leftOut: {
      identifiers: ownKeys.size + strangers.size - nodes.size,
      matches: joins.length - matches.length,
    },
  };
}

function linesBetween(keys: readonly string[], matches: readonly Join[]): readonly GraphLine[] {
  const numberOf = new Map(keys.map((key, number) => [key, number]));
  const lines = new Map<string, { from: number; to: number; hold: LineHold; matches: Join[] }>();
  for (const match of matches) {
    const [centre, ...others] = match.identifiers.flatMap((one) => numberOf.get(keyOf(one)) ?? []);
    if (centre === undefined) continue;
    for (const other of others) {
      const [from, to] = [Math.min(centre, other), Math.max(centre, other)];
      const hold = holdOf(match);
      const key = `${from} ${to} ${hold}`;
      const line = lines.get(key) ?? { from, to, hold, matches: [] };
      line.matches.push(match);
      lines.set(key, line);
    }
  }
  return [...lines.values()];
}

export function holdOf({ held, strength }: Pick<Join, 'held' | 'strength'>): LineHold {
  if (!held) return 'apart';
  return strength === 'decision' || strength === 'weak' ? strength : 'strong';
}

export function keyOf({ namespace, value }: Identifier): string {
  return `${namespace} ${value}`;
}

function nodeOf({ namespace, value }: Identifier, own: KnownIdentifier | undefined): GraphNode {
  return { key: keyOf({ namespace, value }), identifier: { namespace, value }, own };
}
