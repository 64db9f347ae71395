import { queryOptions } from '@tanstack/react-query';
import { path } from './path.js';
import type { Person } from './person.js';
import { request } from './request.js';

export interface ComparedTrait {
  readonly trait: string;
  readonly verdict: 'different' | 'same' | 'one-sided';
}

/** Two persons side by side. */
export interface Comparison {
  readonly opening: string;
  readonly a: Person;
  readonly b: Person;
  readonly traits: readonly ComparedTrait[];
  /** Why they are not held to be one person, in sentences. */
  readonly why: readonly string[];
}

export const comparison = (workspace: string, a: string, b: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'comparison', a, b],
    queryFn: ({ signal }) => request<Comparison>(path(workspace, '/customers/{}/compare/{}', [a, b]), { signal }),
  });
