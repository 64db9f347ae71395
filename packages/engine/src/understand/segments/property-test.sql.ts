import { foldText } from '@throughline/core/understand/segments/fold-text';
import { isNumberTest } from '@throughline/core/understand/segments/number-test';
import type { ValueTest } from '@throughline/core/understand/segments/value-test';
import type { BoundValues } from './bound-values.js';
import { numberTestSql } from './number-test.sql.js';

/** How the value at a path of `properties` is read. */
export interface PropertySql {
  readonly isThere: string;
  readonly type: string;
  readonly isNumber: string;
  readonly number: string;
  /** Folded as `foldText` does. */
  readonly text: string;
  readonly truth: string;
}

export function propertySql(path: readonly string[], values: BoundValues): PropertySql {
  const at = ['properties', ...path.map((name) => values.bind(name, 'String'))].join(', ');
  const type = `JSONType(${at})`;
  return {
    isThere: `JSONHas(${at})`,
    type,
    isNumber: `${type} in ('Int64', 'UInt64', 'Double')`,
    number: `JSONExtractFloat(${at})`,
    text: `lowerUTF8(normalizeUTF8NFC(JSONExtractString(${at})))`,
    truth: `JSONExtractBool(${at})`,
  };
}

/** `valueHolds` over the property at a path. */
export function propertyTestSql(path: readonly string[], test: ValueTest, values: BoundValues): string {
  const { isThere, type, isNumber, number, text, truth } = propertySql(path, values);
  const float = (bound: number): string => values.bind(bound, 'Float64');
  const folded = (wanted: string): string => values.bind(foldText(wanted), 'String');
  if (isNumberTest(test)) return `(${isNumber} and ${numberTestSql(test, number, float)})`;
  switch (test.is) {
    case 'one-of': {
      const wanted = test.values.filter((one) => typeof one === 'string').map(folded);
      const others = test.values.flatMap((one) => {
        if (typeof one === 'number') return [`(${isNumber} and ${number} = ${float(one)})`];
        return typeof one === 'boolean' ? [`(${type} = 'Bool' and ${one ? '' : 'not '}${truth})`] : [];
      });
      const ofTexts = wanted.length === 0 ? [] : [`(${type} = 'String' and ${text} in (${wanted.join(', ')}))`];
      return `(${[...ofTexts, ...others].join(' or ')})`;
    }
    case 'contains':
      return `(${type} = 'String' and position(${text}, ${folded(test.text)}) > 0)`;
    case 'begins-with':
      return `(${type} = 'String' and startsWith(${text}, ${folded(test.text)}))`;
    case 'known':
      return `(${isThere} and ${type} <> 'Null')`;
    case 'empty':
      return `(${isThere} and ${type} = 'Null')`;
    case 'missing':
      return `(not ${isThere})`;
  }
}
