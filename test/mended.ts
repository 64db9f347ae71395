import { setTimeout as pause } from 'node:timers/promises';
import type { DescribedMending } from '../packages/engine/src/collect/set-aside/mending-schema.js';

/** Waits until a mending that was ordered has ended. `find` reads it by its path below the workspace. */
export async function mended(
  ordered: DescribedMending,
  find: (path: string) => Promise<DescribedMending>,
): Promise<DescribedMending> {
  for (let mending = ordered; ; mending = await find(`/set-aside/mendings/${ordered.id}`)) {
    if (mending.state !== 'running') return mending;
    await pause(20);
  }
}
