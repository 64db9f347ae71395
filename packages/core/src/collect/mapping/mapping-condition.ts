import type { MappingCondition } from './mapping.js';
import type { MappingRow } from './mapping-row.js';
import type { MappingScope } from './mapping-scope.js';

/** Whether a line is one a rule is for: all conditions hold. Texts compare as they stand, without outer white space; 7 and "7" are equal. */
export function mappingCondition(
  conditions: readonly MappingCondition[],
  scope: MappingScope,
): (row: MappingRow) => boolean {
  const compiled = conditions.map((condition) => oneCondition(condition, scope));
  return (row) => compiled.every((holds) => holds(row));
}

function oneCondition(condition: MappingCondition, scope: MappingScope): (row: MappingRow) => boolean {
  const { read } = scope.template(condition.value);
  const wanted = condition.in === undefined ? undefined : new Set(condition.in.map(String));
  const is = condition.is === undefined ? undefined : String(condition.is);
  const not = condition.not === undefined ? undefined : String(condition.not);
  return (row) => {
    const cell = read(row);
    const text = cell === undefined ? undefined : String(cell);
    if (condition.empty !== undefined && condition.empty !== (text === undefined)) return false;
    if (is !== undefined && text !== is) return false;
    if (not !== undefined && text === not) return false;
    return wanted === undefined || (text !== undefined && wanted.has(text));
  };
}
