import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, readAmount } from './amount.js';

const text = (value: unknown) => {
  const micros = readAmount(value);
  return micros === undefined ? undefined : amountText(micros);
};

describe('readAmount', () => {
  it('reads back what amountText writes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }),
        fc.integer({ min: 0, max: 17 }),
        (large, shorter) => {
          const micros = large / 10n ** BigInt(shorter);
          expect(readAmount(amountText(micros))).toBe(micros);
          expect(readAmount(`+${amountText(micros < 0n ? -micros : micros)}`)).toBe(micros < 0n ? -micros : micros);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads numbers as their shortest decimal, so that tenths add up', () => {
    expect(text(0.1)).toBe('0.1');
    expect(amountText((readAmount(0.1) ?? 0n) + (readAmount(0.2) ?? 0n))).toBe('0.3');
    expect([text(1e-7), text(5e-7), text(-5e-7), text(1.5e3), text('1e2')]).toEqual([
      '0',
      '0.000001',
      '-0.000001',
      '1500',
      '100',
    ]);
  });

  it('refuses what is no amount', () => {
    for (const value of ['', '.', '-', '1,5', '1e400', Infinity, Number.NaN, 1e12, '1'.repeat(31), null, true, {}]) {
      expect(readAmount(value)).toBeUndefined();
    }
  });
});
