import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RuleSet } from '@throughline/core/resolve/rule-set';
import type { Identifier } from './identifier.js';
import { path } from './path.js';
import { request } from './request.js';

export interface Rules {
  readonly version: number;
  readonly document: RuleSet;
  /** A newer version that is still coming into force. */
  readonly applying: { readonly version: number; readonly done: number; readonly total: number } | null;
}

interface Changed {
  readonly version: number;
  readonly inForce: boolean;
}

const applyingEveryMs = 1_500;

/** The rules in force. Asked again and again while newer ones are on their way. */
export const rules = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'rules'],
    queryFn: ({ signal }) => request<Rules>(path(workspace, '/rules'), { signal }),
    refetchInterval: ({ state }) => (state.data?.applying ? applyingEveryMs : false),
  });

export const setRules = (workspace: string, document: RuleSet) =>
  request<Changed>(path(workspace, '/rules'), { method: 'PUT', body: { document } });

export const undoRules = (workspace: string) => request<Changed>(path(workspace, '/rules/undo'), { method: 'POST' });

export interface WhatIfPart {
  readonly identifiers: readonly Identifier[];
  readonly moreIdentifiers: number;
}

export interface WhatIfSample {
  readonly kind: 'joined' | 'split';
  readonly before: {
    readonly persons: readonly (WhatIfPart & { readonly id: string; readonly name: string | null })[];
    readonly more: number;
  };
  readonly after: {
    readonly persons: readonly (WhatIfPart & { readonly name: string | null })[];
    readonly more: number;
  };
}

interface SomeIdentifiers {
  readonly count: number;
  readonly some: readonly Identifier[];
}

interface UsedValue {
  readonly value: unknown;
  readonly source: string;
  readonly why: string;
}

/** For whom another value of a trait would be used, with some of them. */
export interface OtherValues {
  readonly people: number;
  readonly samples: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly trait: string;
    readonly before: UsedValue;
    readonly after: UsedValue;
  }[];
}

export interface WhatIf {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly progress: { readonly done: number; readonly total: number };
  readonly opening: string | null;
  readonly newHubs: SomeIdentifiers | null;
  readonly formerHubs: SomeIdentifiers | null;
  readonly samples: readonly WhatIfSample[];
  /** Null where no trait is ruled otherwise. */
  readonly values: OtherValues | null;
}

export const askWhatIf = (workspace: string, document: RuleSet) =>
  request<WhatIf>(path(workspace, '/rules/what-if'), { method: 'POST', body: { document } });

const lookEveryMs = 700;

/** The answer to a question that was asked, while it is being found out too. */
export const whatIf = (workspace: string, asked: WhatIf) =>
  queryOptions({
    queryKey: ['w', workspace, 'what-if', asked.id],
    queryFn: ({ signal }) => request<WhatIf>(path(workspace, '/rules/what-if/{}', [asked.id]), { signal }),
    initialData: asked,
    staleTime: lookEveryMs,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? lookEveryMs : false),
  });

export const stopWhatIf = (workspace: string, id: string) =>
  request<WhatIf>(path(workspace, '/rules/what-if/{}/stop', [id]), { method: 'POST' });

export interface Hub extends Identifier {
  readonly id: string;
  readonly people: number;
  readonly interactions: number;
  readonly sentence: string;
}

export interface DecidedHub extends Identifier {
  readonly decision: 'one-person' | 'leave-out';
}

export interface Hubs {
  readonly opening: string;
  readonly count: number;
  readonly hubs: readonly Hub[];
  readonly decided: readonly DecidedHub[];
}

/** Identifiers that are seen with too many people. */
export const hubs = (workspace: string) =>
  queryOptions({
    queryKey: ['w', workspace, 'hubs'],
    queryFn: ({ signal }) => request<Hubs>(path(workspace, '/hubs'), { signal }),
    refetchInterval: 30_000,
  });

export interface HubPeople {
  readonly people: readonly { readonly id: string; readonly name: string | null; readonly at: string }[];
}

export const hubPeople = (workspace: string, { namespace, value }: Identifier) =>
  queryOptions({
    queryKey: ['w', workspace, 'hubs', namespace, value],
    queryFn: ({ signal }) => request<HubPeople>(path(workspace, '/hubs/people', [], { namespace, value }), { signal }),
  });

export const decideHub = (
  workspace: string,
  { namespace, value }: Identifier,
  decision: DecidedHub['decision'] | 'detect',
) =>
  request<Changed & { readonly sentence: string }>(path(workspace, '/hubs/decide'), {
    method: 'POST',
    body: { namespace, value, decision },
  });

interface RefusedSide extends Identifier {
  readonly person: string;
  readonly name: string | null;
}

export interface RefusedJoins {
  readonly opening: string;
  readonly reasons: readonly { readonly because: string; readonly joins: number }[];
  readonly items: readonly {
    readonly match: string;
    readonly at: string;
    readonly source: string;
    readonly a: RefusedSide;
    readonly b: RefusedSide;
    readonly because: string;
  }[];
  readonly next: string | null;
}

/** Joins that a rule or a decision refuses, page by page. */
export const refusedJoins = (workspace: string) =>
  infiniteQueryOptions({
    queryKey: ['w', workspace, 'refused-joins'],
    queryFn: ({ pageParam, signal }) =>
      request<RefusedJoins>(path(workspace, '/refused-joins', [], { cursor: pageParam, limit: 20 }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: RefusedJoins) => next,
  });
