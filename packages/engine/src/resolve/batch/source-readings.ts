import type { ClientBase } from 'pg';
import type { LoggedMessage } from './log.sql.js';
import type { StoredSource } from './source-book.sql.js';
import { insertReadings, readReadings, type SourceReading } from './source-readings.sql.js';

/**
 * How each source was set when its messages were read: a message read a second time must mean what it meant. What is noted in a batch is
 * stored with it; when that is rolled back the object must be thrown away.
 */
export class SourceReadings {
  readonly #workspace: number;
  /** Per source, oldest first. */
  readonly #bySource = new Map<number, SourceReading[]>();

  private constructor(workspace: number) {
    this.#workspace = workspace;
  }

  static async read(client: ClientBase, workspace: number): Promise<SourceReadings> {
    const readings = new SourceReadings(workspace);
    for (const row of await readReadings(client, workspace)) readings.#add(row);
    return readings;
  }

  /** Notes what differs from how it was; messages from `offset` on are read with these. */
  async note(client: ClientBase, sources: Iterable<StoredSource>, offset: number): Promise<void> {
    const changed: SourceReading[] = [];
    for (const { trust: _, ...settings } of sources) {
      const known = this.#bySource.get(settings.source)?.at(-1);
      if (known === undefined || !isSame(known, settings)) changed.push({ ...settings, offset });
    }
    if (changed.length === 0) return;
    await insertReadings(client, this.#workspace, changed);
    for (const row of changed) this.#add(row);
  }

  /** How a source was set when the message at an offset was read; undefined if nothing of it was ever read. */
  at(source: number, offset: number): SourceReading | undefined {
    return this.#bySource.get(source)?.findLast((reading) => reading.offset <= offset);
  }

  /** The rows in their order, in runs that were read with the same settings; trust is that of now. */
  runs(
    rows: readonly LoggedMessage[],
    now: ReadonlyMap<number, StoredSource>,
  ): readonly { readonly rows: readonly LoggedMessage[]; readonly sources: ReadonlyMap<number, StoredSource> }[] {
    const changes = new Set([...this.#bySource.values()].flat().map(({ offset }) => offset));
    const begins = [...changes].sort((a, b) => a - b);
    const runs: { rows: LoggedMessage[]; sources: ReadonlyMap<number, StoredSource> }[] = [];
    let next = 0;
    for (const row of rows) {
      const isAnother = (begins[next] ?? Number.POSITIVE_INFINITY) <= row.offset;
      while ((begins[next] ?? Number.POSITIVE_INFINITY) <= row.offset) next += 1;
      if (isAnother || runs.length === 0) runs.push({ rows: [], sources: this.#allAt(row.offset, now) });
      runs.at(-1)?.rows.push(row);
    }
    return runs;
  }

  #allAt(offset: number, now: ReadonlyMap<number, StoredSource>): ReadonlyMap<number, StoredSource> {
    return new Map([...now].map(([number, source]) => [number, { ...source, ...this.at(number, offset) }]));
  }

  #add(row: SourceReading): void {
    const known = this.#bySource.get(row.source);
    if (known === undefined) this.#bySource.set(row.source, [row]);
    else known.push(row);
  }
}

function isSame(a: Omit<SourceReading, 'offset'>, b: Omit<SourceReading, 'offset'>): boolean {
  return (
    a.channel === b.channel &&
    a.zone === b.zone &&
    a.country === b.country &&
    a.currency === b.currency &&
    a.groups === b.groups
  );
}
