import { expect, test } from 'vitest';
import { traitRuleOfForm } from './trait-rule-of-form.js';

function form(choose: string, ...sources: readonly string[]): FormData {
  const values = new FormData();
  values.set('choose', choose);
  for (const source of sources) values.append('source', source);
  return values;
}

test('a rule without systems to believe first is its choice alone, and none of its own is none', () => {
  expect(traitRuleOfForm(form('latest', '', ''))).toBe('latest');
  expect(traitRuleOfForm(form('', 'a'))).toBeNull();
});

test('systems keep the order in which they were chosen, each once and without gaps', () => {
  expect(traitRuleOfForm(form('trusted', 'b', '', 'a', 'b'))).toEqual({ choose: 'trusted', sources: ['b', 'a'] });
});
