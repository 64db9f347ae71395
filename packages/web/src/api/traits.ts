import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { GoldenTraitRule } from '@throughline/core/resolve/golden-trait-rule';
import { path } from './path.js';
import { request } from './request.js';

export interface Trait {
  readonly trait: string;
  /** Of whom anything is known about it. */
  readonly people: number;
  /** About whom sources contradict each other, and nobody settled it. */
  readonly contradicted: number;
  /** Decisions about it. */
  readonly settled: number;
  readonly rule: GoldenTraitRule;
  /** Whether it has a rule of its own. */
  readonly own: boolean;
}

export interface Traits {
  readonly opening: string;
  readonly traits: readonly Trait[];
}

/** Every trait that is known of anybody, the most contradicted first. */
export const traits = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'traits'],
    queryFn: ({ signal }) => request<Traits>(path(workspace, '/traits'), { signal }),
  });

export interface Contradiction {
  readonly id: string;
  readonly name: string | null;
  /** What sources say now, the value we use first. */
  readonly values: readonly {
    readonly value: unknown;
    readonly used: boolean;
    readonly said: readonly { readonly source: string; readonly at: string }[];
  }[];
  readonly why: string;
}

export interface SettledPerson extends Settled {
  readonly id: string;
  readonly name: string | null;
  readonly identifier: string;
}

export interface Settled {
  readonly decision: string;
  readonly value: unknown;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

interface Contradictions {
  readonly opening: string;
  readonly items: readonly Contradiction[];
  readonly next: string | null;
  /** With the first page only. */
  readonly settled: readonly SettledPerson[];
}

/** People about whom sources contradict each other in a trait, page by page. */
export const contradictions = (workspace: string, trait: string) =>
  infiniteQueryOptions({
    queryKey: ['w', workspace, 'contradictions', trait],
    queryFn: ({ pageParam, signal }) =>
      request<Contradictions>(path(workspace, '/traits/contradictions', [], { trait, cursor: pageParam, limit: 25 }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Contradictions) => next,
  });

export interface TraitHistory {
  readonly trait: string;
  readonly used: { readonly value: unknown; readonly rule: string; readonly why: string };
  readonly said: readonly {
    readonly value: unknown;
    readonly source: string;
    readonly firstAt: string;
    readonly lastAt: string;
    readonly times: number;
    /** Since when, at the latest, the source says something else. */
    readonly replacedAt: string | null;
    readonly used: boolean;
  }[];
  readonly settled: readonly Settled[];
}

/** What was ever said and decided about one trait of a person. */
export const traitHistory = (workspace: string, person: string, trait: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'person', person, 'trait', trait],
    queryFn: ({ signal }) =>
      request<TraitHistory>(path(workspace, '/customers/{}/trait-history', [person], { trait }), { signal }),
  });

export interface RightValue {
  readonly trait: string;
  readonly value: unknown;
  readonly note: string;
}

/** Decides which value is right. Taken back with `unsettle`. */
export const settleTrait = (workspace: string, person: string, body: RightValue) =>
  request<{ readonly decision: string; readonly sentence: string }>(
    path(workspace, '/customers/{}/settle-trait', [person]),
    { method: 'POST', body },
  );

export const unsettle = (workspace: string, decision: string) =>
  request<{ readonly sentence: string }>(path(workspace, '/settled-traits/{}/undo', [decision]), {
    method: 'POST',
    body: {},
  });
