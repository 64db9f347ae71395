import { queryOptions } from '@tanstack/react-query';
import type { Language } from '@throughline/core/words/language';
import { speech } from '../words/speech.js';
import { request } from './request.js';

export type Role = 'admin' | 'viewer';

export interface Membership {
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string;
  readonly zone: string;
  readonly currency: string;
  /** A sample company: made up, and made to be removed. */
  readonly isSample: boolean;
}

export interface Me {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly language: Language };
  readonly workspaces: readonly Membership[];
}

/** Who is signed in, and where they may go; from then on their language is spoken. 401 when nobody is. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const known = await request<Me>('/api/me', { signal });
    await speech.speak(known.user.language);
    return known;
  },
  staleTime: 60_000,
  retry: false,
});

export const changeLanguage = (language: Language) =>
  request<unknown>('/api/me', { method: 'PATCH', body: { language } });
