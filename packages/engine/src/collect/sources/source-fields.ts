import { channelName } from '@throughline/core/collect/channel';
import { isCountry } from '@throughline/core/govern/is-country';
import { isCurrency } from '@throughline/core/govern/is-currency';
import { isZone } from '@throughline/core/govern/is-zone';
import { z } from 'zod';

/** What may be said about a source; each field as it is stored. */
export const sourceFields = {
  name: z.string().trim().min(1).max(100),
  channel: z
    .string()
    .max(100)
    .transform((text, check) => {
      const name = channelName(text);
      if (name !== undefined) return name;
      check.addIssue({
        code: 'custom',
        message: 'is no channel name: use letters, digits and _, beginning with a letter',
      });
      return z.NEVER;
    }),
  team: z.string().trim().min(1).max(100).nullable(),
  trust: z.int().min(0).max(100).describe('Of two claims the one from the more trusted source is used.'),
  zone: z.string().refine(isZone, 'is no time zone such as Europe/Berlin'),
  country: z.string().refine(isCountry, 'is no country code such as DE'),
  currency: z.string().refine(isCurrency, 'is no currency code such as EUR'),
  groups: z.enum(['account', 'household']).describe('What a group call of this source makes.'),
} as const;
