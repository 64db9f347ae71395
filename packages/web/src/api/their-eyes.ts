import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import { request } from './request.js';

/** One figure of our dealings with somebody, and what exactly it counts. */
export interface EyesFact {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly definition: string;
  /** By channel, in the last 30 and the last 90 days. */
  readonly rows: readonly { readonly label: string; readonly last30: number; readonly last90: number }[];
}

export interface TheirEyes {
  readonly opening: string;
  readonly facts: readonly EyesFact[];
}

export const theirEyes = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'their-eyes', id],
    queryFn: ({ signal }) => request<TheirEyes>(path(workspace, '/customers/{}/through-their-eyes', [id]), { signal }),
  });
