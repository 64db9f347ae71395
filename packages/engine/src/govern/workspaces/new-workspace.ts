import { isCountry } from '@throughline/core/govern/is-country';
import { isCurrency } from '@throughline/core/govern/is-currency';
import { isZone } from '@throughline/core/govern/is-zone';
import { z } from 'zod';

/** The five questions of the set-up: times, phone numbers, amounts and weeks are read by the answers. */
export const newWorkspaceSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  country: z.string().refine(isCountry, 'is no country code such as DE'),
  zone: z.string().refine(isZone, 'is no time zone such as Europe/Berlin'),
  currency: z.string().refine(isCurrency, 'is no currency code such as EUR'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language such as en'),
  weekStartsOn: z.int().min(0).max(6).describe('0 is Sunday.'),
});

export type NewWorkspace = z.infer<typeof newWorkspaceSchema>;
