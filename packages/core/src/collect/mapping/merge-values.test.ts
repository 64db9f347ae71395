import { describe, expect, it } from 'vitest';
import { mergeValues } from './merge-values.js';

describe('mergeValues', () => {
  it('passes over lines that say nothing', () => {
    const values = [null, '0.1', '0.2', null, '0.1'];
    const results = (['first', 'last', 'sum', 'min', 'max', 'count', 'list', 'distinct'] as const).map((merge) =>
      mergeValues(values, merge),
    );
    expect(results).toEqual(['0.1', '0.1', '0.4', '0.1', '0.2', '3', ['0.1', '0.2', '0.1'], ['0.1', '0.2']]);
    expect(mergeValues([null], 'sum')).toBeUndefined();
  });
});
