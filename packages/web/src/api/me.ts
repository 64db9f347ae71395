import { queryOptions } from '@tanstack/react-query';
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
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly workspaces: readonly Membership[];
}

/** Who is signed in, and where they may go. 401 when nobody is. */
export const me = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('/api/me', { signal }),
  staleTime: 60_000,
  retry: false,
});
