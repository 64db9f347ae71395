import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectContext } from '../project/project-context.js';
import { knownPaths } from './archive-file.sql.js';
import { fenceOfPath } from './archive-path.js';
import { dropStrayScratchTables } from './scratch-table.sql.js';

/**
 * Removes what archivers that were killed left: files of earlier owners of the workspace that were never committed, and tables in the engine.
 * Files of any other name are left alone.
 */
export async function sweepArchive(ctx: ProjectContext, folder: string): Promise<void> {
  await dropStrayScratchTables(ctx.engine);
  const own = String(ctx.workspace);
  for (const month of await namesIn(join(folder, own))) {
    const paths = (await namesIn(join(folder, own, month)))
      .map((name) => `${own}/${month}/${name}`)
      .filter((path) => (fenceOfPath(path) ?? Number.POSITIVE_INFINITY) < ctx.fence);
    const known = await knownPaths(ctx.client, ctx.workspace, paths);
    for (const path of paths) if (!known.has(path)) await rm(join(folder, path), { force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}
