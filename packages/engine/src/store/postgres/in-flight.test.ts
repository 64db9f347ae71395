import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inFlight } from './in-flight.js';

describe('statements in flight', () => {
  it('fail together with the first that failed, once all of them have ended', async () => {
    const ended: string[] = [];
    const statement = async (name: string, turns: number, fails = false): Promise<void> => {
      for (let at = 0; at < turns; at += 1) await turn();
      ended.push(name);
      if (fails) throw new Error(`${name} failed`);
    };
    const all = inFlight(async (send) => {
      send(statement('slow', 9, true));
      send(statement('quick', 1, true));
      send(statement('slowest', 20));
    });
    await expect(all).rejects.toThrow('slow failed');
    expect(ended).toEqual(['quick', 'slow', 'slowest']);
  });

  it('are waited for even if what sent them fails', async () => {
    let hasEnded = false;
    const all = inFlight(async (send) => {
      send(turn().then(() => (hasEnded = true)));
      throw new Error('no');
    });
    await expect(all).rejects.toThrow('no');
    expect(hasEnded).toBe(true);
  });
});
