import { z } from 'zod';

/** Bounds belong to what they bound, except for `more-than` and `less-than`. */
export const numberTestSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['at-least', 'at-most', 'more-than', 'less-than', 'exactly']), number: z.number() }),
  z.strictObject({ is: z.literal('between'), from: z.number(), to: z.number() }),
]);
export type NumberTest = z.infer<typeof numberTestSchema>;

export const isNumberTest = (test: { readonly is: string }): test is NumberTest =>
  ['at-least', 'at-most', 'more-than', 'less-than', 'exactly', 'between'].includes(test.is);

/** `against`: below 0, 0 or above 0 as the value is less than, equal to or greater than the bound. */
export function numberHolds(test: NumberTest, against: (bound: number) => number): boolean {
  switch (test.is) {
    case 'at-least':
      return against(test.number) >= 0;
    case 'at-most':
      return against(test.number) <= 0;
    case 'more-than':
      return against(test.number) > 0;
    case 'less-than':
      return against(test.number) < 0;
    case 'exactly':
      return against(test.number) === 0;
    case 'between':
      return against(test.from) >= 0 && against(test.to) <= 0;
  }
}

/** Every bound that the test names. */
export function boundsOf(test: NumberTest): readonly number[] {
  return test.is === 'between' ? [test.from, test.to] : [test.number];
}
