import { compareText } from './compare-text.js';
import { DisjointSet } from './disjoint-set.js';
import type { JoinRules } from './join-rules.js';
import { KeptApart } from './kept-apart.js';
import type { MatchRecord, MatchStrength } from './match-record.js';
import { matchStar } from './match-star.js';
import type { NodeRef } from './node-ref.js';
import { PersonLimits } from './person-limits.js';
import type { RawComponent } from './raw-components.js';
import type { RefusalReason, RefusedJoin } from './refused-join.js';

export interface ResolvedPerson {
  /** By node number, so the first is the anchor. */
  readonly nodes: readonly NodeRef[];
}

export interface ResolvedComponent<R extends MatchRecord = MatchRecord> {
  /** By anchor. */
  readonly persons: readonly ResolvedPerson[];
  /** Every edge of every record whose ends are not one person, in the order in which they were refused. */
  readonly refused: readonly RefusedJoin<R>[];
}

/**
 * Who is who in one raw component: a function of the set of its records and the rules, and of nothing else.
 *
 * Records are taken in one order that arrival cannot change (strength, first time, key) and united Kruskal-fashion. A join is refused if the
 * union would hold a pair that was decided to be different, break a limit, or join two durable identifiers on the word of a public key. All
 * three can only get worse by further unions, so what is refused once stays apart, and where none can occur no order is needed.
 */
export function resolveComponent<R extends MatchRecord>(
  component: RawComponent<R>,
  rules: JoinRules,
): ResolvedComponent<R> {
  const { nodes } = component;
  const indexOf = new Map(nodes.map(({ node }, at) => [node, at]));
  const joining = component.records.filter((record) => record.kind !== 'different');
  const join = new Joining<R>(component, indexOf, rules);

  const firm = joining.filter((record) => record.strength !== 'weak');
  for (const record of join.firmNeedOrder ? firm.sort(byCanonicalOrder) : firm) join.take(record);
  const weak = joining.filter((record) => record.strength === 'weak');
  for (const record of join.weakNeedOrder ? weak.sort(byCanonicalOrder) : weak) join.take(record);
  return { persons: join.persons(), refused: join.refused };
}

class Joining<R extends MatchRecord> {
  readonly refused: RefusedJoin<R>[] = [];
  readonly #nodes: readonly NodeRef[];
  readonly #indexOf: ReadonlyMap<number, number>;
  readonly #rules: JoinRules;
  readonly #sets: DisjointSet;
  readonly #limits: PersonLimits;
  readonly #apart: KeptApart;
  readonly #isDurable: boolean[];
  #durableClusters: number;

  constructor(component: RawComponent<R>, indexOf: ReadonlyMap<number, number>, rules: JoinRules) {
    this.#nodes = component.nodes;
    this.#indexOf = indexOf;
    this.#rules = rules;
    this.#sets = new DisjointSet(component.nodes.length);
    this.#limits = new PersonLimits(component.nodes, indexOf, component.records, rules);
    this.#apart = new KeptApart(indexOf, component.records);
    this.#isDurable = component.nodes.map((node) => rules.isDurable(node));
    this.#durableClusters = this.#isDurable.filter(Boolean).length;
  }

  get firmNeedOrder(): boolean {
    return !this.#limits.areKeptByAll || !this.#apart.isEmpty;
  }

  /** Asked once all firm records are taken. */
  get weakNeedOrder(): boolean {
    return this.firmNeedOrder || this.#durableClusters > 1;
  }

  take(record: R): void {
    const star = matchStar(record, (node) => this.#indexOf.has(node.node), this.#rules);
    if (star === undefined) return;
    for (const other of star.others) {
      const a = this.#rootOf(star.centre);
      const b = this.#rootOf(other);
      if (a === b) continue;
      const reason = this.#refusal(a, b, record.strength);
      if (reason === undefined) this.#unite(a, b);
      else this.refused.push({ record, a: star.centre, b: other, reason });
    }
  }

  persons(): readonly ResolvedPerson[] {
    const clusters = new Map<number, NodeRef[]>();
    for (const node of [...this.#nodes].sort((a, b) => a.node - b.node)) {
      const root = this.#rootOf(node);
      const cluster = clusters.get(root);
      if (cluster === undefined) clusters.set(root, [node]);
      else cluster.push(node);
    }
    return [...clusters.values()].map((members) => ({ nodes: members }));
  }

  #rootOf(node: NodeRef): number {
    return this.#sets.find(this.#indexOf.get(node.node) ?? -1);
  }

  #refusal(a: number, b: number, strength: MatchStrength): RefusalReason | undefined {
    const decision = this.#apart.between(a, b, (at) => this.#sets.find(at));
    if (decision !== undefined) return { type: 'different', decision };
    const limit = this.#limits.brokenBy(a, b);
    if (limit !== undefined) return limit;
    if (strength === 'weak' && this.#isDurable[a] && this.#isDurable[b]) return { type: 'weak' };
    return undefined;
  }

  #unite(a: number, b: number): void {
    const kept = this.#sets.uniteRoots(a, b);
    const gone = kept === a ? b : a;
    this.#limits.unite(kept, gone);
    this.#apart.unite(kept, gone);
    if (this.#isDurable[a] && this.#isDurable[b]) this.#durableClusters--;
    this.#isDurable[kept] = this.#isDurable[a] === true || this.#isDurable[b] === true;
  }
}

const rank: Readonly<Record<MatchStrength, number>> = { decision: 0, strong: 1, weak: 2 };

function byCanonicalOrder(a: MatchRecord, b: MatchRecord): number {
  return rank[a.strength] - rank[b.strength] || a.firstOccurredAt - b.firstOccurredAt || compareText(a.key, b.key);
}
