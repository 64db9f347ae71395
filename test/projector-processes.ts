import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ProjectionWorld } from './projection-world.js';

export interface ProjectorProcessOptions {
  /** How many days the projector's clock is ahead. */
  readonly daysAhead?: number;
  readonly archive?: {
    readonly folder: string;
    readonly keepDays: number;
    readonly limits: { readonly rows: number; readonly chars: number };
  };
}

const dayMs = 86_400_000;
const built = (name: string) => new URL(`../packages/engine/dist/${name}`, import.meta.url).href;

/** Projectors of a world, each in a process of its own, which may be killed at a fault point. */
export class ProjectorProcesses {
  readonly #world: ProjectionWorld;
  readonly #options: ProjectorProcessOptions;
  readonly #children: ChildProcess[] = [];

  constructor(world: ProjectionWorld, options: ProjectorProcessOptions = {}) {
    this.#world = world;
    this.#options = options;
  }

  /** Runs one until nothing is left to do; resolves with how it ended: by itself, or by SIGKILL at a fault point. */
  async run(faults: Readonly<Record<string, string>> = {}): Promise<number | NodeJS.Signals | null> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', this.#script()], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...faults },
    });
    this.#children.push(child);
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return signal ?? code;
  }

  /** Runs one while the analytics engine is killed at a fault point and comes back. */
  async runWithoutEngineAt(point: string): Promise<void> {
    const { analytics, folder } = this.#world;
    const restarts = analytics.restartCount;
    const order = join(folder, 'fault-order');
    await writeFile(order, `${point} ${analytics.pid}`);
    expect(await this.run({ THROUGHLINE_FAULT_FILE: order })).toBe(0);
    await expect.poll(() => analytics.restartCount, { timeout: 20_000 }).toBe(restarts + 1);
  }

  killAll(): void {
    for (const child of this.#children.splice(0)) child.kill('SIGKILL');
  }

  #script(): string {
    const { database, analytics } = this.#world;
    const { daysAhead = 0, archive } = this.#options;
    return `
      const { Projector } = await import(${JSON.stringify(built('resolve/project/projector.js'))});
      const { connectAnalytics } = await import(${JSON.stringify(built('store/analytics/connect-analytics.js'))});
      const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))});
      const pool = new pg.Pool({ connectionString: ${JSON.stringify(database.urls.worker)}, max: 2 });
      pool.on('error', () => undefined);
      const engine = connectAnalytics(${JSON.stringify(analytics.address)});
      const log = { info() {}, warn() {}, error() {} };
      const clock = () => Date.now() + ${daysAhead * dayMs};
      const more = ${JSON.stringify(archive === undefined ? {} : { archive })};
      const projector = new Projector({ pool, analytics: { client: () => engine }, log, clock, leaseMs: 300, gapMs: 0, graceMs: 0, ...more });
      // An archiver rests as long as it worked, so idle for a while does not mean done.
      let [workedAtMs, longestMs, failed] = [Date.now(), 0, 0];
      while (Date.now() - workedAtMs < 900 + 2 * longestMs) {
        const beganAtMs = Date.now();
        let did = 'worked';
        try {
          did = await projector.step();
        } catch (error) {
          if (++failed > 300) throw error;
        }
        longestMs = Math.max(longestMs, Date.now() - beganAtMs);
        if (did === 'worked') workedAtMs = Date.now();
        await new Promise((resolve) => setTimeout(resolve, did === 'idle' ? 120 : 5));
      }
      await projector.stop();
      await engine.close();
      await pool.end();`;
  }
}
