import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Archive } from './archive.js';
import { cellText } from './cell-text.js';
import { readXml } from './read-xml.js';

const blockBytes = 64 * 1024;
const mostBlocks = 256;
const rememberedTexts = 16_384;
const mostTexts = 8_000_000;
const writeFromBytes = 256 * 1024;

/**
 * The texts that the cells of a workbook share. They lie in a file, so that memory does not depend on how many there are (8 bytes each, 16 MB of
 * blocks and the texts used last): a workbook may hold a million.
 */
export class SharedStrings {
  readonly #file: number;
  readonly #blocks = new Map<number, Buffer>();
  readonly #remembered: ({ readonly index: number; readonly text: string } | undefined)[] = [];
  #ends = new Float64Array(1024);
  #count = 0;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #bytes = 0;

  private constructor(path: string) {
    this.#file = openSync(path, 'wx+', 0o600);
  }

  /** Reads the shared texts of a workbook into a file that must not exist yet. */
  static async read(archive: Archive, path: string): Promise<SharedStrings> {
    const strings = new SharedStrings(path);
    const pieces = archive.read('xl/sharedStrings.xml');
    try {
      if (pieces !== undefined)
        for await (const _ of readXml(
          pieces,
          cellText('si', (text) => strings.#add(text)),
        ));
      strings.#write();
      return strings;
    } catch (error) {
      strings.close();
      throw error;
    }
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const known = this.#remembered[index % rememberedTexts];
    if (known?.index === index) return known.text;
    const text = this.#slice(index === 0 ? 0 : (this.#ends[index - 1] ?? 0), this.#ends[index] ?? 0);
    this.#remembered[index % rememberedTexts] = { index, text };
    return text;
  }

  close(): void {
    closeSync(this.#file);
  }

  #add(text: string): void {
    if (this.#count >= mostTexts) {
      throw new ThroughlineError(
        'import.file-unreadable',
        `the Excel file holds more than ${mostTexts.toLocaleString('en')} different texts; save the sheet as CSV, then hand that in`,
      );
    }
    if (this.#count === this.#ends.length) {
      const longer = new Float64Array(this.#ends.length * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    const bytes = Buffer.from(text);
    this.#bytes += bytes.length;
    this.#ends[this.#count] = this.#bytes;
    this.#count += 1;
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes > writeFromBytes) this.#write();
  }

  #write(): void {
    const bytes = Buffer.concat(this.#pending);
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #slice(start: number, end: number): string {
    const block = Math.floor(start / blockBytes);
    if (end <= (block + 1) * blockBytes) {
      const offset = block * blockBytes;
      return this.#block(block).toString('utf8', start - offset, end - offset);
    }
    const bytes = Buffer.allocUnsafe(end - start);
    return bytes.toString('utf8', 0, readSync(this.#file, bytes, 0, end - start, start));
  }

  #block(number: number): Buffer {
    const known = this.#blocks.get(number);
    if (known !== undefined) return known;
    const bytes = Buffer.allocUnsafe(blockBytes);
    const block = bytes.subarray(0, readSync(this.#file, bytes, 0, blockBytes, number * blockBytes));
    if (this.#blocks.size >= mostBlocks) {
      for (const oldest of this.#blocks.keys()) {
        this.#blocks.delete(oldest);
        break;
      }
    }
    this.#blocks.set(number, block);
    return block;
  }
}
