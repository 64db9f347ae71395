import type { AppContext } from '../../http/app-context.js';
import { inWorkspace } from '../../store/postgres/in-workspace.js';
import { addRefused } from './webhook.sql.js';

interface Refused {
  readonly workspace: number;
  readonly source: number;
  count: number;
}

/**
 * Counts deliveries with a wrong signature. They are added to the store by one writer at a time, so that whoever sends a thousand forged ones
 * a second takes one connection and not all; a kill loses the last of the count and nothing else.
 */
export class RefusedDeliveries {
  readonly #ctx: Pick<AppContext, 'appPool' | 'clock' | 'log'>;
  readonly #counts = new Map<string, Refused>();
  #writing = false;

  constructor(ctx: Pick<AppContext, 'appPool' | 'clock' | 'log'>) {
    this.#ctx = ctx;
  }

  note({ workspace, source }: { readonly workspace: number; readonly source: number }): void {
    const name = `${workspace} ${source}`;
    const counted = this.#counts.get(name) ?? { workspace, source, count: 0 };
    counted.count += 1;
    this.#counts.set(name, counted);
    if (!this.#writing) void this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      const { workspace, source, count } = next;
      try {
        const at = new Date(this.#ctx.clock());
        await inWorkspace(this.#ctx, workspace, (client) => addRefused(client, workspace, source, count, at));
      } catch (err) {
        this.#ctx.log.warn({ err }, 'refused deliveries could not be counted');
      }
    }
    this.#writing = false;
  }

  #take(): Refused | undefined {
    for (const [name, refused] of this.#counts) {
      this.#counts.delete(name);
      return refused;
    }
    return undefined;
  }
}
