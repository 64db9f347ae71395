import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { draftText, type SpilledDraft } from './draft-text.js';
import { partOfGroup } from './part-of-group.js';
import { partPath } from './spill-part.js';

const bufferedChars = 64 * 1024;

/**
 * Puts drafts of grouped rules aside, divided by group over part files, so that any one part fits into memory.
 * After `flush` the operating system has everything, after `sync` the disk; `partBytes` then says how long each part is.
 */
export class SpillWriter {
  readonly #level: number;
  readonly #files: number[] = [];
  readonly #buffers: string[] = [];
  readonly #bytes: number[];

  /** Opens the parts below `folder` at these lengths; what is longer was written after the last resume point, and is cut off. */
  constructor(folder: string, parent: readonly number[], partBytes: readonly number[]) {
    this.#level = parent.length;
    this.#bytes = [...partBytes];
    partBytes.forEach((bytes, part) => {
      const path = partPath(folder, [...parent, part]);
      const file = openSync(path, bytes === 0 ? 'w' : 'r+', 0o600);
      if (bytes > 0) ftruncateSync(file, bytes);
      this.#files.push(file);
      this.#buffers.push('');
    });
  }

  get partBytes(): readonly number[] {
    return [...this.#bytes];
  }

  add(spilled: SpilledDraft): void {
    const { rule, group } = spilled.draft;
    const part = partOfGroup(rule, group ?? '', this.#level, this.#files.length);
    const text = (this.#buffers[part] ?? '') + draftText(spilled);
    this.#buffers[part] = text;
    if (text.length > bufferedChars) this.#write(part);
  }

  flush(): void {
    for (let part = 0; part < this.#files.length; part += 1) this.#write(part);
  }

  sync(): void {
    this.flush();
    for (const file of this.#files) fsyncSync(file);
  }

  close(): void {
    for (const file of this.#files) closeSync(file);
  }

  #write(part: number): void {
    const text = this.#buffers[part] ?? '';
    const file = this.#files[part];
    if (text === '' || file === undefined) return;
    this.#buffers[part] = '';
    const bytes = Buffer.from(text);
    let at = this.#bytes[part] ?? 0;
    try {
      for (let done = 0; done < bytes.length; ) {
        const written = writeSync(file, bytes, done, bytes.length - done, at);
        done += written;
        at += written;
      }
    } catch (cause) {
      throw new ThroughlineError(
        'import.no-room',
        'there is no room left to sort the lines of the file; free some space, then start the import again',
        {
          cause,
        },
      );
    }
    this.#bytes[part] = at;
  }
}
