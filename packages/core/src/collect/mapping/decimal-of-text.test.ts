import { describe, expect, it } from 'vitest';
import { decimalOfText } from './decimal-of-text.js';

describe('decimalOfText', () => {
  it('reads numbers as their country writes them', () => {
    expect(['1.234,50', '1 234,5', '-0,5', ',5', '12'].map((text) => decimalOfText(text, ','))).toEqual([
      '1234.50',
      '1234.5',
      '-0.5',
      '0.5',
      '12',
    ]);
    expect(['1,234.50', "1'234'567", '+3.', '1e3'].map((text) => decimalOfText(text, '.'))).toEqual([
      '1234.50',
      '1234567',
      '3',
      '1e3',
    ]);
  });

  it('does not take a decimal point for a mark of thousands', () => {
    expect(['1.5', '1.23', '12.3456'].map((text) => decimalOfText(text, ','))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(['', '-', '.', '1,5', '1 piece', 'NaN', 'EUR', '€'].map((text) => decimalOfText(text, '.'))).toEqual(
      Array(8).fill(undefined),
    );
  });

  it('reads what stands beside a currency', () => {
    expect(
      ['12,50 €', '€ 12,50', 'EUR 1.234,50', '-12,50 €', '-€12,50', '12,50- €', '12,50 CHF'].map((text) =>
        decimalOfText(text, ','),
      ),
    ).toEqual(['12.50', '12.50', '1234.50', '-12.50', '-12.50', '-12.50', '12.50']);
    expect(['$1,234.50', '£5', '12.50-'].map((text) => decimalOfText(text, '.'))).toEqual(['1234.50', '5', '-12.50']);
  });
});
