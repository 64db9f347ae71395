import { deliveryProblem } from '@throughline/core/collect/webhooks/delivery-problem';
import { describe, expect, it } from 'vitest';
import { faultOfMapping, mapInThread } from './delivery-mapper.js';

const wanted = (mapping: string) => ({
  headers: { 'content-type': 'application/json' },
  body: '{"n": 1}',
  delivery: 'd',
  mapping,
});
const fine = wanted('{"messageId": "m", "n": n}');
const poison = [
  ['never ends', '($f := function(){$f()}; $f())'],
  ['searches for ever', '$match($join([1..40].("a")), /^(a+)+$b/)'],
  ['takes all memory', '($f := function($l){$f($append($l, [1..100000]))}; $f([]))'],
] as const;

describe('mappings in a thread', () => {
  it.each(poison)(
    'an expression that %s fails by itself, keeps nobody else waiting, and is not tried again at once',
    async (_, mapping) => {
      let turns = 0;
      const turning = setInterval(() => {
        turns += 1;
      }, 10);
      const [first, other] = await Promise.all([mapInThread(wanted(mapping), 0), mapInThread(fine, 0)]);
      clearInterval(turning);
      expect(first).toMatchObject({ type: 'failed', code: 'webhook.mapping-failed' });
      expect(other).toEqual({ type: 'messages', messages: ['{"messageId":"m","n":1}'] });
      // The event loop went on turning while it ran.
      expect(turns).toBeGreaterThan(5);
      expect(await mapInThread(wanted(mapping), 30_000)).toMatchObject({
        problem: deliveryProblem('held'),
      });
    },
  );

  it('a mapping is checked without being applied', async () => {
    expect(await faultOfMapping('{"a": ')).toMatch(/character/);
    expect(await faultOfMapping('($f := function(){$f()}; $f())')).toBeUndefined();
  });
});
