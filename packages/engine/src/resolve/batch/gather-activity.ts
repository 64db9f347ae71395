import type { ActivityRow } from './persons.sql.js';

interface Counted {
  node: number;
  import: number;
  interactions: number;
  firstAtMs: number;
  lastAtMs: number;
  channels: bigint;
}

/** Adds up what a batch counts, by node and import. */
export class GatheredActivity {
  readonly #counted = new Map<string, Counted>();

  add(node: number, importNumber: number, atMs: number, channelCode: number): void {
    const key = `${node}/${importNumber}`;
    const bit = channelCode === 0 ? 0n : 1n << BigInt(channelCode - 1);
    const known = this.#counted.get(key);
    if (known === undefined) {
      this.#counted.set(key, {
        node,
        import: importNumber,
        interactions: 1,
        firstAtMs: atMs,
        lastAtMs: atMs,
        channels: bit,
      });
      return;
    }
    known.interactions += 1;
    known.firstAtMs = Math.min(known.firstAtMs, atMs);
    known.lastAtMs = Math.max(known.lastAtMs, atMs);
    known.channels |= bit;
  }

  get rows(): readonly ActivityRow[] {
    return [...this.#counted.values()].map((row) => ({ ...row, channels: row.channels.toString() }));
  }
}
