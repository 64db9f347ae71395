import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalPhone } from '../writing/national-phone.js';
import { emailTo, phoneTo } from './known-as.js';
import { neighbourhood, neighbourhoodSize } from './neighbourhood.js';

const around = (seed: number) => ({ seed, sinceMs: Date.UTC(2024, 5, 1), untilMs: Date.UTC(2026, 5, 1) });
const block = fc.integer({ min: 0, max: 300_000 });

describe('a neighbourhood', () => {
  it('follows from seed and number alone, whoever was drawn before', () => {
    fc.assert(
      fc.property(fc.nat(), block, block, (seed, one, other) => {
        const before = neighbourhood(around(seed), one);
        neighbourhood(around(seed), other);
        expect(neighbourhood(around(seed), one)).toEqual(before);
        expect(before.map(({ number }) => number)).toEqual(before.map((_, at) => one * neighbourhoodSize + at));
      }),
      { numRuns: 50 },
    );
  });

  it('gives everybody addresses and telephones that the product can read, however they are written', () => {
    fc.assert(
      fc.property(fc.nat(), block, (seed, one) => {
        for (const person of neighbourhood(around(seed), one)) {
          for (const knower of ['crm', 'loyalty', 'account', 'calls', 'mail', 'broker'] as const) {
            const value = emailTo(knower, person);
            expect(normaliseIdentifier({ namespace: 'email', value })).toMatchObject({ identifier: { value } });
            const phone = phoneTo(knower, person);
            expect(
              normaliseIdentifier({ namespace: 'phone', value: nationalPhone(phone) }, { defaultCountry: 'DE' }),
            ).toMatchObject({ identifier: { value: phone } });
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
