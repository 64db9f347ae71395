import { closeSync, fstatSync, openSync } from 'node:fs';
import { type CompiledMapping, compileMapping } from '@throughline/core/collect/mapping/compile-mapping';
import type { LookupTable } from '@throughline/core/collect/mapping/lookup-table';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { draftGroups } from './draft-groups.js';
import { fileRecords } from './file-records.js';
import type { ImportBatch } from './import-batch.js';
import { loadLookups } from './load-lookups.js';
import { MessageBatch } from './message-batch.js';
import type { ReadOrder, ReadSizes } from './read-order.js';
import type { ReadCounts, ResumePlace } from './resume-point.js';
import { draftsOfPart, partSize } from './spill-part.js';
import { SpillWriter } from './spill-writer.js';

/*
 * Lines of one interaction may stand anywhere in the file, so lines of rules that group are not turned into messages while the file is
 * read: they are divided by a hash of their group over part files, and afterwards part after part is read, grouped in memory and merged.
 * A part too large for memory is divided once more. Memory depends on the size of a part and of a batch, not on that of the file.
 *
 * A batch always ends where reading can go on (ResumePoint), and nothing but the order decides where it ends. So whoever was interrupted
 * between handing on a batch and storing its point gets that very batch again.
 */

const mebibyte = 1024 * 1024;
const divideInto = 16;
const deepestDivision = 3;

/** Reads a file into batches of messages. Throws `mapping.…`, `import.…` for what concerns the file as a whole. */
export function* readMessages(order: ReadOrder): Generator<ImportBatch, void, undefined> {
  const file = openSync(order.file, 'r');
  try {
    yield* new Reading(order, file).run();
  } finally {
    closeSync(file);
  }
}

class Reading {
  readonly #order: ReadOrder;
  readonly #file: number;
  readonly #spillFolder: string;
  readonly #fileBytes: number;
  readonly #compiled: CompiledMapping;
  readonly #batch: MessageBatch;
  readonly #sizes: ReadSizes;
  readonly #isGrouping: boolean;
  readonly #counts: { -readonly [Count in keyof ReadCounts]: number };
  #header: readonly string[];
  #mergedBytes = 0;

  constructor(order: ReadOrder, file: number) {
    this.#order = order;
    this.#file = file;
    this.#spillFolder = order.spillFolder ?? order.folder;
    this.#fileBytes = fstatSync(file).size;
    this.#compiled = compileMapping(order.mapping);
    this.#batch = new MessageBatch(order, this.#compiled, file, order.resume?.months ?? {});
    this.#isGrouping = order.mapping.rows.some((rule) => rule.make === 'interaction' && rule['group by'] !== undefined);
    this.#sizes = {
      batchMessages: 1_000,
      batchChars: 4 * mebibyte,
      checkpointBytes: Math.max(4 * mebibyte, Math.ceil(this.#fileBytes / 32)),
      parts: Math.min(64, Math.max(1, Math.ceil(this.#fileBytes / (2 * mebibyte)))),
      partBytes: 8 * mebibyte,
      ...order.sizes,
    };
    const { read, received, setAside, passedOver } = order.resume ?? {
      read: 0,
      received: 0,
      setAside: 0,
      passedOver: 0,
    };
    this.#counts = { read, received, setAside, passedOver };
    this.#header = order.resume?.header ?? [];
  }

  *run(): Generator<ImportBatch, void, undefined> {
    const place = this.#order.resume?.place;
    if (place?.phase === 'end') return;
    let parts = place?.phase === 'parts' ? place : undefined;
    if (place?.phase !== 'parts') {
      const partBytes = yield* this.#lines(place);
      if (partBytes !== undefined) parts = { phase: 'parts', partBytes, part: [0], groupsDone: 0, mergedBytes: 0 };
    }
    if (parts !== undefined) yield* this.#parts(parts);
    yield this.#hand({ phase: 'end' }, this.#fileBytes);
  }

  /** Reads the file; the lengths of the parts if lines were put aside. */
  *#lines(
    from: Extract<ResumePlace, { phase: 'lines' }> | undefined,
  ): Generator<ImportBatch, readonly number[] | undefined, undefined> {
    const tables = loadLookups(this.#order.folder, this.#compiled.lookups);
    const spill = this.#isGrouping ? this.#openSpill([], from?.partBytes) : undefined;
    try {
      const { header, records } = fileRecords(
        this.#file,
        { ...this.#form() },
        this.#compiled.columns,
        from && { position: from.position, header: this.#header },
      );
      this.#header = header;
      let before = from?.position.byte ?? 0;
      for (const record of records) {
        this.#counts.read += 1;
        if (record.type === 'unreadable') {
          const { at, next, reason, values } = record;
          this.#batch.addUnreadable({ line: at.line, start: at.byte, end: next.byte }, reason, values);
        } else this.#draft(record.cells, record.at.line, record.at.byte, record.next.byte, tables, spill);
        const isCheckpoint = this.#checkpointsUpTo(record.next.byte) > this.#checkpointsUpTo(before);
        before = record.next.byte;
        if (isCheckpoint || this.#isFull()) {
          if (isCheckpoint) spill?.sync();
          else spill?.flush();
          const point = { phase: 'lines' as const, position: record.next, partBytes: spill?.partBytes ?? [] };
          yield this.#hand(point, this.#isGrouping ? record.next.byte / 2 : record.next.byte);
        }
      }
      spill?.sync();
      return spill?.partBytes;
    } finally {
      spill?.close();
    }
  }

  #draft(
    cells: readonly unknown[],
    line: number,
    start: number,
    end: number,
    tables: ReadonlyMap<string, LookupTable>,
    spill: SpillWriter | undefined,
  ): void {
    const drafts = this.#compiled.readLine(cells, line, tables);
    if (drafts.length === 0) this.#counts.passedOver += 1;
    for (const draft of drafts) {
      const spilled = { draft, start, end };
      if (draft.group === null || spill === undefined) this.#batch.add({ drafts: [spilled], isPiece: false });
      else spill.add(spilled);
    }
  }

  /** Merges what was put aside, part after part, from the resume point on. */
  *#parts(from: Extract<ResumePlace, { phase: 'parts' }>): Generator<ImportBatch, void, undefined> {
    this.#mergedBytes = from.mergedBytes;
    for (let part = from.part[0] ?? 0; part < from.partBytes.length; part += 1) {
      const isFirst = part === from.part[0];
      yield* this.#part(
        [part],
        from.partBytes[part] ?? 0,
        from.partBytes,
        isFirst ? from.part.slice(1) : [],
        isFirst ? from.groupsDone : 0,
      );
    }
  }

  *#part(
    part: readonly number[],
    bytes: number,
    partBytes: readonly number[],
    inside: readonly number[],
    groupsDone: number,
  ): Generator<ImportBatch, void, undefined> {
    const folder = this.#spillFolder;
    if (bytes > this.#sizes.partBytes && part.length < deepestDivision) {
      const divided = this.#divide(part, bytes);
      for (let at = inside[0] ?? 0; at < divided.length; at += 1) {
        const isFirst = at === (inside[0] ?? 0);
        yield* this.#part(
          [...part, at],
          divided[at] ?? 0,
          partBytes,
          isFirst ? inside.slice(1) : [],
          isFirst ? groupsDone : 0,
        );
      }
      return;
    }
    let done = 0;
    for (const group of draftGroups(draftsOfPart(folder, part, bytes))) {
      done += 1;
      if (done <= groupsDone) continue;
      this.#batch.add(group);
      for (const { start, end } of group.drafts) this.#mergedBytes += end - start;
      if (this.#isFull()) {
        const place = { phase: 'parts' as const, partBytes, part, groupsDone: done, mergedBytes: this.#mergedBytes };
        yield this.#hand(place, (this.#fileBytes + Math.min(this.#fileBytes, this.#mergedBytes)) / 2);
      }
    }
  }

  /** Checkpoints lie at places of the file, not at distances from one another: wherever reading begins, it meets the same ones. */
  #checkpointsUpTo(byte: number): number {
    return Math.floor(byte / this.#sizes.checkpointBytes);
  }

  #isFull(): boolean {
    return this.#batch.size >= this.#sizes.batchMessages || this.#batch.chars >= this.#sizes.batchChars;
  }

  #divide(part: readonly number[], bytes: number): readonly number[] {
    const spill = this.#openSpill(part, new Array<number>(divideInto).fill(0));
    try {
      for (const spilled of draftsOfPart(this.#spillFolder, part, bytes)) spill.add(spilled);
      spill.flush();
      return spill.partBytes;
    } finally {
      spill.close();
    }
  }

  /** Parts that are shorter than they were at the resume point were lost with the power. */
  #openSpill(parent: readonly number[], partBytes?: readonly number[]): SpillWriter {
    const folder = this.#spillFolder;
    const lengths = partBytes ?? new Array<number>(this.#sizes.parts).fill(0);
    if (lengths.some((bytes, at) => partSize(folder, [...parent, at]) < bytes)) {
      throw new ThroughlineError(
        'import.staging-lost',
        'lines of the file that were put aside are gone; undo this import, then import the file again',
      );
    }
    return new SpillWriter(folder, parent, lengths);
  }

  #form() {
    const { delimiter, quote, skip, header } = this.#order.mapping.file;
    const { format, encoding } = this.#order;
    return { format, encoding, delimiter, quote, skip, header: header === true ? undefined : header };
  }

  #hand(at: ResumePlace, bytesDone: number): ImportBatch {
    const size = this.#batch.size;
    const { rows, setAside } = this.#batch.take();
    this.#counts.received += size;
    this.#counts.setAside += setAside.length;
    return {
      rows,
      setAside,
      point: { ...this.#counts, header: this.#header, place: at, months: this.#batch.months },
      bytesDone: Math.floor(bytesDone),
    };
  }
}
