import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productOfDecimals } from './product-of-decimals.js';

describe('productOfDecimals', () => {
  it('multiplies exactly', () => {
    expect(productOfDecimals('19.90', '3')).toBe('59.70');
    expect(productOfDecimals('-0.1', '0.2')).toBe('-0.02');
    expect(productOfDecimals('1e3', '1.5')).toBe('1500');
    expect(productOfDecimals('0', '-7')).toBe('0');
    expect(productOfDecimals('abc', '2')).toBeUndefined();
  });

  it('agrees with whole hundredths', () => {
    const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const text = (value: number) =>
      `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        expect(Math.round(Number(productOfDecimals(text(a), text(b))) * 10_000)).toBe(a * b === 0 ? 0 : a * b);
      }),
    );
  });
});
