import { globMatcher } from '../glob-matcher.js';
import type { MappingCondition } from './mapping.js';
import type { MappingRow } from './mapping-row.js';
import type { MappingScope } from './mapping-scope.js';

/**
 * Whether a line is one a rule is for: all conditions hold. Texts compare as they stand, without outer white space; 7 and "7" are equal.
 * Patterns do not heed capitals.
 */
export function mappingCondition(
  conditions: readonly MappingCondition[],
  scope: MappingScope,
): (row: MappingRow) => boolean {
  const compiled = conditions.map((condition) => oneCondition(condition, scope));
  return (row) => compiled.every((holds) => holds(row));
}

/** Whether a text fits one of these patterns, in whatever case either is written. */
export function patternMatcher(patterns: string | readonly string[]): (text: string) => boolean {
  const matchers = (typeof patterns === 'string' ? [patterns] : patterns).map((one) => globMatcher(one.toLowerCase()));
  return (text) => {
    const lower = text.toLowerCase();
    return matchers.some((fits) => fits(lower));
  };
}

function oneCondition(condition: MappingCondition, scope: MappingScope): (row: MappingRow) => boolean {
  const { read } = scope.template(condition.value);
  const wanted = condition.in === undefined ? undefined : new Set(condition.in.map(String));
  const is = condition.is === undefined ? undefined : String(condition.is);
  const not = condition.not === undefined ? undefined : String(condition.not);
  const like = condition.like === undefined ? undefined : patternMatcher(condition.like);
  const unlike = condition.unlike === undefined ? undefined : patternMatcher(condition.unlike);
  return (row) => {
    const cell = read(row);
    const text = cell === undefined ? undefined : String(cell);
    if (condition.empty !== undefined && condition.empty !== (text === undefined)) return false;
    if (is !== undefined && text !== is) return false;
    if (not !== undefined && text === not) return false;
    if (like !== undefined && (text === undefined || !like(text))) return false;
    if (unlike !== undefined && text !== undefined && unlike(text)) return false;
    return wanted === undefined || (text !== undefined && wanted.has(text));
  };
}
