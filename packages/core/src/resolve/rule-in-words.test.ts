import { expect, test } from 'vitest';
import { wordsIn } from '../words/words-in.js';
import { defaultRuleSet } from './default-rule-set.js';
import { ruleInWords, ruleSubjectInWords } from './rule-in-words.js';

const words = wordsIn('en');

const { otherNamespaces } = defaultRuleSet;

test('a rule says its limits, whom it joins with, and what it leaves out', () => {
  const rule = {
    ...otherNamespaces,
    limitPerPerson: 3,
    limitWithinDays: 365,
    limitPerPersonAndSource: 1,
    hubFromPeople: 10,
    hubWithinDays: 365,
    hubFromNumbers: 2,
    blockedPatterns: ['noreply@*'],
  };
  expect(ruleInWords('email', rule, words)).toEqual([
    'One person has at most 3 e-mail addresses that were first seen within 365 days.',
    'In one system, one person has at most one e-mail address.',
    'One that a single system names with 10 people within 365 days joins nobody.',
    'One under which a single system has 2 customers joins nobody.',
    '1 value or pattern is always left out.',
  ]);
});

test('a rule without limits says so, and a family of namespaces is called by what it holds', () => {
  expect(ruleInWords('crm:*', { ...otherNamespaces, limitPerPerson: 10 }, words)).toEqual([
    'One person has at most 10.',
    'It joins with however many people it is seen.',
  ]);
  expect(ruleSubjectInWords('crm:*', words)).toBe('number of any “crm” system');
  expect(ruleSubjectInWords('loyalty_card', words)).toBe('loyalty card');
});
