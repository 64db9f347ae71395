import { z } from 'zod';
import { longestPassword, shortestPassword } from './open-sign-in.js';

/** What a person who signs in says about themselves. */
export const userFields = {
  name: z.string().trim().min(1).max(100),
  email: z
    .email('is no e-mail address')
    .max(254)
    .transform((email) => email.toLowerCase()),
  password: z
    .string()
    .min(shortestPassword, `must have at least ${shortestPassword} characters`)
    .max(longestPassword, `must have at most ${longestPassword} characters`),
} as const;
