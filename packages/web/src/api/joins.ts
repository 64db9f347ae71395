import { queryOptions } from '@tanstack/react-query';
import type { Identifier } from './identifier.js';
import { path } from './path.js';
import { request } from './request.js';

/** Why identifiers are, or are not, held to be one person. `held` is false where a rule refused it. */
export interface Join {
  readonly match: string;
  readonly at: string;
  readonly source: string;
  readonly kind: string;
  readonly strength: string;
  readonly identifiers: readonly Identifier[];
  readonly held: boolean;
  readonly refusedBecause: string | null;
  readonly sentence: string;
  readonly decidedBy: string | null;
}

export interface JoinsAnswer {
  readonly joins: readonly Join[];
  /** Older ones that are not among them. */
  readonly leftOut: number;
}

interface PersonPart {
  readonly identifiers: readonly Identifier[];
  readonly interactions: number;
}

export interface SplitPreview {
  readonly before: readonly PersonPart[];
  readonly after: readonly PersonPart[];
  readonly sentence: string;
}

/** Two identifiers that are to be kept apart, or joined. */
export interface Pair {
  readonly a: Identifier;
  readonly b: Identifier;
}

export interface Decision {
  readonly decision: string;
  readonly persons: readonly string[];
}

export const joins = (workspace: string, id: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'joins', id],
    queryFn: ({ signal }) => request<JoinsAnswer>(path(workspace, '/customers/{}/explain', [id]), { signal }),
  });

export const splitPreview = (workspace: string, id: string, pair: Pair) =>
  queryOptions({
    queryKey: ['w', workspace, 'split-preview', id, pair],
    queryFn: ({ signal }) =>
      request<SplitPreview>(path(workspace, '/customers/{}/split/preview', [id]), {
        method: 'POST',
        body: pair,
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
  });

/** Decides that two identifiers are different people. Taken back with `undoDecision`. */
export const split = (workspace: string, id: string, body: Pair & { readonly note?: string }) =>
  request<Decision>(path(workspace, '/customers/{}/split', [id]), { method: 'POST', body });

/** What it would change to hold two identifiers to be one person. */
export const joinPreview = (workspace: string, pair: Pair) =>
  queryOptions({
    queryKey: ['w', workspace, 'join-preview', pair],
    queryFn: ({ signal }) =>
      request<SplitPreview>(path(workspace, '/customers/join/preview'), { method: 'POST', body: pair, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** Decides that two identifiers are one person. Taken back with `undoDecision`. */
export const join = (workspace: string, body: Pair & { readonly note?: string }) =>
  request<Decision>(path(workspace, '/customers/join'), { method: 'POST', body });

export const undoDecision = (workspace: string, decision: string) =>
  request<{ readonly undone: true }>(path(workspace, '/matches/{}/undo', [decision]), { method: 'POST', body: {} });
