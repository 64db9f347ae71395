import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../words/language.js';
import { wordsIn } from '../../words/words-in.js';
import type { Condition } from './condition.js';
import { conditionInWords } from './condition-in-words.js';
import type { ConditionWording } from './condition-wording.js';
import { explainJudgement } from './explain-judgement.js';
import { judgeCondition } from './judge-condition.js';
import { parseCondition } from './parse-condition.js';
import { problemInWords } from './problem-in-words.js';
import { conditions, historiesOf, referredId, world } from './segment-cases.generated-cases.js';

const wording = (language: 'en' | 'de'): ConditionWording => ({
  ...{ words: wordsIn(language), zone: 'Europe/Berlin', now: Date.parse('2026-05-15T12:00:00Z') },
  ...{ sourceName: () => 'the shop', segmentName: () => 'Regulars' },
});
const said = (where: unknown, language: 'en' | 'de' = 'en'): string =>
  conditionInWords(parseCondition({ version: 1, where }), wording(language));

const bought = {
  ...{ type: 'did', what: { kinds: ['buy'], channels: ['store'] } },
  in: { type: 'rolling', from: { count: 90, unit: 'day' } },
};
const opened = { type: 'did', what: { names: ['App Opened'] } };

describe('a condition is a sentence', () => {
  test('of what people did and did not do', () => {
    const where = { type: 'all', of: [bought, { type: 'not', of: opened }] };
    expect(said(where)).toBe(
      'People who had a purchase through Store in the last 90 days and did not have “App Opened”.',
    );
    expect(said(where, 'de')).toBe(
      'Personen, für die gilt: es gab einen Kauf über Filiale höchstens 90 Tage her und es gab nicht: „App Opened“.',
    );
  });

  test('with brackets where groups need them', () => {
    const where = { type: 'any', of: [opened, { type: 'not', of: { type: 'all', of: [bought, opened] } }] };
    expect(said(where)).toBe(
      'People who had “App Opened” or not (had a purchase through Store in the last 90 days and had “App Opened”).',
    );
  });

  test('with numbers, sums and sequences', () => {
    expect(said({ ...opened, times: { is: 'between', from: 2, to: 4 }, in: { type: 'calendar', unit: 'month' } })).toBe(
      'People who had “App Opened” 2 to 4 times this month.',
    );
    const of = { type: 'value', currency: 'EUR' };
    expect(said({ type: 'sum', what: {}, of, test: { is: 'at-least', number: 1000.5 } })).toBe(
      'People who had any interaction worth at least 1,000.5 EUR in all.',
    );
    const steps = [
      { what: { names: ['A'] } },
      { what: { names: ['B'] }, within: { count: 1, unit: 'week' }, without: { kinds: ['complaint'] } },
    ];
    expect(said({ type: 'sequence', steps })).toBe(
      'People who had “A”, then “B” within 1 week without a complaint in between.',
    );
  });

  test('of traits and other segments', () => {
    const plan = { type: 'trait', trait: 'plan', test: { is: 'one-of', values: ['gold', 'silver'] } };
    const where = {
      type: 'all',
      of: [
        { type: 'not', of: plan },
        { type: 'member', segment: referredId },
      ],
    };
    expect(said(where)).toBe('People who do not have “gold” or “silver” as plan and are in “Regulars”.');
  });
});

it('every condition can be said and explained in every language, without holes or gaps', () => {
  fc.assert(
    fc.property(world, conditions, fc.constantFrom(...languages), (generated, { condition, referred }, language) => {
      const segments: ReadonlyMap<string, Condition> = new Map([[referredId, referred]]);
      const { momentMs, zone, weekStartsOn } = generated;
      for (const person of historiesOf(generated)) {
        const judged = judgeCondition(condition, person, { momentMs, zone, weekStartsOn, segments });
        const reasons = explainJudgement(judged, wording(language));
        expect(reasons[0]).toMatchObject({ depth: 0, holds: judged.holds });
        for (const { clause } of reasons) expect(clause).not.toMatch(/^$|^ | $/);
      }
      expect(conditionInWords(condition, wording(language))).toMatch(/^(People who|Personen, für die gilt:) .+\.$/s);
    }),
    { numRuns: 200 },
  );
});

test('why somebody is in or not is told clause by clause, with what was seen', () => {
  const condition = parseCondition({
    version: 1,
    where: { type: 'all', of: [opened, { type: 'trait', trait: 'plan', test: { is: 'known' } }] },
  });
  const frame = { momentMs: 0, zone: 'UTC', weekStartsOn: 1, segments: new Map() };
  const judged = judgeCondition(condition, { traits: new Map([['plan', 'gold']]), interactions: [] }, frame);
  expect(
    explainJudgement(judged, wording('en')).map(({ depth, holds, clause, found }) => [depth, holds, clause, found]),
  ).toEqual([
    [0, false, '(had “App Opened” and have something as plan)', ''],
    [1, false, 'had “App Opened”', 'never'],
    [1, true, 'have something as plan', '“gold”'],
  ]);
});

test('a problem says where it is and what to do', () => {
  const { words } = wording('en');
  const unknown = { path: 'where.trait', type: 'unknown', field: 'trait', value: 'Plan', nearest: 'plan' } as const;
  expect(problemInWords(unknown, words)).toBe('where.trait: there is no trait “Plan”: did you mean “plan”?');
  expect(problemInWords({ path: 'where.segment', type: 'circle', segments: ['a', 'b', 'a'] }, words)).toBe(
    'where.segment: the segments refer to each other in a circle (a → b → a): take one of them out',
  );
});
