import type { NumberTest } from '@throughline/core/understand/segments/number-test';

const signs = { 'at-least': '>=', 'at-most': '<=', 'more-than': '>', 'less-than': '<', exactly: '=' } as const;

/** `bound` writes a bound in the type of the expression. */
export function numberTestSql(test: NumberTest, expression: string, bound: (number: number) => string): string {
  if (test.is !== 'between') return `(${expression} ${signs[test.is]} ${bound(test.number)})`;
  return `(${expression} >= ${bound(test.from)} and ${expression} <= ${bound(test.to)})`;
}
