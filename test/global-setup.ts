import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { stopTestCluster } from './test-cluster.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder of this run, where the first test file that needs PostgreSQL starts it for all. */
    readonly runFolder: string;
  }
}

/** Nothing is started here: only what was started during the run is stopped at its end. */
export default function setup(project: TestProject): () => Promise<void> {
  const runFolder = mkdtempSync(join(tmpdir(), `throughline-test-${process.pid}-`));
  // Passable, since run by root the server has another account.
  chmodSync(runFolder, 0o711);
  project.provide('runFolder', runFolder);
  return async () => {
    await stopTestCluster(runFolder);
    rmSync(runFolder, { recursive: true, force: true });
  };
}
