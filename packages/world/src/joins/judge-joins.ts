import type { MatchRecord } from '@throughline/core/resolve/match-record';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { type KnownOf, type MissCause, missCause } from './miss-cause.js';
import type { Owned } from './owners-of.js';
import type { SaidMatches } from './said-matches.js';

/** How a partition into persons compares with the truth, over pairs of identifiers. */
export interface JudgedJoins {
  /** Pairs that stand in one person. One that several people share is right beside what is any of theirs. */
  readonly joined: number;
  readonly right: number;
  /** Pairs of identifiers that are one human's alone, and how many of them were joined. */
  readonly wanted: number;
  readonly found: number;
  readonly missed: Readonly<Record<MissCause, number>>;
  /** Identifiers that several humans share: alone, or with one whose they are; `wrong` stand with others alone. */
  readonly shared: Readonly<Record<'alone' | 'with an owner' | 'wrong', number>>;
}

interface Parts {
  readonly persons: readonly { readonly nodes: readonly NodeRef[] }[];
}

export function judgeJoins(
  { persons }: Parts,
  { nodes, records }: SaidMatches,
  owners: ReadonlyMap<string, Owned>,
): JudgedJoins {
  const ownersOf = (node: NodeRef): ReadonlySet<string> => ownedOf(node, owners).owners;
  const personOf = new Map(persons.flatMap((person, at) => person.nodes.map(({ node }) => [node, at] as const)));
  const pairs = persons.flatMap((person) => pairsOf(person.nodes));
  const shared = { alone: 0, 'with an owner': 0, wrong: 0 };
  for (const person of persons) {
    for (const node of person.nodes.filter((one) => ownersOf(one).size > 1)) {
      const others = person.nodes.filter((other) => other !== node);
      const isOwned = others.some((other) => areOnes(ownersOf(node), ownersOf(other)));
      shared[others.length === 0 ? 'alone' : isOwned ? 'with an owner' : 'wrong'] += 1;
    }
  }
  const missed: Record<MissCause, number> = {
    'never-signed-in': 0,
    shared: 0,
    misspelt: 0,
    renumbered: 0,
    refused: 0,
    'nothing-in-common': 0,
  };
  let wanted = 0;
  let found = 0;
  for (const known of knownOfEach(nodes, records, owners)) {
    const causeOf = missCause(known);
    for (const [a, b] of pairsOf(known.own)) {
      wanted += 1;
      if (personOf.get(a.node) === personOf.get(b.node)) found += 1;
      else missed[causeOf(a, b)] += 1;
    }
  }
  const right = pairs.filter(([a, b]) => areOnes(ownersOf(a), ownersOf(b))).length;
  return { joined: pairs.length, right, wanted, found, missed, shared };
}

/** What is known of each human, by her own identifiers. */
function knownOfEach(
  nodes: readonly NodeRef[],
  records: readonly MatchRecord[],
  owners: ReadonlyMap<string, Owned>,
): Iterable<KnownOf> {
  const known = new Map<string, Gathered>();
  const of = (human: string): Gathered => {
    const one = known.get(human) ?? { own: [], shared: [], misspelt: new Set(), together: [] };
    known.set(human, one);
    return one;
  };
  for (const node of nodes) {
    const { owners: humans, kind } = ownedOf(node, owners);
    for (const human of humans) {
      const one = of(human);
      (humans.size === 1 ? one.own : one.shared).push(node);
      if (kind === 'misspelt') one.misspelt.add(node.node);
    }
  }
  for (const record of records) {
    const humans = new Set(record.nodes.flatMap((node) => [...ownedOf(node, owners).owners]));
    for (const human of humans) of(human).together.push(record.nodes);
  }
  return known.values();
}

interface Gathered {
  readonly own: NodeRef[];
  readonly shared: NodeRef[];
  readonly misspelt: Set<number>;
  readonly together: (readonly NodeRef[])[];
}

function ownedOf({ namespace, value }: NodeRef, owners: ReadonlyMap<string, Owned>): Owned {
  const owned = owners.get(`${namespace} ${value}`);
  if (owned === undefined) throw new Error(`the truth does not know whose ${namespace} ${value} is`);
  return owned;
}

function areOnes(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const human of a) if (b.has(human)) return true;
  return false;
}

function pairsOf(nodes: readonly NodeRef[]): readonly (readonly [NodeRef, NodeRef])[] {
  return nodes.flatMap((a, at) => nodes.slice(at + 1).map((b) => [a, b] as const));
}
