import { expect, test } from 'vitest';
import { defaultRuleSet } from '../default-rule-set.js';
import { parseRuleSet } from '../parse-rule-set.js';
import { traitsRuledOtherwise } from './traits-ruled-otherwise.js';
import { withTraitRule } from './with-trait-rule.js';

const crm = '01900000-0000-7000-8000-000000000001';

test('a trait that gets the rule it had without one of its own is not ruled otherwise', () => {
  const before = defaultRuleSet;
  expect(traitsRuledOtherwise(before.goldenTraits, withTraitRule(before, 'city', 'latest').goldenTraits)).toMatchObject(
    { named: [], others: false },
  );
  const changed = withTraitRule(before, 'city', { choose: 'latest', sources: [crm] });
  expect(traitsRuledOtherwise(before.goldenTraits, changed.goldenTraits)).toMatchObject({ named: ['city'] });
  expect(withTraitRule(changed, 'city', null)).toEqual(before);
});

test('another rule for all others leaves those with a rule of their own', () => {
  const after = { ...defaultRuleSet.goldenTraits, otherwise: 'first' as const };
  const found = traitsRuledOtherwise(defaultRuleSet.goldenTraits, after);
  expect([found.named, found.others, found.alike.includes('birthday')]).toEqual([[], true, true]);
});

test('a document may tell whom to believe first, each source once', () => {
  const rule = { choose: 'trusted' as const, sources: [crm] };
  expect(parseRuleSet(withTraitRule(defaultRuleSet, 'city', rule)).goldenTraits.rules.city).toEqual(rule);
  const twice = withTraitRule(defaultRuleSet, 'city', { choose: 'trusted', sources: [crm, crm] });
  expect(() => parseRuleSet(twice)).toThrow('cannot be used');
});
