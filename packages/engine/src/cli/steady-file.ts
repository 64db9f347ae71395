import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { CliFailure, exitCode } from './cli-failure.js';

/** A file that must stay as it was when it was first looked at, for as long as it is read. */
export class SteadyFile {
  readonly path: string;
  readonly size: number;
  readonly #changedAt: bigint;
  readonly #inode: bigint;

  private constructor(path: string, size: number, changedAt: bigint, inode: bigint) {
    this.path = path;
    this.size = size;
    this.#changedAt = changedAt;
    this.#inode = inode;
  }

  static async open(path: string): Promise<SteadyFile> {
    const found = await stat(path, { bigint: true }).catch(() => undefined);
    if (found?.isFile() !== true) throw new CliFailure(exitCode.usage, `there is no file ${path}`);
    return new SteadyFile(path, Number(found.size), found.mtimeNs, found.ino);
  }

  get name(): string {
    return basename(this.path);
  }

  /** As many bytes as the file had. */
  read(): Readable {
    return createReadStream(this.path, this.size === 0 ? {} : { end: this.size - 1 });
  }

  /** Throws if the file is not what it was. */
  async check(): Promise<void> {
    const now = await stat(this.path, { bigint: true }).catch(() => undefined);
    const isSame =
      now !== undefined && Number(now.size) === this.size && now.mtimeNs === this.#changedAt && now.ino === this.#inode;
    if (isSame) return;
    throw new CliFailure(
      exitCode.failed,
      `${this.name} changed while it was being read, so nothing of it was imported; wait until it is written, then import it again`,
      { code: 'import.file-changed' },
    );
  }
}
