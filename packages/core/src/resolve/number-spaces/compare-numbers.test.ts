import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeNumbers } from '../../collect/proposal/numbers/judge-numbers.js';
import type { NumberedLine } from '../../collect/proposal/numbers/known-numbers.js';
import { compareNumbers, type NumberedPerson } from './compare-numbers.js';

const nobody = { email: null, phone: null, name: null, postcode: null };
const line = (number: string, said: Partial<NumberedLine> = {}): NumberedLine => ({ number, ...nobody, ...said });
const known = (number: string, said: Partial<NumberedPerson> = {}): NumberedPerson => ({
  ...{ namespace: 'crm:customer', number, emails: [], phones: [], name: null, postcode: null },
  ...said,
});
const compared = (lines: readonly NumberedLine[], persons: readonly NumberedPerson[]) =>
  compareNumbers(lines, persons, 'DE').spaces[0];

describe('numbers that two systems have', () => {
  it('agree by phone, e-mail or a word of the name, however they are spelt', () => {
    expect(
      compared(
        [
          line('1', { phone: '0171 5400000' }),
          line('2', { email: 'ANNA@Web.de', name: 'Anna Meier' }),
          line('3', { name: 'MÜLLER, Jürgen', email: 'neu@web.de' }),
          line('4', { name: 'Otto Klein' }),
          line('5'),
        ],
        [
          known('1', { phones: ['+491715400000'] }),
          known('2', { emails: ['anna@web.de'], name: 'A. Schulz' }),
          known('3', { name: 'Juergen Mueller', emails: ['alt@web.de'] }),
          known('4', { name: 'Lena Wolf' }),
          known('5', { name: 'Mia Braun' }),
        ],
      ),
    ).toEqual({ namespace: 'crm:customer', found: 5, agreeing: 3, differing: 1 });
  });

  it('agree by postcode only where nothing else is said, and not in a shop of one place', () => {
    const far = Array.from({ length: 10 }, (_, n) => line(String(n), { postcode: `1011${n}` }));
    const near = far.map((one) => ({ ...one, postcode: '10115' }));
    const persons = near.map(({ number }) => known(number, { postcode: '10 115' }));
    expect(compared(far, persons)).toMatchObject({ agreeing: 1, differing: 9 });
    expect(compared(near, persons)).toMatchObject({ agreeing: 0, differing: 0 });
  });

  it('are the same numbers if nearly all agree, others if hardly any does, and asked about in between', () => {
    const verdict = (agreeing: number, differing: number, found = agreeing + differing) =>
      judgeNumbers({ looked: 300, spaces: [{ namespace: 'crm:customer', found, agreeing, differing }] }).verdict;
    expect([verdict(3, 0), verdict(80, 20), verdict(2, 0), verdict(70, 30)]).toEqual([
      'same',
      'same',
      'unsure',
      'unsure',
    ]);
    expect([verdict(0, 10), verdict(3, 97), verdict(0, 9), verdict(0, 0, 200)]).toEqual([
      'other',
      'other',
      'unsure',
      'unsure',
    ]);
    expect(judgeNumbers({ looked: 300, spaces: [] }).verdict).toBe('unsure');
  });

  it('are never held to be the same where everybody is told apart', () => {
    const names = ['Vogel', 'Klein', 'Weber', 'Koch', 'Wolf', 'Braun', 'Lange', 'Krause'];
    fc.assert(
      fc.property(fc.array(fc.nat(names.length - 1), { minLength: 1, maxLength: 60 }), (picked) => {
        const lines = picked.map((at, n) => line(String(n), { name: names[at] ?? '' }));
        const persons = picked.map((at, n) => known(String(n), { name: names[(at + 1) % names.length] ?? '' }));
        expect(judgeNumbers(compareNumbers(lines, persons, 'DE')).verdict).not.toBe('same');
      }),
    );
  });

  it('are those of the space in which most agree', () => {
    const lines = Array.from({ length: 12 }, (_, n) => line(String(n), { email: `k${n}@web.de` }));
    const shop = lines.map(({ number }) => known(number, { emails: ['x@web.de'] }));
    const crm = lines.map(({ number, email }) => known(number, { namespace: 'crm:telefon', emails: [email ?? ''] }));
    expect(judgeNumbers(compareNumbers(lines, [...shop, ...crm], 'DE'))).toMatchObject({
      verdict: 'same',
      space: { namespace: 'crm:telefon', agreeing: 12 },
    });
  });
});
