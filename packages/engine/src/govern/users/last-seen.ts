import { type AppPool, inWorkspace } from '../../store/postgres/in-workspace.js';
import { touchMember } from './member.sql.js';

const everyMs = 5 * 60 * 1000;

/** Notes when a member was last here, to about five minutes. */
export class LastSeen {
  readonly #ctx: AppPool & { readonly clock: () => number };
  readonly #noted = new Map<string, number>();

  constructor(ctx: AppPool & { readonly clock: () => number }) {
    this.#ctx = ctx;
  }

  async note(workspace: number, user: string): Promise<void> {
    const now = this.#ctx.clock();
    const key = `${workspace} ${user}`;
    if (now - (this.#noted.get(key) ?? Number.NEGATIVE_INFINITY) < everyMs) return;
    this.#noted.set(key, now);
    await inWorkspace(this.#ctx, workspace, (client) => touchMember(client, workspace, user, new Date(now)));
  }
}
