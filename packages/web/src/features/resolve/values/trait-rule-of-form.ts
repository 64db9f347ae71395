import { type GoldenTraitRule, traitChoices } from '@throughline/core/resolve/golden-trait-rule';
import { formText } from '../../../format/form-text.js';

/** The rule as the form has it; null: none of its own. A system that is named twice counts at its first place. */
export function traitRuleOfForm(values: FormData): GoldenTraitRule | null {
  const chosen = formText(values, 'choose');
  const choose = traitChoices.find((choice) => choice === chosen);
  if (choose === undefined) return null;
  const sources = new Set(values.getAll('source').filter((id): id is string => typeof id === 'string' && id !== ''));
  return sources.size === 0 ? choose : { choose, sources: [...sources] };
}
