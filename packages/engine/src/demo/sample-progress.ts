import type { Pool } from 'pg';
import { storeFiles } from './sample-company.sql.js';
import type { SampleFileProgress } from './sample-state.js';

/** How far each file came, here and in the database. */
export class SampleProgress {
  readonly #pool: Pool;
  readonly #workspace: number;
  #files: readonly SampleFileProgress[];

  constructor(ctx: { readonly workerPool: Pool }, workspace: number, files: readonly SampleFileProgress[]) {
    this.#pool = ctx.workerPool;
    this.#workspace = workspace;
    this.#files = files;
  }

  get files(): readonly SampleFileProgress[] {
    return this.#files;
  }

  of(name: string): SampleFileProgress {
    const found = this.#files.find((file) => file.name === name);
    if (found === undefined) throw new Error(`the sample company has no file ${name}`);
    return found;
  }

  /** False if the company is no longer loading, which means: stop. */
  async store(name: string, change: Partial<Pick<SampleFileProgress, 'done' | 'import'>>): Promise<boolean> {
    this.#files = this.#files.map((file) => (file.name === name ? { ...file, ...change } : file));
    return storeFiles(this.#pool, this.#workspace, this.#files);
  }
}
