import type { Words } from '../words/words.js';
import { countedInWords, identifierInWords } from './identifier-in-words.js';
import type { NamespaceRule } from './namespace-rule.js';

/** What a rule is about: "e-mail address", "number of any “crm” system" for the family `crm:*`. */
export function ruleSubjectInWords(namespace: string, words: Words): string {
  const [family, rest] = namespace.split(':', 2);
  return rest === '*'
    ? words.say('resolve.rule.family', { family: family ?? '' })
    : identifierInWords(namespace, words);
}

/** How identifiers of a namespace join, in plain sentences. */
export function ruleInWords(namespace: string, rule: NamespaceRule, words: Words): readonly string[] {
  const { say } = words;
  const { limitPerPerson: limit, limitPerPersonAndSource: inSource } = rule;
  const counted = (count: number): string =>
    namespace.endsWith(':*') ? say('resolve.rule.count', { count }) : countedInWords(namespace, count, words);
  const { hubFromPeople: people, hubFromNumbers: numbers } = rule;
  const left = rule.blockedValues.length + rule.blockedPatterns.length;
  return [
    ...(limit === null ? [] : [say('resolve.rule.limit', { limit: counted(limit), days: rule.limitWithinDays ?? 0 })]),
    ...(inSource === null ? [] : [say('resolve.rule.limit-source', { limit: counted(inSource) })]),
    ...(people === null ? [] : [say('resolve.rule.hub', { people, days: rule.hubWithinDays ?? 0 })]),
    ...(numbers === null ? [] : [say('resolve.rule.shared', { numbers })]),
    ...(people === null && numbers === null ? [say('resolve.rule.no-hub')] : []),
    ...(left === 0 ? [] : [say('resolve.rule.left-out', { left })]),
  ];
}
