import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Where a resolver of the crew is killed: anywhere, with its batch applied but not committed, or committed but not noted. */
export type Death = 'now' | 'resolve.applied' | 'resolve.committed';

export interface CrewOptions {
  readonly size?: number;
  readonly leaseMs?: number;
  /** Keeps its leases for good instead of giving them back now and then. */
  readonly isSteady?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

interface Member {
  readonly child: ChildProcess;
  owner: string;
  doomed: boolean;
}

/** Four OS processes that resolve one database together. Who dies is replaced. */
export class ResolverCrew {
  readonly errors: string[] = [];
  readonly deaths: Record<Death, number> = { now: 0, 'resolve.applied': 0, 'resolve.committed': 0 };
  readonly #url: string;
  readonly #random: () => number;
  readonly #options: CrewOptions;
  /** Batches that were rolled back since another process had taken the workspace over. */
  refused = 0;
  #members: Member[] = [];
  #stopped = false;

  constructor(url: string, random: () => number, options: CrewOptions = {}) {
    this.#url = url;
    this.#random = random;
    this.#options = options;
    for (let n = 0; n < (options.size ?? 4); n += 1) this.#add();
  }

  /** Sends a signal to every process. */
  signal(signal: NodeJS.Signals): void {
    for (const { child } of this.#members) child.kill(signal);
  }

  get size(): number {
    return this.#members.length;
  }

  /** Kills whoever has the lease `owner`, or any of them. */
  kill(death: Death, owner: string | null): void {
    const living = this.#members.filter((one) => !one.doomed);
    const member =
      living.find((one) => one.owner === owner) ?? living[Math.floor(this.#random() * living.length)] ?? undefined;
    if (member === undefined) return;
    member.doomed = true;
    member.child.once('exit', () => (this.deaths[death] += 1));
    if (death === 'now') member.child.kill('SIGKILL');
    else member.child.send({ type: 'die-at', point: death }, () => undefined);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(
      this.#members.map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }),
    );
  }

  #add(): void {
    const some = (most: number): number[] => Array.from({ length: 7 }, () => 1 + Math.floor(this.#random() * most));
    const child = fork(fileURLToPath(new URL('./resolver-process.mjs', import.meta.url)), {
      stdio: 'inherit',
      execArgv: [],
      env: { ...process.env, ...this.#options.environment },
    });
    const member: Member = { child, owner: '', doomed: false };
    this.#members.push(member);
    child.send({
      type: 'start',
      url: this.#url,
      batchRows: some(9),
      steps: this.#options.isSteady === true ? [Number.MAX_SAFE_INTEGER] : some(12),
      leaseMs: this.#options.leaseMs ?? 600,
    });
    child.on('message', (message: Told) => {
      if (message.type === 'owner') member.owner = message.owner;
      else if (message.type === 'error') this.errors.push(message.text);
      else this.refused += 1;
    });
    child.once('exit', () => {
      this.#members = this.#members.filter((one) => one !== member);
      if (!this.#stopped) this.#add();
    });
  }
}

type Told = { type: 'owner'; owner: string } | { type: 'error'; text: string } | { type: 'refused' };
