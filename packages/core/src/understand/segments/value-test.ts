import { z } from 'zod';
import type { JsonValue } from '../../resolve/json-value.js';
import { foldText } from './fold-text.js';
import { isNumberTest, numberHolds, numberTestSchema } from './number-test.js';

const text = z.string().min(1).max(200);

/** What may be asked of a trait or of a property. */
export const valueTestSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('one-of'),
    values: z
      .array(z.union([text, z.number(), z.boolean()]))
      .min(1)
      .max(100)
      .readonly(),
  }),
  z.strictObject({ is: z.enum(['contains', 'begins-with']), text }),
  ...numberTestSchema.options,
  z.strictObject({ is: z.enum(['known', 'empty', 'missing']) }),
]);
export type ValueTest = z.infer<typeof valueTestSchema>;

/**
 * Whether a value passes; undefined: nobody ever gave one.
 *
 * - A number stored as text is a text, and no number. Texts are compared folded.
 * - `empty`: somebody said that there is none (null). `missing`: nobody said anything. `known`: neither.
 * - Lists and objects are known, and equal to nothing.
 */
export function valueHolds(test: ValueTest, value: JsonValue | undefined): boolean {
  if (isNumberTest(test)) return typeof value === 'number' && numberHolds(test, (bound) => value - bound);
  switch (test.is) {
    case 'one-of':
      return typeof value === 'string'
        ? test.values.some((wanted) => typeof wanted === 'string' && foldText(wanted) === foldText(value))
        : test.values.some((wanted) => wanted === value);
    case 'contains':
      return typeof value === 'string' && foldText(value).includes(foldText(test.text));
    case 'begins-with':
      return typeof value === 'string' && foldText(value).startsWith(foldText(test.text));
    case 'known':
      return value !== undefined && value !== null;
    case 'empty':
      return value === null;
    case 'missing':
      return value === undefined;
  }
}
