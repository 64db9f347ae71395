import type { ClientBase } from 'pg';
import { readLag } from './projection-lag.sql.js';

export interface ProjectionLag {
  /** Batches that are resolved and not yet in the analytics engine. */
  readonly batches: number;
  /** Age of the oldest of them; 0 if there is none. */
  readonly seconds: number;
}

/** How far the analytics engine is behind; every "as of" of its figures comes from this. Needs the worker role. */
export async function projectionLag(client: Pick<ClientBase, 'query'>, workspace: number): Promise<ProjectionLag> {
  return readLag(client, workspace);
}
