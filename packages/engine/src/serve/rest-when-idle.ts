const idleForMs = 5_000;

/**
 * Calls `rest` once when nothing was done for a while after work, and then the garbage collector (with `--expose-gc`): what large batches
 * needed goes back to the machine.
 */
export function restWhenIdle(rest: () => Promise<void>, now: () => number): (did: 'idle' | 'worked') => Promise<void> {
  let workedAtMs: number | undefined;
  return async (did) => {
    if (did === 'worked') workedAtMs = now();
    else if (workedAtMs !== undefined && now() - workedAtMs > idleForMs) {
      workedAtMs = undefined;
      await rest();
      globalThis.gc?.();
    }
  };
}
