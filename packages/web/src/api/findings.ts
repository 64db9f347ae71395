import { queryOptions } from '@tanstack/react-query';
import type { Identifier } from './identifier.js';
import { path } from './path.js';
import { request } from './request.js';

export interface FoundPerson {
  readonly id: string;
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
}

export interface Finding {
  readonly id: string;
  readonly state: 'found' | 'nothing' | 'too-early' | 'not-asked';
  readonly sentence: string;
  readonly uncertainty: string;
  readonly look: readonly FoundPerson[];
}

export interface Findings {
  readonly opening: string;
  /** What was found comes first. */
  readonly findings: readonly Finding[];
  /** The next best thing to add. */
  readonly next: string | null;
  readonly asOf: string;
}

/** First findings, by rule, from whatever was given. */
export const findings = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'findings'],
    queryFn: ({ signal }) => request<Findings>(path(workspace, '/findings'), { signal }),
    staleTime: 60_000,
  });
