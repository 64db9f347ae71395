import { randomFillSync } from 'node:crypto';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';

export interface DiskGuard {
  /** `low`: less than `lowBytes` are free; intake answers 507 until it is `ok` again. */
  state(): 'ok' | 'low';
  freeBytes(): number;
  /** Gives the ballast's room back, for PostgreSQL's recovery. The ballast returns by itself once there is room for it. */
  makeRoom(): Promise<void>;
  /** Measures now rather than at the next tick. */
  look(): Promise<'ok' | 'low'>;
  stop(): void;
}

export interface DiskGuardOptions {
  readonly folder: string;
  readonly ballast: string;
  readonly lowBytes?: number;
  readonly ballastBytes?: number;
  readonly everyMs?: number;
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void };
  /** Free bytes of the folder's disk, for an unprivileged process. */
  readonly measure?: (folder: string) => Promise<number>;
}

const mebibyte = 1024 * 1024;

/**
 * Watches the disk under the data folder, so that intake stops before PostgreSQL panics.
 *
 * The ballast is a file of incompressible bytes. It is written only while its size above `lowBytes` is free, so making it
 * never turns `ok` into `low`; a half-written one is never taken for whole, since it is renamed into place.
 */
export async function openDiskGuard(options: DiskGuardOptions): Promise<DiskGuard> {
  const { folder, ballast, log } = options;
  const lowBytes = options.lowBytes ?? 256 * mebibyte;
  const ballastBytes = options.ballastBytes ?? 64 * mebibyte;
  const measure = options.measure ?? measureFree;
  let free = await measure(folder);
  let state: 'ok' | 'low' = free < lowBytes ? 'low' : 'ok';
  let looking: Promise<'ok' | 'low'> | undefined;

  const lookOnce = async (): Promise<'ok' | 'low'> => {
    try {
      free = await measure(folder);
      const now = free < lowBytes ? 'low' : 'ok';
      if (now !== state) {
        const fields = { folder, freeBytes: free, lowBytes };
        if (now === 'low') log.warn(fields, 'the disk is nearly full: intake answers 507 until there is room');
        else log.info(fields, 'the disk has room again: intake is open');
      }
      state = now;
      if (free >= lowBytes + ballastBytes) await ensureBallast(ballast, ballastBytes);
    } catch (error) {
      log.warn(
        { folder, error: String(error) },
        'the free room of the disk could not be measured, or the ballast not be made',
      );
    }
    return state;
  };
  const look = (): Promise<'ok' | 'low'> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  await look();
  const timer = setInterval(() => void look(), options.everyMs ?? 1000);
  timer.unref();
  return {
    state: () => state,
    freeBytes: () => free,
    look,
    async makeRoom() {
      await looking;
      free = await measure(folder);
      if (free >= lowBytes) return;
      await rm(ballast, { force: true });
      log.warn({ folder, freeBytes: free }, 'the ballast was given up so that PostgreSQL has room to recover');
    },
    stop: () => clearInterval(timer),
  };
}

async function measureFree(folder: string): Promise<number> {
  const disk = await statfs(folder);
  return disk.bavail * disk.bsize;
}

async function ensureBallast(path: string, sizeBytes: number): Promise<void> {
  const present = await stat(path).catch(() => undefined);
  if (present?.size === sizeBytes) return;
  const next = `${path}.next`;
  const file = await open(next, 'w', 0o600);
  try {
    const block = Buffer.alloc(Math.min(mebibyte, sizeBytes));
    for (let written = 0; written < sizeBytes; ) {
      randomFillSync(block);
      written += (await file.write(block, 0, Math.min(block.length, sizeBytes - written))).bytesWritten;
    }
    await file.sync();
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(next, path);
}
