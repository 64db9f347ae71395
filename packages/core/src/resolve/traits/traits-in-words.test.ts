import { expect, test } from 'vitest';
import { wordsIn } from '../../words/words-in.js';
import { traitChoices } from '../golden-trait-rule.js';
import { traitChoiceInWords, traitRuleInWords } from './trait-rule-in-words.js';
import { whyUsedInWords } from './why-used-in-words.js';

const words = wordsIn('en');
const crm = '01900000-0000-7000-8000-000000000001';
const gone = '01900000-0000-7000-8000-000000000002';

test('a rule says what it chooses and whom it believes first, and leaves out sources that are gone', () => {
  const nameOf = (id: string) => (id === crm ? 'CRM' : undefined);
  expect(traitRuleInWords('latest', words, nameOf)).toEqual(['We use what was said last.']);
  expect(traitRuleInWords({ choose: 'trusted', sources: [gone, crm] }, words, nameOf)).toEqual([
    'We use what the most trusted system says now.',
    'Believed first: CRM.',
  ]);
});

test('each way of choosing is told from the others, in both languages', () => {
  for (const language of ['en', 'de'] as const) {
    const said = traitChoices.map((choice) => traitChoiceInWords(choice, wordsIn(language)));
    expect(new Set(said).size).toBe(traitChoices.length);
  }
});

test('why a value is used names the source and the day, and says where nobody says otherwise', () => {
  const wording = { words, sourceName: () => 'CRM', zone: 'UTC', now: Date.UTC(2026, 5, 1) };
  const used = { source: 1, at: Date.UTC(2026, 4, 3), rule: 'latest' as const };
  const other = { value: 'York', source: 2, at: 1 };
  expect(whyUsedInWords({ ...used, conflicts: [other] }, wording)).toBe('CRM said it last, on 3 May.');
  expect(whyUsedInWords({ ...used, conflicts: [] }, wording)).toBe('CRM says so, and no system says otherwise now.');
  expect(whyUsedInWords({ ...used, rule: 'settled', conflicts: [other] }, wording)).toBe(
    'It was settled by hand on 3 May.',
  );
  const said = traitChoices.map((rule) => whyUsedInWords({ ...used, rule, conflicts: [other] }, wording));
  expect(new Set(said).size).toBe(traitChoices.length);
});
