/**
 * Everything that hangs together in a workspace, in memory: a few numbers for each identifier and match. Identifiers that join nothing
 * under either of two rule sets (`cut`) hold nothing together.
 */
export class HangingTogether {
  readonly #parent: Int32Array;
  readonly #isCut: Uint8Array;
  readonly #matches: number[] = [];
  /** For each match, the first identifier of it that is not cut. */
  readonly #firsts: number[] = [];

  /** Identifiers are numbered from 1 to `last`. */
  constructor(last: number, cut: Iterable<number>) {
    this.#parent = new Int32Array(last + 1).map((_, node) => node);
    this.#isCut = new Uint8Array(last + 1);
    for (const node of cut) this.#isCut[node] = 1;
  }

  /** A decision that two are different holds nothing together, but counts wherever one of them is. */
  add(match: number, nodes: readonly number[], joins: boolean): void {
    let first: number | undefined;
    for (const node of nodes) {
      if (node >= this.#parent.length || this.#isCut[node] === 1) continue;
      if (first === undefined || !joins) {
        this.#matches.push(match);
        this.#firsts.push(node);
        first ??= node;
      } else this.#unite(first, node);
    }
  }

  /** What hangs together with others, some at a time: about `most` identifiers, or one part that is larger. */
  *parts(most: number): Generator<{ readonly nodes: readonly number[]; readonly matches: readonly number[] }> {
    const nodes = this.#byRoot(this.#parent.length - 1, (at) => at + 1);
    const matches = this.#byRoot(this.#firsts.length, (at) => this.#firsts[at] ?? 0);
    let part: { nodes: number[]; matches: Set<number> } = { nodes: [], matches: new Set() };
    for (let root = 1; root < this.#parent.length; root++) {
      const members = nodes(root);
      if (members.length < 2) continue;
      for (const at of members) part.nodes.push(at + 1);
      for (const at of matches(root)) part.matches.add(this.#matches[at] ?? 0);
      if (part.nodes.length < most) continue;
      yield { nodes: part.nodes, matches: [...part.matches] };
      part = { nodes: [], matches: new Set() };
    }
    if (part.nodes.length > 0) yield { nodes: part.nodes, matches: [...part.matches] };
  }

  /** Sorts 0 … count - 1 by the root of their node, by counting: what stands under a root. */
  #byRoot(count: number, nodeOf: (at: number) => number): (root: number) => Int32Array {
    const begins = new Int32Array(this.#parent.length + 1);
    for (let at = 0; at < count; at++) {
      const next = this.#find(nodeOf(at)) + 1;
      begins[next] = (begins[next] ?? 0) + 1;
    }
    for (let root = 1; root < begins.length; root++) begins[root] = (begins[root] ?? 0) + (begins[root - 1] ?? 0);
    const free = begins.slice();
    const sorted = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const root = this.#find(nodeOf(at));
      const place = free[root] ?? 0;
      sorted[place] = at;
      free[root] = place + 1;
    }
    return (root) => sorted.subarray(begins[root], begins[root + 1]);
  }

  #find(node: number): number {
    const parent = this.#parent;
    let at = node;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const next = parent[up] ?? up;
      parent[at] = next;
      at = next;
    }
  }

  #unite(a: number, b: number): void {
    const [one, other] = [this.#find(a), this.#find(b)];
    if (one !== other) this.#parent[Math.max(one, other)] = Math.min(one, other);
  }
}
