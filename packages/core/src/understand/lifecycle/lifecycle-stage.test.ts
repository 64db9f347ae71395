import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { lifecycleStage, type StageFacts } from './lifecycle-stage.js';
import { stageInWords } from './stage-in-words.js';
import { isBasket, isOwnAct } from './stage-signs.js';

const day = 86_400_000;
const until = Date.parse('2026-06-01T12:00:00Z');
const nothing: StageFacts = {
  ...{ lastBoughtAt: null, lastBasketAt: null, lastActAt: null, lastReachedAt: null, usualGapDays: 60, until },
};
const stageOf = (change: Partial<StageFacts>) => lifecycleStage({ ...nothing, ...change }).stage;

test('who never bought is as far as the furthest thing they did', () => {
  expect(stageOf({ lastReachedAt: 1 })).toBe('branding');
  expect(stageOf({ lastReachedAt: 9, lastActAt: 1 })).toBe('acquisition');
  expect(stageOf({ lastReachedAt: 9, lastActAt: 9, lastBasketAt: 1 })).toBe('conversion');
  expect(lifecycleStage(nothing)).toEqual({ stage: null, why: 'nothing-known' });
});

test('who bought is kept until they are silent for longer than nine of ten gaps', () => {
  expect(stageOf({ lastBoughtAt: until - 60 * day, lastBasketAt: until })).toBe('retention');
  expect(stageOf({ lastBoughtAt: until - 61 * day, lastBasketAt: until })).toBe('win-back');
});

test('without enough gaps between purchases it cannot be told who has lapsed', () => {
  expect(lifecycleStage({ ...nothing, lastBoughtAt: until, usualGapDays: null })).toEqual({
    ...{ stage: null, why: 'too-few-purchases' },
  });
});

test('buying never leads to a stage before the first purchase, and silence alone leads on from retention', () => {
  const at = fc.option(fc.integer({ min: until - 400 * day, max: until }), { nil: null });
  const facts = fc.record({
    ...{ lastBoughtAt: at, lastBasketAt: at, lastActAt: at, lastReachedAt: at },
    usualGapDays: fc.integer({ min: 1, max: 200 }),
    until: fc.constant(until),
  });
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 400 }), (given, days) => {
      const bought = { ...given, lastBoughtAt: given.lastBoughtAt ?? until };
      const order = ['retention', 'win-back'];
      const [now, later] = [bought, { ...bought, until: until + days * day }].map((one) =>
        order.indexOf(lifecycleStage(one).stage ?? ''),
      );
      expect(now).toBeGreaterThanOrEqual(0);
      expect(later).toBeGreaterThanOrEqual(now ?? 0);
    }),
  );
});

test('a basket is known by its name, and to open a message is nobody’s own act', () => {
  const from = (name: string) => ({ name, direction: 'from-customer' as const });
  expect(['Checkout Started', 'basket', 'addedToCart', 'In den Warenkorb'].map(from).map(isBasket)).toEqual(
    Array(4).fill(true),
  );
  expect([from('Cartoon watched'), { name: 'Quote', direction: 'to-customer' as const }].some(isBasket)).toBe(false);
  expect(['E-mail opened', 'Newsletter geöffnet'].map(from).some(isOwnAct)).toBe(false);
  expect(['E-mail clicked', 'Page Viewed'].map(from).every(isOwnAct)).toBe(true);
});

test('the stage is said with how it was decided', () => {
  const wording = { words: wordsIn('en'), zone: 'Europe/Berlin', now: until };
  const say = (change: Partial<StageFacts>) => {
    const facts = { ...nothing, ...change };
    return stageInWords(lifecycleStage(facts), facts, wording);
  };
  expect(say({ lastBoughtAt: until - 90 * day })).toEqual({
    name: 'Win-Back',
    how: 'Bought last on 3 March, 90 days before the end of the data; nine of ten gaps between purchases here are at most 60 days.',
  });
  expect(say({ lastActAt: until }).how).toBe('Turned to us of their own accord, last on 1 June, and never bought.');
  expect(say({ lastBoughtAt: until, usualGapDays: null })).toMatchObject({ name: 'Cannot tell' });
});
