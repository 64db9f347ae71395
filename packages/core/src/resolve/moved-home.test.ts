import fc from 'fast-check';
import { expect, test } from 'vitest';
import { couldMoveHomes } from './could-move-homes.js';
import { homeNode } from './home-node.js';
import type { Identifier } from './identifier.js';
import { type World, worlds } from './identity-worlds.generated-cases.js';
import { joinRules } from './join-rules.js';
import { movedHome } from './moved-home.js';

const named = ({ messages }: World): readonly (readonly Identifier[])[] =>
  messages.map(({ identifiers }) => identifiers);
const pairs = fc
  .tuple(worlds, worlds, fc.constantFrom({}, {}, { email: 150 }, { anonymous_id: 90, user_id: 90 }))
  .map(([world, other, priorities]: [World, World, Readonly<Record<string, number>>]) => ({
    messages: named(world),
    before: joinRules(world.ruleSet),
    after: joinRules({
      ...other.ruleSet,
      namespaces: Object.fromEntries(
        Object.entries(other.ruleSet.namespaces).map(([name, rule]) => [
          name,
          { ...rule, priority: priorities[name] ?? rule.priority },
        ]),
      ),
    }),
  }));

test('a home moves from where one rule set puts it to where the other does, and back', () => {
  fc.assert(
    fc.property(pairs, ({ messages, before, after }) => {
      for (const identifiers of messages) {
        const from = homeNode(identifiers, before.isBlocked, before);
        const to = homeNode(identifiers, after.isBlocked, after);
        expect(movedHome(identifiers, before, after)).toEqual(from === to ? undefined : { from, to });
        expect(movedHome(identifiers, after, before)).toEqual(from === to ? undefined : { from: to, to: from });
      }
    }),
  );
});

test('no home moves unless namespaces change their order or a value of one with other blocking turned', () => {
  let moving = 0;
  let passedOver = 0;
  fc.assert(
    fc.property(pairs, ({ messages, before, after }) => {
      const all = messages.flat();
      const { order, blocking } = couldMoveHomes([...new Set(all.map(({ namespace }) => namespace))], before, after);
      const turned = all.some(
        (one) => blocking.includes(one.namespace) && before.isBlocked(one) !== after.isBlocked(one),
      );
      const moves = messages.some((identifiers) => movedHome(identifiers, before, after) !== undefined);
      if (moves) moving += 1;
      if (!order && !turned) {
        passedOver += 1;
        expect(moves).toBe(false);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(moving).toBeGreaterThan(100);
  expect(passedOver).toBeGreaterThan(100);
});
