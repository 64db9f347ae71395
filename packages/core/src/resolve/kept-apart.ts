import { compareText } from './compare-text.js';
import type { MatchRecord } from './match-record.js';

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly decision: MatchRecord;
}

/** The "different" decisions of one raw component, held by each cluster they touch. */
export class KeptApart {
  readonly #pairs = new Map<number, Pair[]>();

  constructor(indexOf: ReadonlyMap<number, number>, records: readonly MatchRecord[]) {
    for (const decision of records) {
      if (decision.kind !== 'different') continue;
      const present = [...new Set(decision.nodes.flatMap(({ node }) => indexOf.get(node) ?? []))];
      for (const [at, a] of present.entries()) for (const b of present.slice(at + 1)) this.#add({ a, b, decision });
    }
  }

  get isEmpty(): boolean {
    return this.#pairs.size === 0;
  }

  /** The decision (of several, the one with the lowest key) that keeps two clusters apart. */
  between(rootA: number, rootB: number, find: (at: number) => number): MatchRecord | undefined {
    const ofA = this.#pairs.get(rootA);
    const ofB = this.#pairs.get(rootB);
    if (ofA === undefined || ofB === undefined) return undefined;
    let found: MatchRecord | undefined;
    for (const { a, b, decision } of ofA.length <= ofB.length ? ofA : ofB) {
      const [x, y] = [find(a), find(b)];
      const isBetween = (x === rootA && y === rootB) || (x === rootB && y === rootA);
      if (isBetween && (found === undefined || compareText(decision.key, found.key) < 0)) found = decision;
    }
    return found;
  }

  unite(kept: number, gone: number): void {
    const moving = this.#pairs.get(gone);
    if (moving === undefined) return;
    this.#pairs.delete(gone);
    const staying = this.#pairs.get(kept);
    if (staying === undefined) this.#pairs.set(kept, moving);
    else for (const pair of moving) staying.push(pair);
  }

  #add(pair: Pair): void {
    for (const end of [pair.a, pair.b]) {
      const known = this.#pairs.get(end);
      if (known === undefined) this.#pairs.set(end, [pair]);
      else known.push(pair);
    }
  }
}
