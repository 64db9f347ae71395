/** Union by size with path halving over 0 … size − 1: practically linear. */
export class DisjointSet {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let at = 0; at < size; at++) this.#parent[at] = at;
    this.#size = new Int32Array(size).fill(1);
  }

  find(member: number): number {
    const parent = this.#parent;
    let at = member;
    for (;;) {
      const up = parent[at] ?? at;
      if (up === at) return at;
      const next = parent[up] ?? up;
      parent[at] = next;
      at = next;
    }
  }

  /** Unites two different roots; the root of the larger stays and is returned. */
  uniteRoots(a: number, b: number): number {
    const sizes = this.#size;
    const [kept, gone] = (sizes[a] ?? 0) >= (sizes[b] ?? 0) ? [a, b] : [b, a];
    this.#parent[gone] = kept;
    sizes[kept] = (sizes[kept] ?? 0) + (sizes[gone] ?? 0);
    return kept;
  }
}
