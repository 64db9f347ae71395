import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import { type JoinRules, joinRules } from '@throughline/core/resolve/join-rules';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { Logger } from 'pino';
import { type AppPool, inSnapshot } from '../../store/postgres/in-workspace.js';
import { uuidV7 } from '../../store/uuid-v7.js';
import { type IdentityFrame, readIdentityFrame } from '../customers/identity-frame.js';
import type { JoinRulesByVersion } from '../rules/join-rules-by-version.js';
import { readWhatIf, type WhatIf, type WhatIfProgress } from './read-what-if.js';

export type WhatIfState = 'running' | 'done' | 'stopped' | 'failed';

/** One question; `progress` and `state` change while it runs. */
export interface AskedWhatIf {
  readonly id: string;
  readonly workspace: number;
  state: WhatIfState;
  progress: WhatIfProgress;
  answer: (WhatIf & { readonly frame: Pick<IdentityFrame, 'sourceName' | 'zone'> }) | undefined;
  /** Settles when it no longer runs; never rejects. */
  readonly ended: Promise<void>;
}

interface WhatIfContext extends AppPool {
  readonly clock: () => number;
  readonly log: Pick<Logger, 'error'>;
}

class Stopped extends Error {}

/**
 * Questions about other rules, kept in memory: the last of each workspace, running or answered. A new one of a workspace stops the one
 * before; at most one runs at a time in the process, the others wait.
 *
 *   running ──read all──► done        running ──stop, or the next question──► stopped        running ──error──► failed
 */
export class WhatIfs {
  readonly #ctx: WhatIfContext;
  readonly #rules: JoinRulesByVersion;
  readonly #last = new Map<number, AskedWhatIf>();
  #before: Promise<void> = Promise.resolve();

  constructor(ctx: WhatIfContext, rules: JoinRulesByVersion) {
    this.#ctx = ctx;
    this.#rules = rules;
  }

  ask(workspace: number, ruleSet: RuleSet): AskedWhatIf {
    const replaced = this.#last.get(workspace);
    if (replaced?.state === 'running') replaced.state = 'stopped';
    const turn = this.#before;
    const asked: AskedWhatIf = {
      id: uuidV7(this.#ctx.clock()),
      workspace,
      state: 'running',
      progress: { done: 0, total: 0 },
      answer: undefined,
      ended: turn.then(() => this.#run(asked, joinRules(ruleSet))),
    };
    this.#before = asked.ended;
    this.#last.set(workspace, asked);
    return asked;
  }

  /** Error: `request.not-found`, also of one that a later question replaced. */
  get(workspace: number, id: string): AskedWhatIf {
    const asked = this.#last.get(workspace);
    if (asked?.id === id) return asked;
    throw new ThroughlineError('request.not-found', 'there is no such question about the rules any more; ask it again');
  }

  stop(workspace: number, id: string): AskedWhatIf {
    const asked = this.get(workspace, id);
    if (asked.state === 'running') asked.state = 'stopped';
    return asked;
  }

  async #run(asked: AskedWhatIf, after: JoinRules): Promise<void> {
    if (asked.state !== 'running') return;
    try {
      const answer = await inSnapshot(this.#ctx, asked.workspace, async (client) => {
        const frame = await readIdentityFrame(client, asked.workspace, this.#rules);
        const rules = { before: frame.rules, after };
        const found = await readWhatIf(client, asked.workspace, frame.namespaces, rules, (progress) => {
          if (asked.state !== 'running') throw new Stopped();
          asked.progress = progress;
        });
        return { ...found, frame };
      });
      if (this.#last.get(asked.workspace) !== asked) return;
      asked.answer = answer;
      asked.state = 'done';
    } catch (error) {
      if (error instanceof Stopped) return;
      asked.state = 'failed';
      this.#ctx.log.error(
        { error, workspace: asked.workspace },
        'what other rules would change could not be found out',
      );
    }
  }
}
