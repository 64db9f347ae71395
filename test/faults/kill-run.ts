import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addSource } from '../add-source.js';
import { seeded, shuffled } from '../properties/seeded.js';
import { type RunningThroughline, startThroughline } from '../start-throughline.js';
import { type AnalyticsCount, caughtUp, countAnalytics, countPostgres, type PostgresCount } from './count-stores.js';
import { isAlive, type Part, postmasterOf, runningParts, superuserUrl } from './running-parts.js';
import { SteadyClients } from './steady-clients.js';

type Victim = Part | 'all';

/** A kill at any moment, or exactly at a fault point. */
interface Kill {
  readonly victim: Victim;
  readonly at: string;
}

export interface KillFigures {
  readonly seed: number;
  readonly kills: number;
  readonly byVictim: Readonly<Record<string, number>>;
  /** How many fell where: the windows of fault points, and any moment. */
  readonly byWindow: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly retries: number;
  readonly postgres: PostgresCount;
  readonly analytics: AnalyticsCount;
  /** From a kill to the next acknowledged request. */
  readonly answersAgainMs: { readonly p50: number; readonly max: number };
}

const anyMoment = 'any moment';

/** Twenty kills that hit each window at least once. */
const twenty: readonly Kill[] = [
  ...[anyMoment, anyMoment, 'intake.sent', 'intake.committed'].map((at) => ({ victim: 'main' as const, at })),
  ...[anyMoment, 'intake.sent', 'resolve.applied', 'project.sent'].map((at) => ({ victim: 'postgres' as const, at })),
  ...[anyMoment, 'project.recorded', 'project.sent', 'fold.recorded'].map((at) => ({
    victim: 'analytics' as const,
    at,
  })),
  ...[anyMoment, 'resolve.applied', 'resolve.committed', 'project.inserted', 'fold.replaced'].map((at) => ({
    victim: 'worker' as const,
    at,
  })),
  ...[anyMoment, 'project.sent', 'intake.committed'].map((at) => ({ victim: 'all' as const, at })),
];

/** Kills parts of a whole system while clients send, then counts in every store. `rounds` times twenty kills. */
export async function killRun({ rounds, seed }: { rounds: number; seed: number }): Promise<KillFigures> {
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kills-'));
  // Passable, since run by root the server has another account.
  chmodSync(folder, 0o711);
  const run = new Run(join(folder, 'data'), join(folder, 'fault'), random);
  try {
    await run.start();
    const writeKey = await run.addSource();
    const clients = new SteadyClients({
      url: () => run.url,
      writeKey,
      clients: 3,
      batch: 40,
      restMs: 30,
      visitors: 900,
    });
    const plan = Array.from({ length: rounds }, () => shuffled(twenty, random)).flat();
    for (const kill of plan) await run.kill(kill, clients);
    await pause(500);
    const { tracks, others } = await clients.stop();
    await caughtUp(run.dataFolder);
    const postgres = await countPostgres(run.dataFolder, { tracks, others });
    await run.stop();
    const analytics = await countAnalytics(run.dataFolder, tracks.size);
    if (clients.odd.length > 0) throw new Error(`answers nobody expects: ${clients.odd.slice(0, 5).join('; ')}`);
    const times = [...run.answersAgainMs].sort((a, b) => a - b);
    return {
      seed,
      kills: plan.length,
      byVictim: run.byVictim,
      byWindow: run.byWindow,
      acknowledged: tracks.size + others.size,
      retries: clients.retries,
      postgres,
      analytics,
      answersAgainMs: { p50: times[Math.floor(times.length / 2)] ?? 0, max: times.at(-1) ?? 0 },
    };
  } finally {
    await run.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Run {
  readonly byVictim: Record<string, number> = {};
  readonly byWindow: Record<string, number> = {};
  readonly answersAgainMs: number[] = [];
  readonly dataFolder: string;
  readonly #order: string;
  readonly #random: () => number;
  #system: RunningThroughline | undefined;

  constructor(dataFolder: string, order: string, random: () => number) {
    this.dataFolder = dataFolder;
    this.#order = order;
    this.#random = random;
  }

  get url(): string {
    return this.#system?.url ?? 'http://127.0.0.1:9';
  }

  async start(): Promise<void> {
    this.#system = await startThroughline({
      dataFolder: this.dataFolder,
      environment: { THROUGHLINE_FAULT_FILE: this.#order },
      admin: { email: 'admin@example.com', password: 'correct horse battery staple' },
    });
  }

  addSource(): Promise<string> {
    return addSource(this.#running(), 'shop');
  }

  /** Kills once, brings back what does not come back by itself, and waits for the next acknowledged request. */
  async kill({ victim, at }: Kill, clients: SteadyClients): Promise<void> {
    await pause(50 + this.#random() * 450);
    const killedAtMs = await this.#strike(victim, at);
    if (victim === 'main' || victim === 'all') {
      await this.#gone(this.#running().pid);
      await this.start();
    }
    const untilMs = Date.now() + 60_000;
    while (clients.acknowledgedBegunAtMs <= killedAtMs) {
      if (Date.now() > untilMs)
        throw new Error(`nothing was acknowledged after ${victim} at ${at}:\n${this.#running().output()}`);
      await pause(10);
    }
    this.answersAgainMs.push(Date.now() - killedAtMs);
    // Steady state before the next: every part is there.
    while (!this.#isWhole()) {
      if (Date.now() > untilMs) throw new Error(`${victim} did not come back after ${at}`);
      await pause(20);
    }
    console.log(
      `${victim} killed at ${at}: answers again after ${this.answersAgainMs.at(-1)} ms, whole after ${Date.now() - killedAtMs} ms`,
    );
  }

  async stop(): Promise<void> {
    await this.#system?.stop();
    this.#system = undefined;
  }

  /** Leaves no process behind, however the test ended. */
  async end(): Promise<void> {
    await this.stop();
    const postmaster = postmasterOf(this.dataFolder);
    if (postmaster === undefined) return;
    process.kill(postmaster, 'SIGQUIT');
    await this.#gone(postmaster);
  }

  /** When it was done. */
  async #strike(victim: Victim, at: string): Promise<number> {
    const parts = runningParts(this.dataFolder, this.#running().pid);
    const aim = victim === 'all' ? parts.main : parts[victim];
    if (aim === undefined) throw new Error(`${victim} does not run`);
    let window = at;
    if (at === anyMoment || !(await this.#reached(at, aim))) {
      window = anyMoment;
      process.kill(aim, 'SIGKILL');
    }
    const killedAtMs = Date.now();
    if (victim === 'all') {
      for (const pid of Object.values(runningParts(this.dataFolder, aim)))
        if (pid !== aim && isAlive(pid)) process.kill(pid, 'SIGKILL');
      if (parts.postgres !== undefined) await this.#gone(parts.postgres);
    }
    await this.#gone(aim);
    this.byVictim[victim] = (this.byVictim[victim] ?? 0) + 1;
    this.byWindow[window] = (this.byWindow[window] ?? 0) + 1;
    return killedAtMs;
  }

  /** Orders the kill at a fault point and waits for it; false if nothing passed there. */
  async #reached(at: string, pid: number): Promise<boolean> {
    writeFileSync(`${this.#order}.next`, `${at} ${pid}`);
    renameSync(`${this.#order}.next`, this.#order);
    const untilMs = Date.now() + 40_000;
    while (existsSync(this.#order)) {
      if (Date.now() > untilMs) {
        rmSync(this.#order, { force: true });
        return false;
      }
      // Asked again and again: a fold that finds nothing moved yet is done without passing there.
      if (at.startsWith('fold.')) await this.#askFold();
      await pause(at.startsWith('fold.') ? 200 : 2);
    }
    return true;
  }

  async #askFold(): Promise<void> {
    const client = new pg.Client({ connectionString: superuserUrl(this.dataFolder) });
    await client.connect();
    await client.query(
      `insert into projection (workspace, fold_asked) select workspace, true from workspace
       on conflict (workspace) do update set fold_asked = true`,
    );
    await client.end();
  }

  #running(): RunningThroughline {
    if (this.#system === undefined) throw new Error('nothing runs');
    return this.#system;
  }

  #isWhole(): boolean {
    const parts = runningParts(this.dataFolder, this.#running().pid);
    return parts.worker !== undefined && parts.analytics !== undefined && parts.postgres !== undefined;
  }

  async #gone(pid: number): Promise<void> {
    while (isAlive(pid)) await pause(5);
  }
}
