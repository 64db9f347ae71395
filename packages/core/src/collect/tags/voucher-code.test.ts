import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVoucherCode, voucherBase, voucherCode, voucherSigns } from './voucher-code.js';

const chosen = fc.array(fc.integer({ min: 0, max: voucherBase - 1 }), {
  minLength: voucherSigns,
  maxLength: voucherSigns,
});
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const bare = (code: string) => [...code.replace('-', '')];

describe('the code of a voucher', () => {
  it('is read however it is spaced and in either case', () => {
    fc.assert(
      fc.property(chosen, (signs) => {
        const code = voucherCode(signs);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
        expect(readVoucherCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
      }),
    );
  });

  it('is not taken for another one when one sign is wrong', () => {
    const wrong = fc.tuple(
      chosen,
      fc.integer({ min: 0, max: voucherSigns }),
      fc.integer({ min: 1, max: voucherBase - 1 }),
    );
    fc.assert(
      fc.property(wrong, ([signs, at, by]) => {
        const code = bare(voucherCode(signs));
        code[at] = alphabet[(alphabet.indexOf(code[at] ?? '') + by) % voucherBase] ?? '';
        expect(readVoucherCode(code.join(''))).toBeUndefined();
      }),
    );
  });

  it('is not taken for another one when two signs changed places', () => {
    const places = fc.tuple(fc.integer({ min: 0, max: voucherSigns }), fc.integer({ min: 0, max: voucherSigns }));
    fc.assert(
      fc.property(chosen, places, (signs, [a, b]) => {
        const code = bare(voucherCode(signs));
        fc.pre(code[a] !== code[b]);
        [code[a], code[b]] = [code[b] ?? '', code[a] ?? ''];
        expect(readVoucherCode(code.join(''))).toBeUndefined();
      }),
    );
  });

  it('is none with signs that are left out, too few or too many', () => {
    for (const text of ['', 'I1OL0-00000', '7KQ2M-9XR4', '7KQ2M-9XR4TT']) expect(readVoucherCode(text)).toBeUndefined();
  });
});
