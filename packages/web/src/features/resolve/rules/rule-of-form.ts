import type { RuleSet } from '@throughline/core/resolve/rule-set';
import { formText } from '../../../format/form-text.js';

/** The document with one namespace's rule as the form has it; an empty number is no limit. */
export function ruleOfForm(document: RuleSet, namespace: string, values: FormData): RuleSet {
  const rule = document.namespaces[namespace] ?? document.otherNamespaces;
  return {
    ...document,
    namespaces: {
      ...document.namespaces,
      [namespace]: {
        ...rule,
        limitPerPerson: number(values, 'limitPerPerson'),
        limitWithinDays: number(values, 'limitWithinDays'),
        limitPerPersonAndSource: number(values, 'limitPerPersonAndSource'),
        hubFromPeople: number(values, 'hubFromPeople'),
        hubWithinDays: number(values, 'hubWithinDays'),
        hubFromNumbers: number(values, 'hubFromNumbers'),
        blockedValues: lines(values, 'blockedValues'),
        blockedPatterns: lines(values, 'blockedPatterns'),
      },
    },
  };
}

function number(values: FormData, name: string): number | null {
  const text = formText(values, name).trim();
  return text === '' ? null : Number(text);
}

function lines(values: FormData, name: string): string[] {
  return formText(values, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
